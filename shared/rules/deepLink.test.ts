import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepLinkSchema, findDeepLink, isDeepLink, parseDeepLink } from './deepLink';

const token = 'Zm9v_YmFy-0123456789';
const link = `smartspace://reset-password?token=${token}`;
const resetPassword = { kind: 'reset-password', token };

describe('parseDeepLink', () => {
  it.each([
    link,
    // How Windows and some browsers spell it.
    `smartspace://reset-password/?token=${token}`,
    `SMARTSPACE://reset-password?token=${token}`,
  ])('takes %s', (text) => {
    expect(parseDeepLink(text)).toEqual(resetPassword);
  });

  it.each([
    'smartspace:',
    'smartspace://',
    'smartspace://reset-password',
    'smartspace://reset-password?token=',
    'smartspace://reset-password?token=tooShort0123456',
    `smartspace://reset-password?token=${'a'.repeat(257)}`,
    `smartspace:reset-password?token=${token}`,
    `smartspace:///reset-password?token=${token}`,
    `smartspace://reset-password//?token=${token}`,
    `smartspace://reset-password/more?token=${token}`,
    `smartspace://reset-password?TOKEN=${token}`,
    `smartspace://reset-password?token=${token}&token=${token}`,
    `smartspace://reset-password?token=${token}&next=https://evil.example`,
    `smartspace://reset-password?next=1&token=${token}`,
    `smartspace://reset-password?token=${token}#fragment`,
    `smartspace://reset-password?token=${token}#`,
    `smartspace://reset-password?token=%5A${token}`,
    `smartspace://reset-password?token=${token}\n`,
    `smartspace://reset-password?token=${token}" --inspect=0 "`,
    `smartspace://reset-password?token=${token} --renderer-cmd-prefix=sh`,
    `smartspace://reset-password?token='${token}'`,
    `smartspace://ana:secret@reset-password?token=${token}`,
    `smartspace://reset-password:80?token=${token}`,
    `smartspace://reset-password?token=${token}\u0000`,
    `smartspace://Reset-Password?token=${token}`,
    'smartspace://[reset-password',
  ])('tells that %s is damaged', (text) => {
    expect(parseDeepLink(text)).toEqual({ kind: 'damaged' });
  });

  it('tells that one of ten thousand characters is damaged, wherever it leads', () => {
    const tail = 'a'.repeat(10_000);
    expect(parseDeepLink(`smartspace://reset-password?token=${tail}`)).toEqual({ kind: 'damaged' });
    expect(parseDeepLink(`smartspace://elsewhere/${tail}`)).toEqual({ kind: 'damaged' });
  });

  it.each([
    '',
    ' ',
    'reset-password',
    'https://app.example/reset-password?token=0123456789abcdef',
    `smartspace-app://reset-password?token=${token}`,
    `xsmartspace://reset-password?token=${token}`,
    ` ${link}`,
    `"${link}"`,
    `smart\nspace://reset-password?token=${token}`,
    `ſmartspace://reset-password?token=${token}`,
    'smartspace://attendances/123',
    `smartspace://reset-password.evil.example?token=${token}`,
  ])('leaves %j alone', (text) => {
    expect(parseDeepLink(text)).toEqual({ kind: 'foreign' });
  });
});

describe('findDeepLink', () => {
  it.each([
    [[link]],
    [['/opt/smartspace/smartspace', '--', link]],
    [['electron', '--no-sandbox', '/checkout', '--', link]],
    [['electron', '--allow-file-access-from-files', '--inspect=0', '/checkout', link, '--', 'more']],
    [['electron', '"', "'", '--user-data-dir=smartspace:', link, '--no-sandbox']],
    [[link, 'smartspace://reset-password?token=anotherAndLater0']],
  ])('finds the link wherever it stands: %j', (commandLine) => {
    expect(findDeepLink(commandLine)).toEqual(resetPassword);
  });

  it('finds one that is damaged, too', () => {
    expect(findDeepLink(['electron', `smartspace://${'a'.repeat(10_000)}`, '--switch'])).toEqual({ kind: 'damaged' });
  });

  it.each([[[]], [['electron', '.']], [['electron', `--link=${link}`, `"${link}"`, '--', '']]])(
    'finds none in %j',
    (commandLine) => {
      expect(findDeepLink(commandLine)).toBeNull();
    },
  );
});

describe('whatever somebody makes up', () => {
  const tokens = fc.stringMatching(/^[A-Za-z0-9_-]{16,256}$/);
  const pieces = fc.constantFrom(
    ...['smartspace:', 'SMARTSPACE:', '//', '/', '?', '&', '#', '@', ':80', '%', '%00', '"', "'", ' --', '\\', '\n'],
    ...['reset-password', 'token=', token, '..', 'https:', '[', ']', '\u202e', '\ud800'],
  );
  const links = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl(),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.array(pieces, { maxLength: 8 }).map((parts) => `smartspace://reset-password?token=${parts.join('')}`),
    fc.string({ unit: 'binary', maxLength: 3000 }).map((rest) => `smartspace:${rest}`),
  );

  it('is read without a throw, and into what the schema knows', () => {
    fc.assert(
      fc.property(links, (text) => {
        expect(deepLinkSchema.safeParse(parseDeepLink(text)).success).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives no token but one that stands in it, whole, at its end', () => {
    fc.assert(
      fc.property(links, (text) => {
        const parsed = parseDeepLink(text);
        if (parsed.kind === 'reset-password') expect(text.endsWith(`?token=${parsed.token}`)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('can not keep a link that the platform made from being read', () => {
    fc.assert(
      fc.property(tokens, (made) => {
        expect(parseDeepLink(`smartspace://reset-password?token=${made}`)).toEqual({
          kind: 'reset-password',
          token: made,
        });
      }),
    );
  });

  it('can not keep the link from being found among other arguments', () => {
    const others = fc.array(links.filter((text) => !isDeepLink(text)));
    fc.assert(
      fc.property(others, tokens, fc.array(links), (before, made, after) => {
        const commandLine = [...before, `smartspace://reset-password?token=${made}`, ...after];
        expect(findDeepLink(commandLine)).toEqual({ kind: 'reset-password', token: made });
      }),
    );
  });
});
