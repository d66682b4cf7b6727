import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createConfiguration } from './configuration';
import { defaultUpdateFeed } from './packageFacts';
import type { PackageFacts } from './packageFacts';

const root = path.resolve(import.meta.dirname, '..');

const trial: PackageFacts = {
  updateFeed: defaultUpdateFeed,
  publisherNames: ['CN=Smartspace Ltda, O=Smartspace Ltda, C=BR'],
  purpose: { kind: 'trial' },
};
const development: PackageFacts = {
  ...trial,
  purpose: { kind: 'development', electronFolder: '/electron', electronVersion: '33.2.1' },
};

const targetsOf = (target: unknown): readonly unknown[] => (Array.isArray(target) ? target : []);

describe('the configuration of the packages', () => {
  it('names the app as all else does', () => {
    const { appId, productName, protocols } = createConfiguration(trial);
    expect(appId).toBe('br.com.smartspace.desktop');
    expect(productName).toBe('Smartspace Desktop');
    expect(protocols).toEqual([{ name: 'Smartspace', schemes: ['smartspace'], role: 'Viewer' }]);
  });

  it('ships no source, no source map and no door of the tests', () => {
    const { files } = createConfiguration(trial);
    expect(files).toContain('!out/main/chunks/testDoors-*.js');
    expect(files).toContain('!**/*.map');
  });

  it('states every fuse the packager knows, and packs into an archive whose integrity is checked', () => {
    const { electronFuses, asar, disableAsarIntegrity, asarUnpack } = createConfiguration(trial);
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(asar).toEqual({ smartUnpack: false });
    expect(disableAsarIntegrity).toBeUndefined();
    expect(asarUnpack).toEqual(['**/*.node']);
  });

  it('makes for Windows an installer for one or for all, and a package for everybody, that check who signed an update', () => {
    const { win, nsis, msi } = createConfiguration(trial);
    expect(targetsOf(win?.target)).toEqual([
      { target: 'nsis', arch: ['x64', 'arm64'] },
      { target: 'msi', arch: ['x64'] },
    ]);
    expect(nsis).toMatchObject({ oneClick: false, perMachine: false, allowElevation: true });
    expect(msi).toMatchObject({ perMachine: true, runAfterFinish: false });
    expect(msi?.upgradeCode).toBe('36CA4D60-FF9F-4C6A-A13F-2C330AE09F09');
    expect(win?.verifyUpdateCodeSignature).toBe(true);
    expect(win?.signtoolOptions?.publisherName).toEqual(trial.publisherNames);
  });

  it('takes the scheme of the links out of the registry with the app', async () => {
    const include = createConfiguration(trial).nsis?.include;
    expect(await readFile(path.join(root, include ?? ''), 'utf8')).toContain(
      'DeleteRegKey HKCU "Software\\Classes\\smartspace"',
    );
  });

  it('makes for macOS a universal image and archive, hardened, notarised, with one entitlement', async () => {
    const { mac } = createConfiguration(trial);
    expect(targetsOf(mac?.target)).toEqual([
      { target: 'dmg', arch: ['universal'] },
      { target: 'zip', arch: ['universal'] },
    ]);
    expect(mac).toMatchObject({ hardenedRuntime: true, notarize: true });
    const entitlements = await readFile(path.join(root, mac?.entitlements ?? ''), 'utf8');
    expect([...entitlements.matchAll(/<key>(.*)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ]);
    expect(mac?.entitlementsInherit).toBe(mac?.entitlements);
  });

  it('makes for Linux what each family of systems installs, with links that can smuggle in no switch', () => {
    const { linux } = createConfiguration(trial);
    expect(targetsOf(linux?.target).map((target) => Reflect.get(Object(target), 'target') as unknown)).toEqual([
      'AppImage',
      'deb',
      'rpm',
      'tar.gz',
    ]);
    expect(linux).toMatchObject({ executableName: 'smartspace-desktop', executableArgs: ['--', '%u'] });
    expect(linux?.maintainer).toMatch(/^.+ <.+@.+>$/);
  });

  it('names files that are there', () => {
    const { win, mac, linux, nsis } = createConfiguration(trial);
    for (const file of [win?.icon, mac?.icon, linux?.icon, mac?.entitlements, nsis?.include]) {
      expect(existsSync(path.join(root, file ?? 'missing')), String(file)).toBe(true);
    }
  });

  it('signs all of a release, and marks what is for development by its name and its folder', () => {
    const release = createConfiguration({ ...trial, purpose: { kind: 'release' } });
    expect(release.forceCodeSigning).toBe(true);
    expect(release.artifactName).not.toContain('development');
    const marked = createConfiguration(development);
    expect(marked.artifactName).toContain('-development-only-electron-33.2.1');
    expect(marked.directories?.output).toBe(path.join('dist', 'development'));
    expect(marked.electronDist).toBe('/electron');
  });

  it('lets updates come from the one feed', () => {
    expect(createConfiguration({ ...trial, updateFeed: 'https://feed.example/app' }).publish).toEqual([
      expect.objectContaining({ provider: 'generic', url: 'https://feed.example/app' }),
    ]);
  });
});

describe('the icons', () => {
  it('are pictures of the size their names say', async () => {
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
      const picture = await readFile(path.join(root, `build/icons/${size}x${size}.png`));
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  it('hold for Windows and macOS the sizes that these ask for', async () => {
    const windows = await readFile(path.join(root, 'build/icon.ico'));
    const sizes = Array.from({ length: windows.readUInt16LE(4) }, (_, index) => windows[6 + 16 * index]);
    // 0 stands for 256.
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 0]);
    const apple = await readFile(path.join(root, 'build/icon.icns'));
    const types: string[] = [];
    for (let at = 8; at < apple.length; at += apple.readUInt32BE(at + 4))
      types.push(apple.toString('latin1', at, at + 4));
    expect(types).toEqual(['icp4', 'icp5', 'ic11', 'ic12', 'ic07', 'ic08', 'ic13', 'ic09', 'ic14', 'ic10']);
  });
});
