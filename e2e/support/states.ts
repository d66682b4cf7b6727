import type { AppState } from './states/appState';
import { attendanceStates } from './states/attendanceStates';
import { leavingStates } from './states/leavingStates';
import { loginStates } from './states/loginStates';
import { shellStates } from './states/shellStates';

/** Every state in which the app has a screen of its own, for whoever looks at all of them. */
export const appStates: readonly AppState[] = [...loginStates, ...shellStates, ...attendanceStates, ...leavingStates];
