import type { Agent } from '../../shared/platform/agent';
import { assertNever } from '../../shared/rules/assertNever';
import type { SessionState } from '../../shared/state/session';

/** Whose shell it is; null while the platform has not said it, as when the app starts without a network. */
export const sessionAgent = (session: SessionState): Agent | null => {
  switch (session.kind) {
    case 'signed-in':
    case 'expired':
      return session.agent;
    case 'starting':
    case 'signed-out':
    case 'resuming':
      return null;
    default:
      return assertNever(session);
  }
};
