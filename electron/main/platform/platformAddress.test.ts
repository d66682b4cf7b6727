import { describe, expect, it } from 'vitest';
import { choosePlatformAddress } from './platformAddress';

describe('choosePlatformAddress', () => {
  it.each([undefined, '', '  '])('is the default where SMARTSPACE_URL is %j', (value) => {
    expect(choosePlatformAddress(value)).toEqual({
      kind: 'valid',
      url: 'https://app.smartspace.us',
      origin: 'https://app.smartspace.us',
    });
  });

  it.each([
    ['https://platform.example/', 'https://platform.example'],
    [' https://platform.example/base// ', 'https://platform.example/base'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://localhost:8080/', 'http://localhost:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('takes %s', (value, url) => {
    expect(choosePlatformAddress(value)).toEqual({ kind: 'valid', url, origin: new URL(url).origin });
  });

  it.each([
    ['platform.example', 'not-an-address'],
    ['http://platform.example', 'not-https'],
    ['http://127.0.0.1.platform.example', 'not-https'],
    ['ftp://127.0.0.1', 'not-https'],
    ['https://user:word@platform.example', 'carries-credentials'],
    ['https://platform.example/?tenant=1', 'carries-more-than-a-path'],
    ['https://platform.example/#top', 'carries-more-than-a-path'],
  ])('refuses %s', (value, problem) => {
    expect(choosePlatformAddress(value)).toEqual({ kind: 'invalid', source: 'SMARTSPACE_URL', problem });
  });
});
