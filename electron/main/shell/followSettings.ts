import { nativeTheme } from 'electron';
import type { SettingsState } from '../../../shared/state/settings';
import type { Observable } from '../base/observable';
import type { LifecycleService } from '../lifecycle/lifecycleService';
import { setApplicationMenu } from './applicationMenu';
import { texts } from './texts';

/** Keeps the menu's language and the windows' theme as the agent chose them. */
export const followSettings = (settings: Observable<SettingsState>, lifecycle: LifecycleService): void => {
  const follow = ({ effectiveLanguage, theme }: SettingsState) => {
    nativeTheme.themeSource = theme;
    setApplicationMenu({
      texts: texts[effectiveLanguage],
      isMac: process.platform === 'darwin',
      onQuit: () => void lifecycle.requestLeave('quit'),
      onReload: () => void lifecycle.requestLeave('reload'),
    });
  };
  follow(settings.value);
  settings.onDidChange(follow);
};
