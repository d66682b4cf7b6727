import { describe, expect, it } from 'vitest';
import { decideStartAtLogin } from './startAtLogin';
import type { StartAtLoginFacts } from './startAtLogin';

const facts: StartAtLoginFacts = {
  platform: 'linux',
  isPackaged: true,
  executable: '/opt/Smartspace Desktop/smartspace-desktop',
  appPath: '/opt/Smartspace Desktop/resources/app.asar',
  isSandboxOff: false,
  appImage: undefined,
  profile: '/home/maria/.config/smartspace-desktop',
  platformAddress: undefined,
  configHome: undefined,
  home: '/home/maria',
};

const execOf = (given: StartAtLoginFacts): string | undefined => {
  const decision = decideStartAtLogin(given);
  return decision.kind === 'desktop-entry' ? /^Exec=(.*)$/m.exec(decision.content)?.[1] : undefined;
};

describe('decideStartAtLogin', () => {
  it("leaves it to the system's own list on Windows and macOS", () => {
    for (const platform of ['win32', 'darwin'] as const) {
      expect(decideStartAtLogin({ ...facts, platform })).toEqual({
        kind: 'system',
        executable: facts.executable,
        parameters: [],
      });
    }
    expect(decideStartAtLogin({ ...facts, platform: 'win32', isPackaged: false })).toMatchObject({
      parameters: [facts.appPath],
    });
  });

  it('writes an entry that a Linux desktop starts', () => {
    expect(decideStartAtLogin(facts)).toEqual({
      kind: 'desktop-entry',
      file: '/home/maria/.config/autostart/smartspace-desktop.desktop',
      content: [
        '[Desktop Entry]',
        'Type=Application',
        'Name=Smartspace',
        'Exec="/opt/Smartspace Desktop/smartspace-desktop"',
        'Terminal=false',
        'X-GNOME-Autostart-enabled=true',
        '',
      ].join('\n'),
    });
  });

  it('starts an AppImage by its file, and a run from the sources with its own profile', () => {
    expect(execOf({ ...facts, appImage: '/home/maria/Smartspace.AppImage' })).toBe('/home/maria/Smartspace.AppImage');
    const development = { ...facts, isPackaged: false, isSandboxOff: true, platformAddress: 'http://localhost:1' };
    expect(execOf({ ...development, executable: '/usr/bin/electron', appPath: '/src', profile: '/p' })).toBe(
      'env SMARTSPACE_PROFILE_DIR=/p SMARTSPACE_URL=http://localhost:1 /usr/bin/electron --no-sandbox /src',
    );
  });

  it('goes by the folder the desktop names, unless that is a relative one', () => {
    expect(decideStartAtLogin({ ...facts, configHome: '/c' })).toMatchObject({
      file: '/c/autostart/smartspace-desktop.desktop',
    });
    expect(decideStartAtLogin({ ...facts, configHome: 'c' })).toMatchObject({
      file: '/home/maria/.config/autostart/smartspace-desktop.desktop',
    });
  });
});
