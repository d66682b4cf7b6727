import type { SettingsState } from '../../../shared/state/settings';
import type { Clock } from '../base/clock';
import type { Observable } from '../base/observable';
import type { Logger } from '../logging/logger';

/** Of the settings service. */
interface LoginSettings {
  readonly state: Observable<Pick<SettingsState, 'startsAtLogin'>>;
  readonly hasLoginEntry: boolean;
  setHasLoginEntry(hasLoginEntry: boolean): void;
}

/** How long after the start, in milliseconds: it is of no use to anybody who waits for the app. */
const delay = 3_000;

/** See `applyStartAtLogin`. */
type Apply = (isOn: boolean, logger: Logger) => Promise<boolean>;

const applyToComputer: Apply = async (isOn, logger) => {
  const { applyStartAtLogin } = await import('./applyStartAtLogin');
  return applyStartAtLogin(isOn, logger);
};

/**
 * Has the system start the app at login as the settings say, from the end of the start on; until then not even the code
 * for it is loaded. Where it was never wanted nothing of the system's is touched. It is taken back also where it was wanted
 * in an earlier run only: what a policy enforces or suggests can be another at every start.
 */
export const startAtLoginLater = (
  settings: LoginSettings,
  clock: Pick<Clock, 'schedule'>,
  logger: Logger,
  apply = applyToComputer,
): void => {
  let applied: boolean | null = null;
  /** One after the other: the last one wanted is the last one done. */
  let work: Promise<unknown> = Promise.resolve();
  const follow = () => {
    const { startsAtLogin } = settings.state.value;
    if (startsAtLogin === applied || (!startsAtLogin && !settings.hasLoginEntry)) return;
    applied = startsAtLogin;
    // Noted before there is an entry and after there is none, so that a run that ends in between leaves none behind.
    if (startsAtLogin) settings.setHasLoginEntry(true);
    work = work.then(async () => {
      const isDone = await apply(startsAtLogin, logger);
      if (isDone && !settings.state.value.startsAtLogin) settings.setHasLoginEntry(false);
    });
  };
  settings.state.onDidChange(follow);
  clock.schedule(delay, follow);
};
