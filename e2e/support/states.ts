import type { DemoOptions } from '../../demo/startDemo';
import type { AppState } from './states/appState';
import { attendanceStates } from './states/attendanceStates';
import { leavingStates } from './states/leavingStates';
import { loginStates } from './states/loginStates';
import { microsoftStates } from './states/microsoftStates';
import { passwordStates } from './states/passwordStates';
import { shellStates } from './states/shellStates';
import { updateStates } from './states/updateStates';

/** Every state in which the app has a screen of its own, for whoever looks at all of them. */
export const appStates: readonly AppState[] = [
  ...loginStates,
  ...microsoftStates,
  ...passwordStates,
  ...shellStates,
  ...attendanceStates,
  ...leavingStates,
  ...updateStates,
];

/** Offers that stay while somebody looks, and logins that outlast the hours by which some states move the clock. */
export const appStatesDemo: DemoOptions = { seed: 1, offerSeconds: 90, accessTokenSeconds: 86_400 };
