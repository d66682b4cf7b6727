/** Where the platform is unless somebody says otherwise. */
export const defaultPlatformAddress = 'https://app.smartspace.us';

export type PlatformAddressProblem =
  'not-an-address' | 'not-https' | 'carries-credentials' | 'carries-more-than-a-path';

/** `url` without a slash at its end; paths of the contract are appended to it. */
export interface ValidAddress {
  readonly kind: 'valid';
  readonly url: string;
  readonly origin: string;
}

interface InvalidAddress {
  readonly kind: 'invalid';
  readonly problem: PlatformAddressProblem;
}

export type PlatformAddress =
  | ValidAddress
  /** `source` says where the bad value stands, for whoever set it. The value itself is not repeated. */
  | (InvalidAddress & { readonly source: 'SMARTSPACE_URL' });

export interface AddressSources {
  /** A policy that nobody overrules; it has been checked already. */
  readonly enforced: string | null;
  /** SMARTSPACE_URL; empty counts as not set. */
  readonly environment: string | undefined;
  /** A policy for where nobody says otherwise; it has been checked already. */
  readonly recommended: string | null;
}

/**
 * Chooses the platform's address. A bad one in the environment is an error, not a reason to turn to the default: logging
 * in somewhere else than meant would hand a password to the wrong platform.
 */
export const choosePlatformAddress = ({ enforced, environment, recommended }: AddressSources): PlatformAddress => {
  const chosen = environment?.trim() ?? '';
  const value = enforced ?? (chosen === '' ? (recommended ?? defaultPlatformAddress) : chosen);
  const address = parsePlatformAddress(value);
  return address.kind === 'valid' ? address : { ...address, source: 'SMARTSPACE_URL' };
};

/** An address as the platform's can be: https, except on this computer, and nothing but a path behind it. */
export const parsePlatformAddress = (value: string): ValidAddress | InvalidAddress => {
  const invalid = (problem: PlatformAddressProblem): InvalidAddress => ({ kind: 'invalid', problem });
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
