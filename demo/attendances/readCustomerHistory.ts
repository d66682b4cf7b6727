import type { PastAttendance } from '../../shared/platform/attendances';
import { toInstant } from '../base/instants';
import type { Handler } from '../http/call';
import { notFound } from '../http/problemError';
import type { World } from '../world';

/** Those finished since the platform was set up. */
const finishedHere = ({ agents, attendances, queues }: World, customerId: string): PastAttendance[] =>
  attendances.all().flatMap(({ id, protocol, queueId, customerId: ofCustomer, progress }) => {
    if (ofCustomer !== customerId || progress.kind !== 'finished') return [];
    const queue = queues.get(queueId);
    const disposition = queue.dispositions.find((other) => other.id === progress.dispositionId);
    return {
      id,
      protocol,
      channel: queue.channel,
      queueName: queue.name,
      agentName: agents.get(progress.agentId).name,
      startedAt: toInstant(progress.startedAt),
      finishedAt: toInstant(progress.finishedAt),
      dispositionName: disposition?.name ?? '',
    };
  });

export const readCustomerHistory: Handler<'readCustomerHistory'> = (world, { caller, parameters }) => {
  if (!world.agents.mayAttend(caller.agentId)) throw notFound();
  const { id } = world.customers.get(parameters.customerId);
  const attendances = [...finishedHere(world, id), ...world.history.pastAttendances(id)];
  return { attendances: attendances.sort((left, right) => right.finishedAt.localeCompare(left.finishedAt)) };
};
