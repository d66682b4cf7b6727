import { holdingAttendances } from '../../shared/rules/attendances';
import type { Handler } from '../http/call';
import { ProblemError } from '../http/problemError';

export const logOut: Handler<'logOut'> = ({ attendances, presence, sessions }, { caller }) => {
  const holding = holdingAttendances(attendances.listFor(caller.agentId));
  if (holding.length > 0) throw new ProblemError({ code: 'attendances-in-progress', attendances: holding });
  presence.logOutOfAll(caller.agentId);
  sessions.end(caller.sessionId, null);
};
