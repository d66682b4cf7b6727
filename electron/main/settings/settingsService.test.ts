import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SettingsState } from '../../../shared/state/settings';
import { MemoryLogger } from '../logging/memoryLogger';
import { gatherPolicies } from '../policies/managedPolicies';
import { Policies } from '../policies/policies';
import { readSettingsText } from './settingsDisk';
import { SettingsService } from './settingsService';

const policiesOf = (content: unknown) =>
  new Policies({ managed: gatherPolicies([{ kind: 'read', place: 'computer', content }]), environment: {} });

describe('SettingsService', () => {
  let folder: string;
  let logger: MemoryLogger;
  let services: SettingsService[];
  const createService = (profile = folder) => {
    const service = new SettingsService({
      folder: profile,
      initialText: readSettingsText(profile),
      environmentLanguage: undefined,
      systemLanguage: 'pt-BR',
      logger,
    });
    services.push(service);
    return service;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'settings-'));
    logger = new MemoryLogger();
    services = [];
  });

  afterEach(async () => {
    // A write still on its way would put a file into the folder while it is removed.
    await Promise.all(services.map((service) => service.flush()));
    await rm(folder, { recursive: true, force: true });
  });

  it('brings what was chosen over a restart', async () => {
    const settings = createService();
    settings.change({ language: 'en', theme: 'dark' });
    settings.change({ isSideMenuCollapsed: true, microsoftPlace: 'browser' });
    settings.change({ closesToTray: true, startsAtLogin: true });
    settings.setTrayExplained();
    settings.setHasLoginEntry(true);
    settings.rememberEmail('ana@example.com');
    settings.setHadSession(true);
    await settings.flush();
    const next = createService();
    expect(next.state.value).toEqual({
      language: 'en',
      theme: 'dark',
      isSideMenuCollapsed: true,
      microsoftPlace: 'browser',
      closesToTray: true,
      startsAtLogin: true,
      lastEmail: 'ana@example.com',
      effectiveLanguage: 'en',
      enforced: [],
    });
    expect(next.hadSession).toBe(true);
    expect(next.isTrayExplained).toBe(true);
    expect(next.hasLoginEntry).toBe(true);
    expect(await readdir(folder)).toEqual(['settings.json']);
  });

  it('has a change in the file at once when the system will not wait, also while it writes an older one', async () => {
    const settings = createService();
    settings.change({ theme: 'dark' });
    settings.change({ language: 'en' });
    settings.flushAtOnce();
    expect(createService().state.value).toMatchObject({ theme: 'dark', language: 'en' });
    await settings.flush();
    expect(createService().state.value).toMatchObject({ theme: 'dark', language: 'en' });
    expect(await readdir(folder)).toEqual(['settings.json']);
  });

  it('tells of a change at once, and of nothing that did not change', () => {
    const settings = createService();
    const told: SettingsState[] = [];
    settings.state.onDidChange((state) => told.push(state));
    settings.change({ theme: 'dark' });
    settings.change({ theme: 'dark' });
    settings.setHadSession(true);
    expect(told.map(({ theme }) => theme)).toEqual(['dark']);
    expect(told[0]).not.toHaveProperty('hadSession');
  });

  it('has a suggestion count until the agent has chosen, and knows the choice the next time', async () => {
    const suggestion = policiesOf({ Recommended: { CloseToTray: true, StartAtLogin: true } });
    const settings = createService();
    expect(settings.state.value).toMatchObject({ closesToTray: false, startsAtLogin: false });
    const told: SettingsState[] = [];
    settings.state.onDidChange((state) => told.push(state));
    settings.obey(suggestion);
    expect(told).toMatchObject([{ closesToTray: true, startsAtLogin: true, enforced: [] }]);
    settings.change({ theme: 'dark' });
    settings.change({ closesToTray: false });
    await settings.flush();
    const next = createService();
    expect(next.chosen).toMatchObject({ closesToTray: false, startsAtLogin: null });
    next.obey(suggestion);
    expect(next.state.value).toMatchObject({ closesToTray: false, startsAtLogin: true });
  });

  it('takes no choice for what is enforced, and has the one made before count again without the policy', async () => {
    const settings = createService();
    settings.change({ closesToTray: true });
    settings.obey(policiesOf({ CloseToTray: false }));
    expect(settings.state.value).toMatchObject({ closesToTray: false, enforced: ['closesToTray'] });
    settings.change({ closesToTray: false, startsAtLogin: true });
    expect(settings.state.value).toMatchObject({ closesToTray: false, startsAtLogin: true });
    await settings.flush();
    expect(createService().state.value).toMatchObject({ closesToTray: true, startsAtLogin: true });
  });

  it('follows the system again once no language is chosen', () => {
    const settings = createService();
    settings.change({ language: 'en' });
    expect(settings.state.value.effectiveLanguage).toBe('en');
    settings.change({ language: null });
    expect(settings.state.value).toMatchObject({ language: null, effectiveLanguage: 'pt-BR' });
  });

  it('keeps a damaged file aside and starts over', async () => {
    await writeFile(join(folder, 'settings.json'), '{"theme": "da');
    const settings = createService();
    expect(settings.state.value.theme).toBe('system');
    settings.change({ theme: 'light' });
    await settings.flush();
    expect(await readFile(join(folder, 'settings.corrupt.json'), 'utf8')).toBe('{"theme": "da');
    expect(createService().state.value.theme).toBe('light');
  });

  it('goes on where the folder can not be written, and leaves no half a file', async () => {
    const blocked = join(folder, 'file');
    await writeFile(blocked, '');
    const settings = createService(join(blocked, 'profile'));
    settings.change({ theme: 'dark' });
    await settings.flush();
    expect(settings.state.value.theme).toBe('dark');
    expect(logger.lines.join()).toContain('could not be written');
    expect(await readdir(folder)).toEqual(['file']);
  });
});
