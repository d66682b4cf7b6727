import type { Language } from '../../shared/state/settings';
import type { PageKind } from '../app/pageKind';

interface PageParts {
  readonly page: PageKind;
  readonly language: Language;
  readonly markup: string;
  /** What the page needs soon, besides what the template names. Its markup is drawn without any of it. */
  readonly scripts: readonly string[];
  readonly stylesheets: readonly string[];
}

const replaceOnce = (text: string, pattern: string, replacement: string): string => {
  if (text.split(pattern).length !== 2) throw new Error(`The page template does not hold ${pattern} exactly once`);
  // As a function, so that "$" in the replacement stays what it is.
  return text.replace(pattern, () => replacement);
};

/** One page from the template that the bundler made. Files the template already names are not named again. */
export const composePage = (template: string, { page, language, markup, scripts, stylesheets }: PageParts): string => {
  const isNew = (fileName: string) => !template.includes(fileName);
  const links = [
    ...new Set([
      // Fetched ahead, not applied: as stylesheets they would hold up the first paint.
      ...stylesheets
        .filter(isNew)
        .map((file) => `<link rel="preload" as="style" crossorigin fetchpriority="low" href="./${file}">`),
      ...scripts
        .filter(isNew)
        .map((file) => `<link rel="modulepreload" crossorigin fetchpriority="low" href="./${file}">`),
    ]),
  ];
  const withLanguage = replaceOnce(template, '<html lang="pt-BR">', `<html lang="${language}">`);
  const withLinks = replaceOnce(withLanguage, '</head>', `${links.map((link) => `  ${link}\n  `).join('')}</head>`);
  return replaceOnce(withLinks, '<div id="root"></div>', `<div id="root" data-page="${page}">${markup}</div>`);
};
