import { describe, expect, it } from 'vitest';
import { createBeforePack } from './hooks';
import { defaultUpdateFeed, readPackageFacts } from './packageFacts';
import type { PackageFacts } from './packageFacts';
import { missingRequirements } from './requirements';

const publisher = 'CN=Smartspace Ltda, O=Smartspace Ltda, C=BR';
const facts = (change: Partial<PackageFacts> = {}): PackageFacts => ({
  updateFeed: defaultUpdateFeed,
  publisherNames: [publisher],
  purpose: { kind: 'trial' },
  ...change,
});
const release = facts({ purpose: { kind: 'release' } });

describe('what a package needs', () => {
  it('is, for Windows, the name of whoever signs: without it the build fails', async () => {
    const build = createBeforePack(facts({ publisherNames: [] }))({ electronPlatformName: 'win32' });
    await expect(build).rejects.toThrow('SMARTSPACE_PUBLISHER_NAME is missing');
    await expect(createBeforePack(facts())({ electronPlatformName: 'win32' })).resolves.toBeUndefined();
  });

  it('is that name in full, since a common name alone can be had by others', () => {
    expect(missingRequirements('win32', facts({ publisherNames: ['Smartspace Ltda'] }), {})).toHaveLength(1);
    expect(missingRequirements('win32', facts({ publisherNames: [publisher, 'CN=Old, O=Old, C=BR'] }), {})).toEqual([]);
  });

  it('is, for a release, something to sign with', () => {
    expect(missingRequirements('win32', release, {})).toEqual([
      'WIN_CSC_LINK is missing.',
      'WIN_CSC_KEY_PASSWORD is missing.',
    ]);
    expect(missingRequirements('darwin', release, { CSC_LINK: 'x', CSC_KEY_PASSWORD: 'x', APPLE_API_KEY: '' })).toEqual(
      ['APPLE_API_KEY is missing.', 'APPLE_API_KEY_ID is missing.', 'APPLE_API_ISSUER is missing.'],
    );
    expect(missingRequirements('linux', release, {})).toEqual([]);
  });

  it('is a system that there are packages for', () => {
    expect(() => createBeforePack(facts())({ electronPlatformName: 'mas' })).toThrow('There are no packages for mas.');
  });
});

describe('the facts of a build', () => {
  it('are those of a trial where nothing is said', () => {
    expect(readPackageFacts({})).toEqual({ ...facts(), publisherNames: [] });
    expect(readPackageFacts({ SMARTSPACE_RELEASE: '', SMARTSPACE_UPDATE_FEED: '' }).purpose).toEqual({ kind: 'trial' });
  });

  it('take the feed and the names of the old and the new certificate from the environment', () => {
    const read = readPackageFacts({
      SMARTSPACE_UPDATE_FEED: 'https://feed.example/app',
      SMARTSPACE_PUBLISHER_NAME: `${publisher} | CN=New, O=New, C=BR`,
    });
    expect(read).toMatchObject({
      updateFeed: 'https://feed.example/app',
      publisherNames: [publisher, 'CN=New, O=New, C=BR'],
    });
  });

  it('refuse a feed that is not https, naming the variable', () => {
    expect(() => readPackageFacts({ SMARTSPACE_UPDATE_FEED: 'http://feed.example' })).toThrow('SMARTSPACE_UPDATE_FEED');
  });

  it('refuse a release with another Electron than the pinned one', () => {
    const environment = { SMARTSPACE_PACKAGE_ELECTRON: '/electron', SMARTSPACE_PACKAGE_ELECTRON_VERSION: '33.2.1' };
    expect(readPackageFacts(environment).purpose.kind).toBe('development');
    expect(() => readPackageFacts({ ...environment, SMARTSPACE_RELEASE: '1' })).toThrow('pinned Electron only');
    expect(() => readPackageFacts({ SMARTSPACE_PACKAGE_ELECTRON: '/electron' })).toThrow('VERSION is missing');
  });
});
