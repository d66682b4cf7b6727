import { randomUUID } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { startDemo } from '../../../demo/startDemo';
import { messageSchema } from '../../../shared/platform/attendances';
import { fail, succeed } from '../../../shared/state/problem';
import type { Result } from '../../../shared/state/problem';
import { systemClock } from '../base/clock';
import { HttpPlatform } from '../platform/httpPlatform';
import { HttpTransport } from '../platform/httpTransport';
import { PlatformClock } from '../platform/platformClock';
import { Reachability } from '../platform/reachability';
import { QueueService } from '../queues/queueService';
import { RealtimeService } from '../realtime/realtimeService';
import { AttendanceService } from './attendanceService';
import { silentLogger } from './fakePlatform';

const testLimit = 40_000;
const queueId = 'queue-support-whatsapp';

const stateSchema = z.object({
  customers: z.array(z.object({ id: z.string(), name: z.string() })),
  queueLogins: z.array(z.object({ queueId: z.string() })),
  attendances: z.array(z.object({ id: z.string(), state: z.string(), unread: z.number() })),
  messages: z.array(messageSchema),
});

const createdSchema = z.object({ id: z.string() });

/** Bounded by the test's own limit alone: how fast the machine is proves nothing. */
const until = (check: () => unknown): Promise<unknown> => vi.waitFor(check, { timeout: testLimit });

const stops: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** Everything real but Electron: services, HTTP, event stream and platform, with one agent signed in. */
const signIn = async () => {
  const demo = await startDemo();
  stops.push(() => demo.stop());
  const clock = systemClock;
  const logger = silentLogger;
  const platformClock = new PlatformClock(clock);
  const reachability = new Reachability(clock);
  const network = { baseUrl: demo.url, fetch, clock, platformClock, reachability, logger };
  const transport = new HttpTransport(network);
  const { email = '', password } = demo.agents[0] ?? {};
  const tokens = await transport.send('logIn', { body: { email, password: password ?? '' } });
  const token: Result<string> = tokens.ok ? succeed(tokens.value.accessToken) : tokens;
  const accessTokens = {
    getAccessToken: () => Promise.resolve(token),
    renew: () => Promise.resolve(fail({ kind: 'session-ended', reason: 'unknown' })),
  };
  const platform = new HttpPlatform({ transport, accessTokens });
  const realtime = new RealtimeService({ ...network, accessTokens, random: () => 0 });
  const queues = new QueueService({ platform, realtime, logger, clock });
  const attendances = new AttendanceService({ platform, realtime, logger, clock, createCommandId: randomUUID });
  stops.push(queues.start(), attendances.start(), () => realtime.stop());
  realtime.start();
  await until(() => expect(realtime.connection.value.kind).toBe('live'));
  const control = async (path: string, body?: unknown): Promise<unknown> => {
    const options = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return (await fetch(`${demo.controlUrl}${path}`, body === undefined ? {} : options)).json();
  };
  const truth = async () => stateSchema.parse(await control('/state'));
  return { realtime, queues, attendances, control, truth };
};

test(
  'an attendance goes from the offer to its end on the real platform, through lost answers and a lost line',
  async () => {
    const { realtime, queues, attendances, control, truth } = await signIn();
    const queueState = () => queues.state.value.presence?.queues.find(({ id }) => id === queueId)?.state.kind;
    const listed = () => attendances.list.value.attendances.map(({ id, state }) => `${id} ${state}`);
    const texts = () => attendances.conversation.value?.messages.map(({ text }) => text);
    const offers: string[] = [];
    attendances.onDidOffer((attendanceId) => offers.push(attendanceId));
    expect(queueState()).toBe('logged-out');
    expect(await queues.logIn([queueId])).toEqual(succeed(undefined));
    expect(queueState()).toBe('logged-in');

    const [customer] = (await truth()).customers;
    const arrival = await control('/attendances', { queueId, customerId: customer?.id, text: 'first' });
    const { id } = createdSchema.parse(arrival);
    await until(() => expect(offers).toEqual([id]));
    expect(await attendances.accept(id)).toMatchObject({ ok: true });
    expect(attendances.holding()).toMatchObject([{ id, customerName: customer?.name }]);

    attendances.open(id);
    await until(() => expect(texts()).toContain('first'));
    await until(async () => expect((await truth()).attendances).toMatchObject([{ id, unread: 0 }]));

    // The platform takes the message, but its answers are lost on the way.
    await control('/faults', {
      drop: { when: 'after', method: 'POST', pathPrefix: `/v1/attendances/${id}/messages`, next: 2 },
    });
    attendances.sendMessage(id, randomUUID(), 'second');
    await until(() => expect(texts()).toContain('second'));

    await control('/faults', { clear: true, forgetEventHistory: true, awaySeconds: null });
    await until(() => expect(realtime.connection.value.kind).not.toBe('live'));
    attendances.sendMessage(id, randomUUID(), 'fourth');
    await control(`/attendances/${id}/messages`, { text: 'third' });
    await until(() => expect(realtime.connection.value.kind).toBe('offline'));
    expect(attendances.conversation.value?.outgoing).toMatchObject([{ text: 'fourth', state: { kind: 'sending' } }]);
    expect(attendances.holding()).toHaveLength(1);
    await control('/faults', { clear: true });
    await until(() => {
      realtime.retryNow();
      expect(attendances.conversation.value?.outgoing).toEqual([]);
    });
    const platformTexts = (await truth()).messages.filter(({ attendanceId }) => attendanceId === id);
    const platformOrder = platformTexts
      .map(({ text }) => text)
      .filter((text) => /^(first|second|third|fourth)$/.test(text));
    expect(platformOrder).toEqual(['first', 'second', 'third', 'fourth']);
    await until(() => expect(texts()).toEqual(platformTexts.map(({ text }) => text)));

    const [disposition] = attendances.list.value.attendances[0]?.dispositions ?? [];
    expect(await attendances.finish(id, disposition?.id ?? '')).toEqual(succeed(undefined));
    expect(attendances.holding()).toEqual([]);
    expect(attendances.conversation.value).toBeNull();
    expect(await queues.logOut([queueId])).toEqual(succeed(undefined));
    expect(listed()).toEqual([]);
    const end = await truth();
    expect(end.queueLogins).toEqual([]);
    expect(end.attendances).toMatchObject([{ id, state: 'finished' }]);
  },
  testLimit,
);
