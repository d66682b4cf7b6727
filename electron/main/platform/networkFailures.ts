import type { Problem } from '../../../shared/state/problem';

/*
 * Electron's fetch gives a failure no code, only Chromium's `net::ERR_…` in its message; Node's fetch, which tests and
 * tools run on, hides a code in `cause`. Both are read here and nowhere else.
 */

const noNetwork = new Set([
  'ERR_INTERNET_DISCONNECTED',
  'ERR_NAME_NOT_RESOLVED',
  'ERR_NAME_RESOLUTION_FAILED',
  'ERR_DNS_TIMED_OUT',
  'ERR_ADDRESS_UNREACHABLE',
  'ERR_NETWORK_CHANGED',
  'ERR_NETWORK_ACCESS_DENIED',
  'ERR_NETWORK_IO_SUSPENDED',
  'ERR_PROXY_CONNECTION_FAILED',
  'ERR_PROXY_AUTH_REQUESTED',
  'ERR_PROXY_AUTH_UNSUPPORTED',
  'ERR_PROXY_CERTIFICATE_INVALID',
  'ERR_TUNNEL_CONNECTION_FAILED',
  'ERR_MANDATORY_PROXY_CONFIGURATION_FAILED',
  'ERR_PAC_SCRIPT_FAILED',
  'ERR_SOCKS_CONNECTION_FAILED',
  'ERR_SOCKS_CONNECTION_HOST_UNREACHABLE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
]);

const untrustedCertificate = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN',
]);

/** The problem behind a request that got no answer. Anything not known by name counts as "the platform is down". */
export const networkFailureOf = (error: unknown, host: string): Problem => {
  const codes = errorCodes(error);
  if (codes.some((code) => code.startsWith('ERR_CERT_') || untrustedCertificate.has(code))) {
    return { kind: 'certificate-not-trusted', host };
  }
  if (codes.some((code) => noNetwork.has(code))) return { kind: 'no-network' };
  return { kind: 'platform-down', status: null };
};

/** Every code an error and its causes carry, without any other word of theirs. */
export const errorCodes = (error: unknown): string[] => {
  const codes: string[] = [];
  let current = error;
  // Bounded, since a chain of causes may be a circle.
  for (let depth = 0; depth < 6 && typeof current === 'object' && current !== null; depth += 1) {
    if ('code' in current && typeof current.code === 'string') codes.push(current.code);
    if ('message' in current && typeof current.message === 'string') {
      codes.push(...[...current.message.matchAll(/\bnet::(ERR_[A-Z0-9_]+)/g)].flatMap(([, code]) => code ?? []));
    }
    // A connection tried over several addresses fails with the errors of each.
    if ('errors' in current && Array.isArray(current.errors)) codes.push(...current.errors.flatMap(errorCodes));
    current = 'cause' in current ? current.cause : undefined;
  }
  return codes;
};
