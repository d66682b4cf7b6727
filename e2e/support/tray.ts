import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RunningApp } from './app';

export interface FakeDesktop {
  /** What has the app find this desktop's answer in place of the real one's. */
  readonly env: Readonly<Record<string, string>>;
  /** The tray goes away, or comes back. */
  readonly setTray: (isThere: boolean) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** A Linux desktop with or without a tray, as far as the app asks: no virtual display has either. */
export const createFakeDesktop = async (isThere: boolean): Promise<FakeDesktop> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'desktop-'));
  const setTray = async (hasTray: boolean) => {
    const script = hasTray ? 'echo "b true"' : 'echo "Failed to get property" >&2; exit 1';
    await writeFile(path.join(folder, 'busctl'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  };
  await setTray(isThere);
  return {
    env: { PATH: `${folder}:${process.env['PATH'] ?? ''}` },
    setTray,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};

/** Whether the app's own window is on the screen. */
export const isWindowVisible = ({ application }: RunningApp): Promise<boolean> =>
  application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() === true);

/** Shows the app's own window again, as its icon in the tray does. */
export const showWindowAgain = ({ application }: RunningApp): Promise<void> =>
  application.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.show();
  });

/** Keeps the menu of the tray from now on, as it is next made: nobody can look into a real one. */
export const watchTrayMenu = ({ application }: RunningApp): Promise<void> =>
  application.evaluate(({ Menu }) => {
    const build = Menu.buildFromTemplate.bind(Menu);
    Menu.buildFromTemplate = (template) => {
      const menu = build(template);
      // The application's menu has menus in it.
      if (menu.items.every(({ submenu }) => !submenu)) Reflect.set(globalThis, 'trayMenu', menu);
      return menu;
    };
  });

/** Chooses an item of the tray's menu by its text. */
export const chooseFromTray = ({ application }: RunningApp, label: string): Promise<void> =>
  application.evaluate((_electron, text) => {
    const menu = Reflect.get(globalThis, 'trayMenu') as Electron.Menu | undefined;
    const item = menu?.items.find((candidate) => candidate.label === text);
    if (item === undefined) throw new Error(`There is no item "${text}" in the tray's menu`);
    // Returns before it has come to anything: quitting would take this answer with it.
    setTimeout(() => {
      Reflect.apply(item.click, item, []);
    });
  }, label);
