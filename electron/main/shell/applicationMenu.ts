import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { Texts } from './texts';

export interface ApplicationMenuOptions {
  readonly texts: Texts;
  readonly isMac: boolean;
  readonly onQuit: () => void;
  readonly onReload: () => void;
}

/** The application's menu: on Windows and Linux hidden until Alt, but its shortcuts always work. */
export const buildMenuTemplate = (options: ApplicationMenuOptions): MenuItemConstructorOptions[] => {
  const { texts, isMac, onQuit, onReload } = options;
  const quit: MenuItemConstructorOptions = { label: texts.quit, accelerator: 'CmdOrCtrl+Q', click: onQuit };
  return [
    isMac
      ? {
          role: 'appMenu',
          submenu: [{ role: 'about' }, { type: 'separator' }, { role: 'hide' }, { role: 'hideOthers' }, quit],
        }
      : { label: texts.file, submenu: [quit] },
    {
      label: texts.edit,
      submenu: [
        { role: 'undo', label: texts.undo },
        { role: 'redo', label: texts.redo },
        { type: 'separator' },
        { role: 'cut', label: texts.cut },
        { role: 'copy', label: texts.copy },
        { role: 'paste', label: texts.paste },
        { role: 'selectAll', label: texts.selectAll },
      ],
    },
    {
      label: texts.view,
      submenu: [
        // Not the role: that one reloads without asking.
        { label: texts.reload, accelerator: 'CmdOrCtrl+R', click: onReload },
        { type: 'separator' },
        { role: 'resetZoom', label: texts.actualSize },
        { role: 'zoomIn', label: texts.zoomIn },
        { role: 'zoomOut', label: texts.zoomOut },
        { type: 'separator' },
        { role: 'togglefullscreen', label: texts.fullScreen },
      ],
    },
    {
      label: texts.window,
      submenu: [
        { role: 'minimize', label: texts.minimise },
        // The role closes the window as its button does: `close` is guarded.
        { role: 'close', label: texts.close },
      ],
    },
  ];
};

export const setApplicationMenu = (options: ApplicationMenuOptions): void => {
  Menu.setApplicationMenu(Menu.buildFromTemplate(buildMenuTemplate(options)));
};
