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

/** A state in which the app has a screen of its own. */
export interface AppState {
  /** In file names. */
  readonly name: string;
  /** Brings the app there, in Portuguese, and returns when all of it is on the screen. */
  readonly reach: (stage: Stage) => Promise<RunningApp>;
  /** How the page changes its language, where it can't by itself. */
  readonly setLanguage?: (app: RunningApp, language: Language) => Promise<void>;
  /** The picture of it in docs/screenshots, without its ending. */
  readonly picture?: string;
}
