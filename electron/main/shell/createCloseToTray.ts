import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Logger } from '../logging/logger';
import type { SettingsService } from '../settings/settingsService';
import { showWindow } from '../windows/mainWindow';
import { CloseToTray } from './closeToTray';
import { texts } from './texts';
import { hasTrayHost } from './trayHost';
import type { TrayIcon } from './trayIcon';

export interface CloseToTrayParts {
  readonly window: BrowserWindow;
  readonly settings: SettingsService;
  readonly resources: string;
  readonly requestQuit: () => void;
  readonly logger: Logger;
}

/** Puts closing to the tray together. The icon's code is loaded when somebody wants one. */
export const createCloseToTray = (parts: CloseToTrayParts): CloseToTray => {
  const { window, settings, resources, requestQuit, logger } = parts;
  const { platform } = process;
  const currentTexts = () => texts[settings.state.value.effectiveLanguage];
  const open = () => {
    showWindow(window);
  };
  let icon: TrayIcon | null = null;
  const closing = new CloseToTray({
    isWanted: () => settings.state.value.closesToTray,
    hasTray: () => hasTrayHost(platform),
    showIcon: async () => {
      const { TrayIcon } = await import('./trayIcon');
      icon ??= new TrayIcon({ resources, platform, texts: currentTexts, onOpen: open, onQuit: requestQuit });
      icon.show();
    },
    hideIcon: () => icon?.hide(),
    hideWindow: () => {
      window.hide();
    },
    isExplained: () => settings.isTrayExplained,
    explain: async () => {
      const { trayTitle, trayText, understood } = currentTexts();
      const buttons = [understood];
      await dialog.showMessageBox(window, {
        type: 'info',
        title: 'Smartspace',
        message: trayTitle,
        detail: trayText,
        buttons,
      });
    },
    tellExplained: () => {
      settings.setTrayExplained();
    },
    logger,
  });
  settings.state.onDidChange(() => {
    icon?.translate();
    void closing.follow();
  });
  void closing.follow();
  // The dock of macOS: the only way back to a hidden window, besides the tray.
  app.on('activate', open);
  return closing;
};
