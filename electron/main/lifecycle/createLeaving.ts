import type { BrowserWindow } from 'electron';
import type { AttendanceService } from '../attendances/attendanceService';
import type { Clock } from '../base/clock';
import type { RendererMessenger } from '../ipc/rendererMessenger';
import type { Logger } from '../logging/logger';
import type { Reachability } from '../platform/reachability';
import type { SessionService } from '../session/sessionService';
import type { SettingsService } from '../settings/settingsService';
import type { CloseToTray } from '../shell/closeToTray';
import { texts } from '../shell/texts';
import { showWindow } from '../windows/mainWindow';
import { watchRendererHealth } from '../windows/rendererHealth';
import { recoverWindow } from '../windows/windowRecovery';
import { BlockPresenter } from './blockPresenter';
import { createElectronExits } from './electronExits';
import { systemOf } from './exitPlan';
import { guardExits } from './guardExits';
import { createHeldTitle } from './heldTitle';
import { leaveFacts } from './leaveFacts';
import { LifecycleService } from './lifecycleService';
import { lockShutdown } from './lockShutdown';
import { describeNativeBlock } from './nativeBlock';
import { showNativeBlock } from './nativeBlockDialog';
import { createPageReload } from './pageReload';
import { createSignOutVeto } from './signOutVeto';

export interface LeavingParts {
  readonly window: BrowserWindow;
  readonly attendances: AttendanceService;
  readonly session: SessionService;
  readonly settings: SettingsService;
  readonly reachability: Reachability;
  readonly mayLeaveAnyway: boolean;
  readonly messenger: RendererMessenger;
  readonly closeToTray: Pick<CloseToTray, 'isReady' | 'hide'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly loadPage: () => void;
  /** Resolves once nothing of the agent who logged out is left. */
  readonly whenWiped: () => Promise<unknown>;
  /** See ElectronExitsOptions. */
  readonly installUpdate: () => boolean;
}

export interface Leaving {
  readonly lifecycle: LifecycleService;
  readonly presenter: BlockPresenter;
}

/** Puts the ways out together: what decides, what carries out, what guards them, and what tells of a refusal. */
export const createLeaving = (parts: LeavingParts): Leaving => {
  const { window, attendances, session, settings, reachability, messenger, clock, logger } = parts;
  const { loadPage, whenWiped, installUpdate, closeToTray } = parts;
  const after = (delay: number, callback: () => void) => clock.schedule(delay, callback);
  const rendererHealth = watchRendererHealth(window.webContents);
  let sessionSince = clock.now();
  session.state.onDidChange(() => {
    sessionSince = clock.now();
  });
  const page = createPageReload({ window, rendererHealth: () => rendererHealth.value, loadPage });
  const lifecycle = new LifecycleService({
    facts: () =>
      leaveFacts({
        holding: attendances.holding(),
        renderer: rendererHealth.value,
        reachability: reachability.state.value,
        session: session.state.value.kind,
        sessionSince,
        now: clock.now(),
        mayLeaveAnyway: parts.mayLeaveAnyway,
      }),
    exits: createElectronExits({
      windows: () => [window],
      isRendererAnswering: () => rendererHealth.value === 'answering',
      reload: page.reload,
      signOut: async () => {
        await session.endLocally(null);
        await whenWiped();
      },
      installUpdate,
    }),
    logger,
    after,
  });
  lifecycle.onBeforeLeave(
    'platform',
    createSignOutVeto({
      signOutAtPlatform: () => session.signOutAtPlatform(),
      readAgain: () => void attendances.readAgain(),
    }),
  );
  const presenter = new BlockPresenter({
    rendererHealth: () => rendererHealth.value,
    focusWindow: () => {
      showWindow(window);
    },
    sendToRenderer: (blocked) => {
      messenger.send('leaving:blocked', blocked);
    },
    showNatively: (blocked) => {
      const language = settings.state.value.effectiveLanguage;
      return showNativeBlock(window, describeNativeBlock(blocked, texts[language], language));
    },
    loadAnew: page.reloadSilent,
    leaveAnyway: () => void lifecycle.leaveAnyway(),
    after,
  });
  lifecycle.onDidRefuse((blocked) => {
    presenter.present(blocked);
  });
  const system = systemOf(process.platform);
  const held = { changes: attendances.list, holding: () => attendances.holding() };
  const language = () => settings.state.value.effectiveLanguage;
  const showHeldTitle = createHeldTitle({
    ...{ window, changes: held.changes },
    count: () => held.holding().length,
    text: (count) => texts[language()].held(count),
  });
  guardExits({
    ...{ window, lifecycle, system, showHeldTitle },
    hidesToTray: () => closeToTray.isReady(),
    hideToTray: () => closeToTray.hide(),
  });
  lockShutdown({ ...held, system, why: () => texts[language()].whyHeld, logger });
  recoverWindow({ window, lifecycle, clock, logger });
  return { lifecycle, presenter };
};
