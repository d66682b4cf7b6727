import { createHash } from 'node:crypto';

/** Text that is HTML already. */
export class Markup {
  constructor(readonly text: string) {}
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);

type Part = string | number | Markup | readonly Markup[];

const write = (part: Part): string => {
  if (part instanceof Markup) return part.text;
  return typeof part === 'object' ? part.map(({ text }) => text).join('') : escape(String(part));
};

/** HTML from a template. What is put in is escaped, unless it is markup itself. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(String.raw({ raw: texts }, ...parts.map(write)));

/** A style sheet inside a page, and how a content security policy names it. */
export interface InlineStyle {
  readonly element: Markup;
  readonly source: string;
}

export const inlineStyle = (css: string): InlineStyle => ({
  element: new Markup(`<style>${css}</style>`),
  source: `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
});
