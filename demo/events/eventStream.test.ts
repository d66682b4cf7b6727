import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDemo, type Demo } from '../startDemo';
import { DemoClient } from '../testing/demoClient';
import type { EventReader } from '../testing/eventReader';

const support = 'queue-support-whatsapp';

let demo: Demo;
let client: DemoClient;
let streams: EventReader[];
beforeEach(async () => {
  demo = await startDemo();
  client = new DemoClient(demo);
  streams = [];
});
afterEach(async () => {
  for (const stream of streams) stream.close();
  await demo.stop();
});

const open = async (lastEventId: string | null = null, from = client) => {
  const stream = await from.events(lastEventId);
  streams.push(stream);
  return stream;
};
const rename = (name: string) => client.call('updateMe', { body: { name } });
const names = (stream: EventReader) => stream.all('agent-changed').map(({ agent }) => agent.name);
const named = (stream: EventReader, name: string) => stream.next('agent-changed', ({ agent }) => agent.name === name);

describe('the event stream', () => {
  it('shows at once that it is open, and starts from now', async () => {
    await client.logIn();
    await rename('Before');
    const stream = await open();
    await stream.next('heartbeat');
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect(stream.comments).toEqual(['open']);
    await rename('After');
    await named(stream, 'After');
    expect(names(stream)).toEqual(['After']);
  });

  it('goes on after the last event the client has, with ids that grow and nothing lost or twice', async () => {
    await client.logIn();
    const first = await open();
    await rename('One');
    await named(first, 'One');
    first.close();
    await rename('Two');
    await rename('Three');
    const second = await open(first.lastId);
    await rename('Four');
    await named(second, 'Four');
    expect(names(second)).toEqual(['Two', 'Three', 'Four']);
    const ids = second.received.flatMap(({ id }) => (id === null ? [] : [Number(id)]));
    expect(ids).toEqual([...ids].sort((left, right) => left - right));
    expect(second.all('reset')).toEqual([]);
  });

  it.each(['1', '99999999999999', 'nonsense'])('says reset where it does not know the id %s', async (id) => {
    await client.logIn();
    const stream = await open(id);
    await stream.next('reset');
    await rename('After');
    await named(stream, 'After');
  });

  it('says reset after its history was forgotten', async () => {
    await client.logIn();
    const first = await open();
    await rename('One');
    await named(first, 'One');
    await client.control('POST', '/faults', { forgetEventHistory: true, cutEventStreams: true });
    await first.ended;
    const second = await open(first.lastId);
    await second.next('reset');
  });

  it('sends what was held back, in order, once it is let go', async () => {
    await client.logIn();
    const stream = await open();
    await stream.next('heartbeat');
    await client.control('POST', '/faults', { holdEvents: true });
    await rename('One');
    await rename('Two');
    expect(names(stream)).toEqual([]);
    await client.control('POST', '/faults', { holdEvents: false });
    await named(stream, 'Two');
    expect(names(stream)).toEqual(['One', 'Two']);
  });

  it('ends when the agent logs in on another computer, saying so', async () => {
    await client.logIn();
    const stream = await open();
    await new DemoClient(demo).logIn();
    await stream.ended;
    expect(stream.all('session-ended')).toEqual([{ type: 'session-ended', reason: 'replaced' }]);
  });

  it('ends when the session is revoked, and is refused from then on', async () => {
    const { sessionId } = await client.logIn();
    const stream = await open();
    await client.control('POST', `/sessions/${sessionId}/revoke`);
    await stream.ended;
    expect(stream.all('session-ended')).toEqual([{ type: 'session-ended', reason: 'revoked' }]);
    await expect(client.events()).rejects.toThrow('401');
  });

  it('tells each agent only what is theirs', async () => {
    await client.logIn();
    const other = new DemoClient(demo);
    await other.logIn(1);
    const [mine, theirs] = [await open(), await open(null, other)];
    await rename('Mine');
    await named(mine, 'Mine');
    await other.call('updateMe', { body: { name: 'Theirs' } });
    await named(theirs, 'Theirs');
    expect(names(theirs)).toEqual(['Theirs']);
  });

  it('takes an offer back in time, where the clock runs fast, and puts the agent on automatic pause', async () => {
    await client.logIn();
    const stream = await open();
    await client.call('logInToQueues', { body: { queueIds: [support] } });
    await client.control('POST', '/attendances', { queueId: support, customerId: 'customer-001' });
    await stream.next('attendance-changed', ({ attendance }) => attendance.state === 'offered');
    await client.control('POST', '/clock', { timeScale: 200 });
    const { presence } = await stream.next('presence-changed', (event) => event.presence.automaticPause !== null);
    expect(presence.automaticPause).toMatchObject({ missedOffers: 3 });
    expect(stream.all('attendance-changed').at(-1)).toMatchObject({ attendance: { state: 'waiting' } });
  });
});
