/** An element, its attributes, and what is in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly Element[];
}

export const element = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  content: string | readonly Element[] = [],
): Element => ({ name, attributes, content });

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escapeAttribute = (text: string): string => escape(text).replaceAll('"', '&quot;');

const print = ({ name, attributes, content }: Element, indent: string): string => {
  const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeAttribute(value)}"`)].join(
    ' ',
  );
  if (content.length === 0) return `${indent}<${start} />\n`;
  if (typeof content === 'string') return `${indent}<${start}>${escape(content)}</${name}>\n`;
  return `${indent}<${start}>\n${content.map((child) => print(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
};

/** @param doctype what stands between the declaration and the root, if anything */
export const printXml = (root: Element, doctype = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${doctype === '' ? '' : `${doctype}\n`}${print(root, '')}`;
