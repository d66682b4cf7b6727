import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExternalLink } from './links';

describe('a link that the operating system may open', () => {
  it.each([
    ['https://ajuda.aurora.example/modem?x=1#y', 'https://ajuda.aurora.example/modem?x=1#y'],
    ['HTTPS://Aurora.Example', 'https://aurora.example/'],
    ['https://aurora.example/a b', 'https://aurora.example/a%20b'],
    ['mailto:ana.souza@aurora.example', 'mailto:ana.souza@aurora.example'],
    ['tel:+5511400001', 'tel:+5511400001'],
  ])('is given in its normal form: %s', (link, normal) => {
    expect(parseExternalLink(link)).toBe(normal);
  });

  it.each([
    'http://aurora.example/',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' java\nscript:alert(1)',
    'file:///etc/passwd',
    'smb://server/share',
    'ms-msdt:/id',
    'vbscript:x',
    'data:text/html,x',
    'smartspace://open',
    'smartspace-app://bundle/login.en.html',
    'aurora.example',
    '//aurora.example',
    '',
  ])('has one of three schemes: not %s', (link) => {
    expect(parseExternalLink(link)).toBeNull();
  });

  it.each([
    'https://ana@aurora.example/',
    'https://ana:segredo@aurora.example/',
    'https://aurora.example@mal.example/',
  ])('names nobody before its host, where it could pass for another: %s', (link) => {
    expect(parseExternalLink(link)).toBeNull();
  });

  it('has an end', () => {
    const start = 'https://aurora.example/';
    expect(parseExternalLink(start.padEnd(2048, 'a'))).not.toBeNull();
    expect(parseExternalLink(start.padEnd(2049, 'a'))).toBeNull();
  });

  it('is one that is let through again, and that begins with one of three schemes, whatever it was', () => {
    const anyLink = fc.oneof(
      fc.string(),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc
        .tuple(fc.constantFrom('https:', 'mailto:', 'tel:', ' HTTPS://', 'javascript:'), fc.string())
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anyLink, (link) => {
        const parsed = parseExternalLink(link);
        if (parsed === null) return;
        expect(parsed).toMatch(/^(https:\/\/|mailto:|tel:)/);
        // Its normal form may be longer, by its percent signs.
        if (parsed.length <= 2048) expect(parseExternalLink(parsed)).toBe(parsed);
      }),
    );
  });
});
