import { describe, expect, it } from 'vitest';
import { decideRegistration, type RegistrationFacts } from './linkRegistration';

const development: RegistrationFacts = {
  platform: 'linux',
  isPackaged: false,
  executable: '/opt/electron/electron',
  appPath: '/home/ana/smartspace',
  isSandboxOff: false,
  appImage: undefined,
  dataHome: undefined,
  home: '/home/ana',
  profile: '/home/ana/profile',
  platformAddress: undefined,
};

const execOf = (facts: RegistrationFacts): string => {
  const registration = decideRegistration(facts);
  const line = registration.kind === 'desktop-entry' ? /^Exec=(.*)$/m.exec(registration.content)?.[1] : undefined;
  return line ?? 'no entry';
};

describe('decideRegistration', () => {
  it.each(['win32', 'darwin'] as const)('has the link come after -- on %s', (platform) => {
    const facts = { ...development, platform };
    const executable = facts.executable;
    expect(decideRegistration({ ...facts, isPackaged: true })).toEqual({
      kind: 'system',
      executable,
      parameters: ['--'],
    });
    expect(decideRegistration(facts)).toEqual({ kind: 'system', executable, parameters: [facts.appPath, '--'] });
  });

  it('writes an entry that starts this very checkout during development', () => {
    expect(decideRegistration(development)).toEqual({
      kind: 'desktop-entry',
      file: '/home/ana/.local/share/applications/smartspace-desktop-development.desktop',
      content: [
        '[Desktop Entry]',
        'Type=Application',
        'Name=Smartspace (development)',
        'Exec=env SMARTSPACE_PROFILE_DIR=/home/ana/profile /opt/electron/electron /home/ana/smartspace -- %u',
        'Terminal=false',
        'NoDisplay=true',
        'MimeType=x-scheme-handler/smartspace;',
        '',
      ].join('\n'),
    });
  });

  it('starts it as it was started itself', () => {
    const facts = { ...development, isSandboxOff: true, platformAddress: 'http://127.0.0.1:4020' };
    expect(execOf(facts)).toBe(
      'env SMARTSPACE_PROFILE_DIR=/home/ana/profile SMARTSPACE_URL=http://127.0.0.1:4020 ' +
        '/opt/electron/electron --no-sandbox /home/ana/smartspace -- %u',
    );
  });

  it('names the file of an AppImage, not the folder it runs from', () => {
    const facts = { ...development, isPackaged: true, executable: '/tmp/.mount_x/smartspace', isSandboxOff: true };
    expect(execOf({ ...facts, appImage: '/home/ana/Smartspace.AppImage' })).toBe('/home/ana/Smartspace.AppImage -- %u');
  });

  it('leaves it to the package that was installed', () => {
    expect(decideRegistration({ ...development, isPackaged: true })).toEqual({ kind: 'none' });
  });

  it.each([
    ['/data', '/data/applications/smartspace-desktop-development.desktop'],
    ['relative', '/home/ana/.local/share/applications/smartspace-desktop-development.desktop'],
    ['', '/home/ana/.local/share/applications/smartspace-desktop-development.desktop'],
  ])('puts the entry where XDG_DATA_HOME=%j says', (dataHome, file) => {
    expect(decideRegistration({ ...development, dataHome })).toMatchObject({ file });
  });

  it.each([
    ['/home/ana maria/app', '"/home/ana maria/app"'],
    ['/home/ana/50%', '/home/ana/50%%'],
    ['/home/ana/$(rm)', String.raw`"/home/ana/\\$(rm)"`],
    ['/home/ana/`x`"y"', String.raw`"/home/ana/\\` + '`x' + String.raw`\\` + '`' + String.raw`\\"y\\""`],
    [String.raw`/home/ana/a\b`, String.raw`"/home/ana/a\\\\b"`],
    ['/home/ana;x', '"/home/ana;x"'],
  ])('quotes %s for the entry', (appPath, quoted) => {
    expect(execOf({ ...development, appPath })).toContain(` ${quoted} -- %u`);
  });
});
