import { describe, expect, it } from 'vitest';
import { whyNotUpdatable } from './updatability';
import type { Installation } from './updatability';

const windows: Installation = {
  isPackaged: true,
  platform: 'win32',
  hasFeed: true,
  hasOwnUninstaller: true,
  isWritableAppImage: false,
};
const linux: Installation = { ...windows, platform: 'linux', hasOwnUninstaller: false, isWritableAppImage: true };

describe('whyNotUpdatable', () => {
  it.each([
    ['our own installer on Windows', windows, null],
    ['an MSI', { ...windows, hasOwnUninstaller: false }, 'not-updatable'],
    ['macOS', { ...windows, platform: 'darwin', hasOwnUninstaller: false }, null],
    ['an AppImage', linux, null],
    [
      'an AppImage in a folder of the system, a deb, an rpm or an archive',
      { ...linux, isWritableAppImage: false },
      'not-updatable',
    ],
    ['a package without a feed', { ...windows, hasFeed: false }, 'not-updatable'],
    ['the sources', { ...linux, isPackaged: false }, 'development'],
  ] as const)('from %s', (_what, installation, reason) => {
    expect(whyNotUpdatable('stable', installation)).toBe(reason);
    expect(whyNotUpdatable('beta', installation)).toBe(reason);
    expect(whyNotUpdatable('off', installation)).toBe('managed');
  });
});
