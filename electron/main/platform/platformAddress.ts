/** Where the platform is unless somebody says otherwise. */
export const defaultPlatformAddress = 'https://app.smartspace.us';

export type PlatformAddressProblem =
  'not-an-address' | 'not-https' | 'carries-credentials' | 'carries-more-than-a-path';

export type PlatformAddress =
  /** `url` without a slash at its end; paths of the contract are appended to it. */
  | { readonly kind: 'valid'; readonly url: string; readonly origin: string }
  /** `source` says where the bad value stands, for whoever set it. The value itself is not repeated. */
  | { readonly kind: 'invalid'; readonly source: 'SMARTSPACE_URL'; readonly problem: PlatformAddressProblem };

/**
 * Chooses the platform's address. A bad value is an error, not a reason to turn to the default: logging in somewhere
 * else than meant would hand a password to the wrong platform.
 *
 * @param environment SMARTSPACE_URL; empty counts as not set
 */
export const choosePlatformAddress = (environment: string | undefined): PlatformAddress => {
  const value = environment?.trim() ?? '';
  return parse(value === '' ? defaultPlatformAddress : value);
};

const parse = (value: string): PlatformAddress => {
  const invalid = (problem: PlatformAddressProblem): PlatformAddress => ({
    kind: 'invalid',
    source: 'SMARTSPACE_URL',
    problem,
  });
  if (!URL.canParse(value)) return invalid('not-an-address');
  const url = new URL(value);
  if (url.username !== '' || url.password !== '') return invalid('carries-credentials');
  if (url.search !== '' || url.hash !== '') return invalid('carries-more-than-a-path');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) return invalid('not-https');
  return { kind: 'valid', url: url.href.replace(/\/+$/, ''), origin: url.origin };
};

/** Only this computer itself can listen in: the embedded platform is spoken to without TLS. */
const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
