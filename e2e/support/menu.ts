import type { RunningApp } from './app';

/** Chooses an item of the application's menu by its text, as its click and its shortcut do. */
export const chooseFromMenu = ({ application }: RunningApp, label: string): Promise<void> =>
  application.evaluate(({ Menu }, text) => {
    const menus = Menu.getApplicationMenu()?.items ?? [];
    const item = menus.flatMap(({ submenu }) => submenu?.items ?? []).find((candidate) => candidate.label === text);
    if (item === undefined) throw new Error(`There is no menu item "${text}"`);
    // Returns before it has come to anything: quitting would take this answer with it.
    setTimeout(() => {
      Reflect.apply(item.click, item, []);
    });
  }, label);

/** Presses Ctrl and a key in the window: not through the page, so that the menu's shortcuts hear it. */
export const pressShortcut = ({ application }: RunningApp, key: string): Promise<void> =>
  application.evaluate(({ BrowserWindow }, keyCode) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.focus();
    contents?.sendInputEvent({ type: 'rawKeyDown', keyCode, modifiers: ['control'] });
    contents?.sendInputEvent({ type: 'keyUp', keyCode, modifiers: ['control'] });
  }, key);
