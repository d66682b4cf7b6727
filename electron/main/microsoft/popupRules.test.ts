import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllowedInPopup, parseSignInAddress, popupTitle } from './popupRules';

const redirectOrigin = 'http://localhost:51234';
const signIn = (redirect: string, scheme = 'https') =>
  `${scheme}://login.example/tenant/authorize?state=a%2Bstate&redirect_uri=${encodeURIComponent(redirect)}`;

describe('parseSignInAddress', () => {
  it('finds where the answer goes, and the state that proves it', () => {
    const address = signIn(redirectOrigin);
    expect(parseSignInAddress(address)).toEqual({ address, redirectOrigin, state: 'a+state' });
  });

  it.each([
    signIn(redirectOrigin, 'http'),
    signIn('https://evil.example'),
    signIn('http://localhost'),
    signIn('http://localhost.evil.example:80'),
    signIn('http://localhost:1@evil.example'),
    'https://login.example/',
    'not an address',
  ])('takes nothing of %s', (address) => {
    expect(parseSignInAddress(address)).toBeNull();
  });
});

describe('isAllowedInPopup', () => {
  it.each(['https://login.microsoftonline.com/x', 'https://adfs.customer.example/', `${redirectOrigin}/`])(
    'goes to %s',
    (address) => {
      expect(isAllowedInPopup(address, redirectOrigin, true)).toBe(true);
    },
  );

  it.each([
    'http://login.microsoftonline.com/',
    'http://localhost:51235/',
    'http://127.0.0.1:51234/',
    'smartspace://reset-password?token=aaaaaaaaaaaaaaaa',
    'smartspace-app://bundle/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:https://login.example/1',
    'about:blank',
    'chrome://gpu',
    'ms-settings:',
    '',
  ])('does not go to %j', (address) => {
    expect(isAllowedInPopup(address, redirectOrigin, true)).toBe(false);
  });

  it('lets frames be empty or https, and nothing else', () => {
    expect(isAllowedInPopup('about:blank', redirectOrigin, false)).toBe(true);
    expect(isAllowedInPopup('about:srcdoc', redirectOrigin, false)).toBe(true);
    expect(isAllowedInPopup('https://help.example/', redirectOrigin, false)).toBe(true);
    expect(isAllowedInPopup(`${redirectOrigin}/`, redirectOrigin, false)).toBe(false);
  });

  const scheme = fc.constantFrom('https:', 'HTTPS:', 'http:', 'ftp:', 'smartspace:', 'wss:', ' https:', '\thttp:');
  const host = fc.oneof(fc.domain(), fc.constantFrom('localhost', 'localhost:51234', 'localhost:51234@a.example'));
  const anyAddress = fc.oneof(
    fc.string({ unit: 'grapheme-ascii' }),
    fc
      .tuple(scheme, host, fc.string({ unit: 'grapheme-ascii' }))
      .map(([first, second, rest]) => `${first}//${second}/${rest}`),
  );

  it('goes to no scheme but https and the one place on this computer', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        // Chromium drops white space before it looks at an address, as the standard has it.
        const plain = address.replaceAll(/\s/g, '').toLowerCase();
        const isOfTheWeb = plain.startsWith('https:') || plain.startsWith(`${redirectOrigin}/`);
        expect(isAllowedInPopup(address, redirectOrigin, true)).toBe(isOfTheWeb && URL.canParse(address));
      }),
    );
  });
});

describe('popupTitle', () => {
  it('is the origin, never the path or what somebody put in front of the host', () => {
    expect(popupTitle('https://login.example:8443/a/path?code=secret#x')).toBe('https://login.example:8443');
    expect(popupTitle('https://login.microsoftonline.com@evil.example/')).toBe('https://evil.example');
    expect(popupTitle('https://lógin.example/')).toBe('https://xn--lgin-qqa.example');
  });

  it('shows the end of a long host, which is what its owner has registered', () => {
    const title = popupTitle(`https://login.microsoftonline.com.${'a'.repeat(60)}.evil.example/`);
    expect(title.endsWith('.evil.example')).toBe(true);
    expect(title).not.toContain('microsoftonline');
  });

  it('names nothing that is no web page', () => {
    for (const address of ['http://localhost:51234/', 'about:blank', ''])
      expect(popupTitle(address)).toBe('Smartspace');
  });
});
