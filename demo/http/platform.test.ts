import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientId } from '../identity/directory';
import { startDemo, type Demo } from '../startDemo';
import { DemoClient, request } from '../testing/demoClient';

const support = 'queue-support-whatsapp';

let demo: Demo;
let client: DemoClient;
beforeEach(async () => {
  demo = await startDemo();
  client = new DemoClient(demo);
});
afterEach(() => demo.stop());

const arrive = async () => {
  const { body } = await client.control('POST', '/attendances', {
    queueId: support,
    customerId: 'customer-001',
    text: 'Oi',
  });
  return { attendanceId: (body as { readonly id: string }).id };
};

const takeAttendance = async () => {
  await client.logIn();
  const events = await client.events();
  await client.call('logInToQueues', { body: { queueIds: [support] } });
  const parameters = await arrive();
  await client.call('acceptAttendance', { parameters });
  return { parameters, events };
};

describe('the platform over HTTP', () => {
  it('refuses to log out while an attendance is in progress, naming it, and logs out of everything afterwards', async () => {
    const { parameters, events } = await takeAttendance();
    const refusal = await client.refused('logOut');
    expect(refusal).toMatchObject({ status: 409, code: 'attendances-in-progress' });
    expect(refusal).toHaveProperty('attendances.0.id', parameters.attendanceId);
    await client.call('finishAttendance', { parameters, body: { dispositionId: 'disposition-resolved' } });
    await client.call('logOut');
    await events.ended;
    expect(events.all('session-ended')).toEqual([]);
    const { body } = await client.control('GET', '/state');
    expect(body).toMatchObject({ sessions: [], queueLogins: [], streams: [] });
    expect(await client.refused('readMe')).toMatchObject({ status: 401, code: 'invalid-token' });
  });

  it('does a command once that is sent twice with the same key, even at the same time', async () => {
    const { parameters } = await takeAttendance();
    const send = (clientMessageId: string) =>
      client.call('sendMessage', { parameters, key: 'command-0001', body: { clientMessageId, text: 'Olá!' } });
    const [first, second] = await Promise.all([send('message-0001'), send('message-0002')]);
    expect(second).toEqual(first);
    expect((await client.call('readMessages', { parameters })).messages).toHaveLength(2);
  });

  it('refuses a key that was used for another command, and one that is none', async () => {
    await client.logIn();
    await client.call('updateMe', { key: 'command-0001', body: { name: 'Ana' } });
    const reused = await client.refused('logInToQueues', { key: 'command-0001', body: { queueIds: [support] } });
    expect(reused).toMatchObject({ status: 400, path: 'headers.idempotency-key' });
    const short = await client.refused('updateMe', { key: 'short', body: { name: 'Ana' } });
    expect(short).toMatchObject({ status: 400, path: 'headers.idempotency-key' });
  });

  it('answers a log-out again whose first answer was lost', async () => {
    await client.logIn();
    await client.control('POST', '/faults', { drop: { when: 'after', next: 1 } });
    await expect(client.send('logOut', { key: 'command-0001' })).rejects.toThrow();
    expect((await client.send('logOut', { key: 'command-0001' })).status).toBe(204);
    expect((await client.send('logOut', { key: 'command-0002' })).status).toBe(401);
  });

  it('locks after five wrong passwords and says until when, the same with and without an account', async () => {
    for (const email of ['ana.souza@aurora.example', 'nobody@aurora.example']) {
      const body = { email, password: 'wrong' };
      for (let count = 0; count < 4; count += 1) {
        expect(await client.refused('logIn', { body })).toEqual({ status: 401, code: 'invalid-credentials' });
      }
      const { status, headers, body: problem } = await client.send('logIn', { body });
      expect(status).toBe(423);
      expect(problem).toEqual({ code: 'account-locked', until: expect.any(String) as unknown });
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(890);
    }
  });

  it('ends a lock-out sooner where its clock runs faster', async () => {
    const body = { email: 'ana.souza@aurora.example', password: 'wrong' };
    for (let count = 0; count < 5; count += 1) await client.send('logIn', { body });
    await client.control('POST', '/clock', { timeScale: 100_000 });
    await expect.poll(() => client.logIn()).toHaveProperty('sessionId');
  });

  it('limits how often an address may try, and says when to try again', async () => {
    const ask = () => client.send('readLoginOptions', { body: { email: 'ana@aurora.example' } });
    const replies = await Promise.all(Array.from({ length: 31 }, ask));
    const refused = replies.filter(({ status }) => status !== 200);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('tells from the domain alone how to log in', async () => {
    const options = (email: string) => client.call('readLoginOptions', { body: { email } });
    const { authority } = demo.microsoft;
    expect(await options('nobody@boreal.example')).toEqual({
      password: false,
      microsoft: { authority, clientId, scopes: ['openid', 'profile', 'email'] },
      selfManaged: true,
    });
    expect(await options('nobody@aurora.example')).toEqual({ password: true, microsoft: null, selfManaged: false });
  });

  it('names the place of what it does not understand', async () => {
    await client.logIn();
    expect(await client.refused('logInToQueues', { body: { queueIds: [support, 'a b'] } })).toEqual({
      status: 400,
      code: 'invalid-request',
      path: 'body.queueIds.1',
    });
    const page = { parameters: { attendanceId: 'attendance-1' }, query: { limit: '0' } };
    expect(await client.refused('readMessages', page)).toMatchObject({ path: 'query.limit' });
    const response = await fetch(`${demo.url}/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(await response.json()).toEqual({ code: 'invalid-request', path: 'body' });
    expect((await request('GET', `${demo.url}/v1/nothing`)).body).toEqual({ code: 'not-found' });
  });

  it('keeps a photo, shows it, removes it, and refuses one that is too large', async () => {
    await client.logIn();
    const events = await client.events();
    const photo = `data:image/png;base64,${Buffer.from('photo').toString('base64')}`;
    expect(await client.call('replacePhoto', { body: { photo } })).toMatchObject({ photo });
    expect((await events.next('agent-changed')).agent.photo).toBe(photo);
    expect(await client.call('removePhoto')).toMatchObject({ photo: null });
    const large = { photo: `data:image/png;base64,${'A'.repeat(600_000)}` };
    expect(await client.refused('replacePhoto', { body: large })).toMatchObject({ status: 413, code: 'too-large' });
  });

  it('shows a customer’s history, newest first, with what was finished today', async () => {
    const { parameters } = await takeAttendance();
    await client.call('finishAttendance', { parameters, body: { dispositionId: 'disposition-resolved' } });
    const history = await client.call('readCustomerHistory', { parameters: { customerId: 'customer-001' } });
    expect(history.attendances[0]).toMatchObject({
      id: parameters.attendanceId,
      dispositionName: 'Resolvido no atendimento',
    });
    for (const { id } of history.attendances) {
      const { messages } = await client.call('readMessages', { parameters: { attendanceId: id } });
      expect(messages.length).toBeGreaterThan(0);
    }
  });
});
