import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepLinkSchema, findDeepLink } from '../../../shared/rules/deepLink';
import { linkOfSecondInstance, shortenCommandLine, withoutLinks } from './handOver';

const link = 'smartspace://reset-password?token=0123456789abcdef';
const parsed = { kind: 'reset-password', token: '0123456789abcdef' };

describe('linkOfSecondInstance', () => {
  it('takes what the second instance has parsed, whatever became of its command line on the way', () => {
    expect(linkOfSecondInstance({ link: parsed }, ['electron', '--inspect=0', '.'])).toEqual(parsed);
    expect(linkOfSecondInstance({ link: null }, ['electron', link])).toBeNull();
    expect(linkOfSecondInstance({ link: { kind: 'damaged' } }, [])).toEqual({ kind: 'damaged' });
  });

  it.each([
    [undefined],
    [null],
    ['{}'],
    [[]],
    [{}],
    [{ link }],
    [{ link: { kind: 'reset-password' } }],
    [{ link: { kind: 'reset-password', token: 'too short' } }],
    [{ link: { kind: 'run', command: 'sh' } }],
  ])('goes by the command line where %j was handed over', (handOver) => {
    expect(linkOfSecondInstance(handOver, ['electron', link])).toEqual(parsed);
    expect(linkOfSecondInstance(handOver, ['electron'])).toBeNull();
  });

  it('never throws, and never lets through what is no link', () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.string()), (handOver, commandLine) => {
        const found = linkOfSecondInstance(handOver, commandLine);
        expect(found === null || deepLinkSchema.safeParse(found).success).toBe(true);
      }),
    );
  });
});

describe('shortenCommandLine', () => {
  const long = (length: number) => 'a'.repeat(length);

  it('leaves alone what can be handed over', () => {
    expect(shortenCommandLine(['electron', '.', '--', link])).toBeNull();
    expect(shortenCommandLine(['electron', '.', '--', `smartspace://${long(10_000)}`])).toBeNull();
  });

  it('puts a short damaged link in the place of one that is too long', () => {
    const shortened = shortenCommandLine(['electron', '--no-sandbox', '.', '--', `smartspace://${long(100_000)}`]);
    expect(shortened).toEqual(['--no-sandbox', '.', '--', 'smartspace:']);
    expect(findDeepLink(shortened ?? [])).toEqual({ kind: 'damaged' });
  });

  it('gives up what else is too long, and everything where it is too much', () => {
    expect(shortenCommandLine(['electron', '.', long(50_000), 'more'])).toEqual(['.', 'more']);
    expect(shortenCommandLine(['electron', ...Array.from({ length: 100 }, () => 'ã'.repeat(1000))])).toEqual([]);
  });

  it('never has to be done twice', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 9000 }), { maxLength: 12 }), (commandLine) => {
        const shortened = shortenCommandLine(['electron', ...commandLine]);
        if (shortened !== null) expect(shortenCommandLine(['electron', ...shortened])).toBeNull();
      }),
    );
  });
});

it('leaves nothing of a link in the command line', () => {
  expect(withoutLinks(['electron', '.', '--', link, link.toUpperCase(), '--switch'])).toEqual([
    'electron',
    '.',
    '--',
    '--switch',
  ]);
});
