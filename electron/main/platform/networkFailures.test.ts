import { describe, expect, it } from 'vitest';
import { errorCodes, networkFailureOf } from './networkFailures';

const host = 'app.smartspace.us';
const coded = (code: string) => Object.assign(new Error('failed'), { code });

describe('networkFailureOf', () => {
  it.each([
    'net::ERR_INTERNET_DISCONNECTED',
    'net::ERR_NAME_NOT_RESOLVED',
    'net::ERR_ADDRESS_UNREACHABLE',
    'net::ERR_NETWORK_CHANGED',
    'net::ERR_PROXY_CONNECTION_FAILED',
    'net::ERR_TUNNEL_CONNECTION_FAILED',
  ])("takes Chromium's %s for a computer without a network", (message) => {
    expect(networkFailureOf(new Error(message), host)).toEqual({ kind: 'no-network' });
  });

  it.each(['net::ERR_CERT_AUTHORITY_INVALID', 'net::ERR_CERT_DATE_INVALID', 'net::ERR_CERT_COMMON_NAME_INVALID'])(
    "takes Chromium's %s for a certificate that is not trusted",
    (message) => {
      expect(networkFailureOf(new Error(message), host)).toEqual({ kind: 'certificate-not-trusted', host });
    },
  );

  it.each([
    'net::ERR_CONNECTION_REFUSED',
    'net::ERR_TIMED_OUT',
    'net::ERR_CONNECTION_RESET',
    'net::ERR_EMPTY_RESPONSE',
  ])("takes Chromium's %s for a platform that is down", (message) => {
    expect(networkFailureOf(new Error(message), host)).toEqual({ kind: 'platform-down', status: null });
  });

  it("finds Node's code in the cause of a failed fetch", () => {
    const failed = (code: string) => new TypeError('fetch failed', { cause: coded(code) });
    expect(networkFailureOf(failed('ENOTFOUND'), host)).toEqual({ kind: 'no-network' });
    expect(networkFailureOf(failed('DEPTH_ZERO_SELF_SIGNED_CERT'), host)).toEqual({
      kind: 'certificate-not-trusted',
      host,
    });
    expect(networkFailureOf(failed('ECONNREFUSED'), host)).toEqual({ kind: 'platform-down', status: null });
  });

  it('finds the codes of a connection that was tried over several addresses', () => {
    const error = new TypeError('fetch failed', { cause: new AggregateError([coded('ENETUNREACH')]) });
    expect(networkFailureOf(error, host)).toEqual({ kind: 'no-network' });
  });

  it.each([undefined, null, 'net::ERR_INTERNET_DISCONNECTED', 7, {}])(
    'takes %j for a platform that is down',
    (error) => {
      expect(networkFailureOf(error, host)).toEqual({ kind: 'platform-down', status: null });
    },
  );
});

describe('errorCodes', () => {
  it('comes to an end with causes in a circle', () => {
    const error = new Error('net::ERR_FAILED');
    error.cause = error;
    expect(new Set(errorCodes(error))).toEqual(new Set(['ERR_FAILED']));
  });
});
