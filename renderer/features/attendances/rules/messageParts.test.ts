import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExternalLink } from '../../../../shared/rules/links';
import { splitIntoParts } from './messageParts';

const linksIn = (text: string) => splitIntoParts(text).flatMap((part) => (part.kind === 'link' ? [part.text] : []));

describe('splitIntoParts', () => {
  it('leaves text without links in one piece', () => {
    expect(splitIntoParts('Bom dia! Tudo bem? 😀')).toEqual([{ kind: 'text', text: 'Bom dia! Tudo bem? 😀' }]);
  });

  it.each([
    ['veja https://exemplo.com.br/nota?id=1.', ['https://exemplo.com.br/nota?id=1']],
    ['(https://exemplo.com.br/a_(b)), certo?', ['https://exemplo.com.br/a_(b)']],
    ['www.exemplo.com.br e www.outro.com', ['www.exemplo.com.br', 'www.outro.com']],
    ['meu e-mail é ana.souza+nf@empresa.com.br.', ['ana.souza+nf@empresa.com.br']],
    ['mailto:ana@empresa.com.br ou tel:+5511999990000', ['mailto:ana@empresa.com.br', 'tel:+5511999990000']],
    ['“https://exemplo.com.br”', ['https://exemplo.com.br']],
    ['HTTPS://EXEMPLO.COM.BR', ['HTTPS://EXEMPLO.COM.BR']],
  ])('finds the links of %j', (text, links) => {
    expect(linksIn(text)).toEqual(links);
  });

  it.each([
    'http://exemplo.com.br',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smartspace://abrir',
    'https://',
    'https://usuario:senha@exemplo.com.br/',
    'lado a lado: mailto:',
    'a@b',
  ])('does not offer to open %j', (text) => {
    expect(linksIn(text)).toEqual([]);
  });

  it('completes what people leave out', () => {
    expect(splitIntoParts('www.exemplo.com')).toEqual([
      { kind: 'link', text: 'www.exemplo.com', href: 'https://www.exemplo.com/' },
    ]);
    expect(splitIntoParts('ana@empresa.com')).toEqual([
      { kind: 'link', text: 'ana@empresa.com', href: 'mailto:ana@empresa.com' },
    ]);
  });

  const fragments = fc.constantFrom(
    'https://',
    'www.',
    'a.b',
    '@',
    '.',
    ')',
    '(',
    ' ',
    '\n',
    'x',
    '😀',
    'mailto:',
    '<b>',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fragments, { maxLength: 40 }).map((all) => all.join('')),
  );

  it('loses and adds nothing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const joined = splitIntoParts(text).map((part) => part.text);
        expect(joined.join('')).toBe(text);
      }),
    );
  });

  it('only makes links that the door to the system takes', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const part of splitIntoParts(text)) {
          if (part.kind === 'link') expect(parseExternalLink(part.href)).toBe(part.href);
          expect(part.text).not.toBe('');
        }
      }),
    );
  });

  it('copes with the longest message made of nothing but beginnings', () => {
    expect(splitIntoParts('a'.repeat(4096))).toHaveLength(1);
    expect(splitIntoParts('a.'.repeat(2048))).toHaveLength(1);
    expect(splitIntoParts(')'.repeat(4096))).toHaveLength(1);
  });
});
