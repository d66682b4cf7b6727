import { toInstant } from '../base/instants';
import { agentOf } from '../attendances/attendanceRecord';
import type { World } from '../world';
import type { Faults } from './faults';

const sessionsOf = ({ agents, sessions }: World) =>
  sessions.live().map(({ id, agentId, createdAt }) => ({
    id,
    agentId,
    email: agents.get(agentId).email,
    createdAt: toInstant(createdAt),
  }));

const queueLoginsOf = ({ agents, presence }: World) =>
  agents.all().flatMap(({ id, email }) =>
    Object.entries(presence.of(id).logins).map(([queueId, login]) => ({
      agentId: id,
      email,
      queueId,
      state: login.kind,
      since: toInstant(login.since),
      reasonName: login.kind === 'paused' ? login.reason.name : null,
      startedBy: login.kind === 'paused' ? login.startedBy : null,
    })),
  );

const agentsOf = ({ agents, events, presence }: World) =>
  agents.all().map(({ id, name, email, maximumAttendances, omnichannel, queueIds }) => {
    const { timer, automaticPause, missedInARow } = presence.of(id);
    return {
      id,
      name,
      email,
      maximumAttendances,
      omnichannel,
      queueIds,
      hasStream: events.hasStream(id),
      isConnected: events.isConnected(id),
      timer: timer.kind,
      isOnAutomaticPause: automaticPause !== null,
      missedInARow,
    };
  });

const attendancesOf = ({ attendances }: World) =>
  attendances.all().map((record) => {
    const { id, protocol, queueId, customerId, arrivedAt, progress } = record;
    const { customer, channel, unread } = attendances.view(record);
    return {
      id,
      protocol,
      queueId,
      channel,
      customerId,
      customerName: customer.name,
      state: progress.kind,
      agentId: agentOf(record),
      arrivedAt: toInstant(arrivedAt),
      offerExpiresAt: progress.kind === 'offered' ? toInstant(progress.expiresAt) : null,
      startedAt: 'startedAt' in progress ? toInstant(progress.startedAt) : null,
      finishedAt: progress.kind === 'finished' ? toInstant(progress.finishedAt) : null,
      dispositionId: progress.kind === 'finished' ? progress.dispositionId : null,
      unread,
    };
  });

/** The truth, as `GET /state` tells it. No token is in it. */
export const describeWorld = (world: World, faults: Faults) => ({
  time: toInstant(world.clock.now()),
  timeScale: world.clock.timeScale,
  sessions: sessionsOf(world),
  agents: agentsOf(world),
  queueLogins: queueLoginsOf(world),
  queues: world.queues.all().map(({ id, name, channel }) => ({ id, name, channel })),
  customers: world.customers.all().map(({ id, name }) => ({ id, name })),
  attendances: attendancesOf(world),
  /** By attendance, each in order. */
  messages: world.attendances.all().flatMap(({ id }) => world.attendances.messagesOf(id)),
  emails: world.mailbox.all().map(({ to, template, language, at }) => ({ to, template, language, at })),
  streams: world.events.streams(),
  faults: faults.view(),
});
