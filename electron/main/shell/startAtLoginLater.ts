import type { SettingsState } from '../../../shared/state/settings';
import type { Clock } from '../base/clock';
import type { Observable } from '../base/observable';
import type { Logger } from '../logging/logger';

/** How long after the start, in milliseconds: it is of no use to anybody who waits for the app. */
const delay = 3_000;

/**
 * Has the system start the app at login as the settings say, from the end of the start on; until then not even the code
 * for it is loaded. Where it was never wanted nothing of the system's is touched.
 */
export const startAtLoginLater = (
  settings: Observable<Pick<SettingsState, 'startsAtLogin'>>,
  clock: Pick<Clock, 'schedule'>,
  logger: Logger,
): void => {
  let applied = false;
  /** One after the other: the last one wanted is the last one done. */
  let work: Promise<unknown> = Promise.resolve();
  const follow = () => {
    const { startsAtLogin } = settings.value;
    if (startsAtLogin === applied) return;
    applied = startsAtLogin;
    work = work
      .then(() => import('./applyStartAtLogin'))
      .then(({ applyStartAtLogin }) => applyStartAtLogin(startsAtLogin, logger));
  };
  settings.onDidChange(follow);
  clock.schedule(delay, follow);
};
