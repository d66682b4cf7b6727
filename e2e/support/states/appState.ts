import type { Demo } from '../../../demo/startDemo';
import type { Language } from '../../../shared/state/settings';
import type { LaunchOptions, RunningApp } from '../app';
import type { Control } from '../control';
import type { PasswordAgent } from '../test';

/** What bringing the app into a state takes. */
export interface Stage {
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<RunningApp>;
  readonly demo: Demo;
  readonly control: Control;
  /** The app's profile folder. */
  readonly profile: string;
  readonly agents: Readonly<Record<string, PasswordAgent>>;
  readonly ana: PasswordAgent;
}

/** Where several states begin, which can so be looked at in one app, one after the other. */
export interface Start {
  /** Starts the app and brings it there. */
  readonly reach: (stage: Stage) => Promise<RunningApp>;
  /** Brings a running app there again from any state that begins there. */
  readonly comeBack: (app: RunningApp, stage: Stage) => Promise<void>;
}

/** How a state is reached from its start. */
export interface Way {
  readonly start: Start;
  /** Something of it is still there once the app has come back: it is looked at after the others that begin there. */
  readonly staysBehind?: boolean;
  readonly goOn: (app: RunningApp, stage: Stage) => Promise<RunningApp>;
}

/** A state in which the app has a screen of its own. */
export interface AppState {
  /** In file names. */
  readonly name: string;
  /** Brings the app there, in Portuguese, and returns when all of it is on the screen. */
  readonly reach: (stage: Stage) => Promise<RunningApp>;
  /** How it is reached, where others begin where it does. */
  readonly way?: Way;
  /** How the page changes its language, where it can't by itself. */
  readonly setLanguage?: (app: RunningApp, language: Language) => Promise<void>;
  /** The picture of it in docs/screenshots, without its ending. */
  readonly picture?: string;
}

interface Shared extends Omit<AppState, 'reach' | 'way'>, Omit<Way, 'start' | 'goOn'> {
  readonly goOn: (app: RunningApp, stage: Stage) => Promise<void>;
}

/** A state that is reached from a start which it shares with others. */
export const startingAt = (start: Start, { goOn, ...state }: Shared): AppState =>
  startingAnewAt(start, {
    ...state,
    goOn: async (app, stage) => {
      await goOn(app, stage);
      return app;
    },
  });

interface SharedAnew extends Omit<Shared, 'goOn'>, Pick<Way, 'goOn'> {}

/** The same for one in which the app, or its page, is another one than at the start. */
export const startingAnewAt = (start: Start, { goOn, staysBehind = false, ...state }: SharedAnew): AppState => ({
  ...state,
  way: { start, goOn, staysBehind },
  reach: async (stage) => goOn(await start.reach(stage), stage),
});
