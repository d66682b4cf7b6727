import { describe, expect, it } from 'vitest';
import { choosePlatformAddress } from './platformAddress';

const choose = (environment: string | undefined, enforced: string | null = null, recommended: string | null = null) =>
  choosePlatformAddress({ enforced, environment, recommended });

describe('choosePlatformAddress', () => {
  it.each([undefined, '', '  '])('is the default where SMARTSPACE_URL is %j', (value) => {
    expect(choose(value)).toEqual({
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
    expect(choose(value)).toEqual({ kind: 'valid', url, origin: new URL(url).origin });
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
    expect(choose(value)).toEqual({ kind: 'invalid', source: 'SMARTSPACE_URL', problem });
  });

  it('puts a policy before SMARTSPACE_URL, even before a bad one', () => {
    const managed = { kind: 'valid', url: 'https://managed.example', origin: 'https://managed.example' };
    expect(choose('https://platform.example', managed.url)).toEqual(managed);
    expect(choose('nonsense', managed.url)).toEqual(managed);
  });

  it('puts a suggestion behind SMARTSPACE_URL and before the default', () => {
    expect(choose('https://platform.example', null, 'https://managed.example')).toMatchObject({
      url: 'https://platform.example',
    });
    expect(choose(' ', null, 'https://managed.example')).toMatchObject({ url: 'https://managed.example' });
  });
});
