import type { SettingsState } from '../../../shared/state/settings';
import { pageOrigin } from './pageAddress';

/** What decides which page a window starts with. */
export interface FirstPageFacts {
  /** Whether somebody is, or probably is, logged in. */
  readonly hasSession: boolean;
  readonly settings: Pick<SettingsState, 'effectiveLanguage' | 'isSideMenuCollapsed'>;
}

/**
 * The address of the page whose markup paints before any script: the login, or the empty shell where there was a
 * session, with its side menu as wide as the agent left it.
 */
export const firstPageAddress = ({ hasSession, settings }: FirstPageFacts): string => {
  const shell = settings.isSideMenuCollapsed ? 'shell-collapsed' : 'shell';
  return `${pageOrigin}/${hasSession ? shell : 'login'}.${settings.effectiveLanguage}.html`;
};
