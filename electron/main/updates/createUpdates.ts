import { app } from 'electron';
import type { BrowserWindow } from 'electron';
import type { AttendanceListState } from '../../../shared/state/attendances';
import type { PresenceState } from '../../../shared/state/presence';
import type { UpdateChannel } from '../../../shared/state/update';
import type { Clock } from '../base/clock';
import type { Observable } from '../base/observable';
import type { LifecycleService } from '../lifecycle/lifecycleService';
import type { Logger } from '../logging/logger';
import { readNetworkCost } from './networkCost';
import { readInstallation } from './readInstallation';
import { whyNotUpdatable } from './updatability';
import type { UpdateFacts } from './updateDecision';
import { UpdateService } from './updateService';

export interface UpdateParts {
  readonly window: BrowserWindow;
  readonly lifecycle: LifecycleService;
  readonly attendances: Observable<AttendanceListState>;
  /** How many attendances are in progress. */
  readonly countHolding: () => number;
  readonly presence: Observable<PresenceState>;
  readonly channel: UpdateChannel;
  /** See ElectronUpdaterOptions; null but in tests. */
  readonly developmentConfiguration: string | null;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Puts updating together: what it goes by, the library, and what tells it that something has changed. */
export const createUpdates = (parts: UpdateParts): UpdateService => {
  const { window, lifecycle, attendances, countHolding, presence, channel, developmentConfiguration } = parts;
  let isShuttingDown = false;
  const facts = (): UpdateFacts => ({
    hasAttendances: countHolding() > 0,
    isInQueues: presence.value.presence?.queues.some(({ state }) => state.kind !== 'logged-out') ?? false,
    isLeaving: isShuttingDown || lifecycle.state.value.kind !== 'running',
  });
  const installation = readInstallation();
  const updates = new UpdateService({
    currentVersion: app.getVersion(),
    disabled: developmentConfiguration === null || channel === 'off' ? whyNotUpdatable(channel, installation) : null,
    loadDriver: async () => {
      const { createElectronUpdaterDriver } = await import('./electronUpdaterDriver');
      return createElectronUpdaterDriver({ channel: channel === 'beta' ? 'beta' : 'stable', developmentConfiguration });
    },
    facts,
    isShuttingDown: () => isShuttingDown,
    readNetworkCost,
    requestInstall: () => lifecycle.requestLeave('install-update'),
    random: Math.random,
    clock: parts.clock,
    logger: parts.logger,
  });
  const reconsider = () => {
    updates.reconsider();
  };
  attendances.onDidChange(reconsider);
  presence.onDidChange(reconsider);
  lifecycle.state.onDidChange(({ kind }) => {
    if (kind === 'running') updates.tellExitFailed();
    reconsider();
  });
  // Windows alone tells so; `query-session-end` comes before it and can still be taken back.
  const systemEvents: NodeJS.EventEmitter = window;
  systemEvents.on('session-end', () => {
    isShuttingDown = true;
    reconsider();
  });
  return updates;
};
