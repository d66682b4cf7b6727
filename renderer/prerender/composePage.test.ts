import { describe, expect, it } from 'vitest';
import { composePage } from './composePage';

const template = [
  '<html lang="pt-BR">',
  '  <head><script type="module" src="./assets/main.js"></script></head>',
  '  <body><div id="root"></div></body>',
  '</html>',
].join('\n');

const parts = { page: 'login', language: 'en', markup: '<p>$& $1</p>', scripts: [], stylesheets: [] } as const;

describe('composePage', () => {
  it('puts language, kind and markup in their places, letter for letter', () => {
    const page = composePage(template, parts);
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<div id="root" data-page="login"><p>$& $1</p></div>');
  });

  it('names each file that is needed soon once, before the end of the head', () => {
    const page = composePage(template, {
      ...parts,
      scripts: ['assets/texts.js', 'assets/texts.js', 'assets/main.js'],
      stylesheets: ['assets/shell.css'],
    });
    expect(page.match(/texts\.js/g)).toHaveLength(1);
    expect(page.match(/main\.js/g)).toHaveLength(1);
    expect(page.indexOf('shell.css')).toBeLessThan(page.indexOf('</head>'));
  });

  it('holds nothing that the content policy forbids', () => {
    const page = composePage(template, { ...parts, scripts: ['assets/texts.js'] });
    expect(page).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/);
  });

  it('refuses a template without its places', () => {
    expect(() => composePage('<html lang="pt-BR"><head></head></html>', parts)).toThrow('exactly once');
  });
});
