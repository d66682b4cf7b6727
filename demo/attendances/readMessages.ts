import type { Message } from '../../shared/platform/attendances';
import type { Handler } from '../http/call';
import { notFound } from '../http/problemError';
import type { World } from '../world';
import { pageMessages } from './messagePage';

/** Those of an attendance the agent sees now, or of any that is finished: a customer's history is open to all. */
const findMessages = (world: World, agentId: string, attendanceId: string): readonly Message[] | null => {
  if (!world.agents.mayAttend(agentId)) return null;
  const record = world.attendances.find(attendanceId);
  if (!record) return world.history.messagesOf(attendanceId);
  const isReadable = record.progress.kind === 'finished' || world.attendances.isVisible(record, agentId);
  return isReadable ? world.attendances.messagesOf(attendanceId) : null;
};

export const readMessages: Handler<'readMessages'> = (world, { caller, parameters, query }) => {
  const messages = findMessages(world, caller.agentId, parameters.attendanceId);
  if (!messages) throw notFound();
  return pageMessages(messages, query);
};
