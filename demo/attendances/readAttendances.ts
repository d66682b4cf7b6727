import { toInstant } from '../base/instants';
import type { Handler } from '../http/call';

export const readAttendances: Handler<'readAttendances'> = ({ attendances, clock }, { caller }) => ({
  attendances: attendances.listFor(caller.agentId),
  serverTime: toInstant(clock.now()),
});
