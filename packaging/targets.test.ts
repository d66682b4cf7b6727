import { describe, expect, it } from 'vitest';
import { chooseTargets, describeTargets, judge, targets } from './targets';
import type { Machine } from './targets';

const offline: Machine = { system: 'linux', canReachGitHub: false, hasPinnedElectron: false, hasArchiver: true };
const online: Machine = { ...offline, canReachGitHub: true, hasPinnedElectron: true };

describe('what can be built where', () => {
  it('is, on a Linux that can not reach GitHub, what needs no tool from there', () => {
    expect(chooseTargets([], offline)).toEqual(['tar.gz', 'dir']);
    expect(chooseTargets([], { ...offline, hasArchiver: false })).toEqual(['dir']);
  });

  it('is everything of its own system where GitHub can be reached', () => {
    expect(chooseTargets([], online)).toEqual(['AppImage', 'deb', 'rpm', 'tar.gz', 'dir']);
    expect(chooseTargets([], { ...online, system: 'darwin' })).toEqual(['dmg', 'zip', 'dir']);
    expect(chooseTargets([], { ...online, system: 'win32' })).toEqual(['nsis', 'msi', 'dir']);
  });

  it('is said with the reason, for every package there is', () => {
    const table = describeTargets(offline);
    expect(table.split('\n')).toHaveLength(targets.length + 2);
    expect(table).toMatch(/Windows +msi .*no: is built on Windows/);
    expect(table).toMatch(/macOS +dmg .*no: is built on macOS/);
    expect(table).toMatch(/Linux +deb .*no: needs tools .* GitHub/);
    expect(table).toMatch(/Linux +tar\.gz .*yes, for development only/);
    for (const target of targets) expect(judge(target, online).reason).not.toBe('');
  });

  it('is refused in words where it was asked for in vain', () => {
    expect(() => chooseTargets(['deb'], offline)).toThrow('deb needs tools');
    expect(() => chooseTargets(['dmg'], offline)).toThrow('dmg is built on macOS');
    expect(() => chooseTargets(['snap'], offline)).toThrow('There is no package called snap.');
    expect(chooseTargets(['dir'], offline)).toEqual(['dir']);
  });
});
