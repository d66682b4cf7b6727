import { once } from 'node:events';
import { get, IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startDemo, type Demo } from '../startDemo';
import { DemoClient } from '../testing/demoClient';

let demo: Demo;
let client: DemoClient;
beforeEach(async () => {
  demo = await startDemo();
  client = new DemoClient(demo);
});
afterEach(() => demo.stop());

const fault = (body: unknown) => client.control('POST', '/faults', body);
const me = async () => (await client.send('readMe')).status;

describe('faults', () => {
  it.each([401, 403, 404, 429, 500, 503])('answer the next request with %d, and no other', async (status) => {
    await client.logIn();
    await fault({ status: { status, next: 1 } });
    expect([await me(), await me()]).toEqual([status, 200]);
  });

  it('say when to try again', async () => {
    await client.logIn();
    await fault({ status: { status: 429, retryAfterSeconds: 7 } });
    expect((await client.send('readMe')).headers.get('retry-after')).toBe('7');
  });

  it('drop requests before anything is done, until cleared', async () => {
    await client.logIn();
    await fault({ drop: { pathPrefix: '/v1/me' } });
    await expect(client.send('updateMe', { body: { name: 'Never' } })).rejects.toThrow();
    expect((await client.send('readPresence')).status).toBe(200);
    await fault({ clear: true });
    expect((await client.call('readMe')).name).toBe('Ana Souza');
  });

  it('drop answers after everything was done', async () => {
    await client.logIn();
    await fault({ drop: { when: 'after', next: 1 } });
    await expect(client.send('updateMe', { body: { name: 'Done' } })).rejects.toThrow();
    expect((await client.call('readMe')).name).toBe('Done');
  });

  it('break the contract', async () => {
    await client.logIn();
    await fault({ malformed: { next: 1 } });
    expect((await client.send('readMe')).body).toEqual({ unexpected: true });
    await fault({ malformed: { as: 'not-json', next: 1 } });
    await expect(client.send('readMe')).rejects.toThrow(SyntaxError);
  });

  it('go on and on in an answer, without saying for how long', async () => {
    await fault({ malformed: { as: 'over-long', pathPrefix: '/v1/auth/login', next: 1 } });
    const response = await fetch(`${demo.url}/v1/auth/login`, { method: 'POST' });
    expect(response.headers.has('content-length')).toBe(false);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(50 * 1024 * 1024);
    expect((await client.logIn()).sessionId).toBeTypeOf('string');
  });

  it('are the identity provider’s, too, one at a time', async () => {
    expect((await fault({ identity: 'not-assigned' })).body).toMatchObject({ identity: 'not-assigned' });
    expect((await fault({ identity: 'unsigned' })).body).toMatchObject({ identity: 'unsigned' });
    expect((await fault({ clear: true })).body).toMatchObject({ identity: null });
  });

  it('hold a request back', async () => {
    await client.logIn();
    await fault({ delay: { milliseconds: 150, next: 1 } });
    const start = performance.now();
    await me();
    expect(performance.now() - start).toBeGreaterThan(140);
  });

  it('hold an answer back, with what was asked for already done', async () => {
    await client.logIn();
    await fault({ delay: { milliseconds: 150, when: 'after', pathPrefix: '/v1/queues', next: 1 } });
    const answered = client.call('logInToQueues', { body: { queueIds: ['queue-sales-whatsapp'] } }).then(() => true);
    const isIn = async () => {
      const { body } = await client.control('GET', '/state');
      return JSON.stringify(body).includes('"queueId":"queue-sales-whatsapp"');
    };
    await expect.poll(isIn, { interval: 10 }).toBe(true);
    expect(await Promise.race([answered, Promise.resolve(false)])).toBe(false);
    expect(await answered).toBe(true);
  });

  it('take the platform away and bring it back, by itself or when told', async () => {
    await client.logIn();
    await fault({ awaySeconds: null });
    await expect(me()).rejects.toThrow();
    await fault({ clear: true });
    expect(await me()).toBe(200);
    await fault({ awaySeconds: 0.1 });
    await expect.poll(() => me().catch(() => 'away')).toBe(200);
  });
});

describe('the control API', () => {
  it('tells the truth, and no token', async () => {
    const tokens = await client.logIn();
    await client.call('logInToQueues', { body: { queueIds: ['queue-sales-whatsapp'] } });
    await client.call('pauseQueue', {
      parameters: { queueId: 'queue-sales-whatsapp' },
      body: { reasonId: 'pause-lunch' },
    });
    await client.call('requestPasswordReset', { body: { email: 'ana.souza@aurora.example', language: 'en' } });
    const { body } = await client.control('GET', '/state');
    expect(body).toMatchObject({
      sessions: [{ id: tokens.sessionId, email: 'ana.souza@aurora.example' }],
      queueLogins: [{ queueId: 'queue-sales-whatsapp', state: 'paused', reasonName: 'Almoço' }],
      emails: [{ to: 'ana.souza@aurora.example', template: 'password-redefinition', language: 'en' }],
    });
    const emails = await client.control('GET', '/emails');
    const { token } = (emails.body as { readonly emails: readonly { readonly token: string }[] }).emails[0] ?? {};
    expect(token).toMatch(/^.{40,}$/);
    for (const secret of [tokens.accessToken, tokens.refreshToken, token]) {
      expect(JSON.stringify(body)).not.toContain(secret);
    }
  });

  it('lets customers write and give up', async () => {
    const arrival = { queueId: 'queue-sales-whatsapp', customerId: 'customer-002' };
    const { id } = (await client.control('POST', '/attendances', arrival)).body as { readonly id: string };
    await client.control('POST', `/attendances/${id}/messages`, { text: 'Oi' });
    expect((await client.control('GET', '/state')).body).toMatchObject({ messages: [{ text: 'Oi', sequence: 1 }] });
    await client.control('POST', `/attendances/${id}/withdraw`);
    expect((await client.control('GET', '/state')).body).toMatchObject({ attendances: [{ id, state: 'withdrawn' }] });
    expect(await client.control('POST', `/attendances/${id}/messages`, { text: 'Oi' })).toMatchObject({ status: 409 });
  });

  it.each([
    ['/attendances', { queueId: 'queue-sales-whatsapp' }, 400, 'body.customerId'],
    ['/attendances', { queueId: 'unknown', customerId: 'customer-001' }, 404, undefined],
    ['/attendances/attendance-9/messages', { text: 'Oi' }, 404, undefined],
    ['/faults', { delay: { milliseconds: -1 } }, 400, 'body.delay.milliseconds'],
    ['/faults', { identity: 'on-strike' }, 400, 'body.identity'],
    ['/clock', { timeScale: 0 }, 400, 'body.timeScale'],
    ['/clock', undefined, 400, 'body'],
    ['/agents/agent-1', { missing: ['everything'] }, 400, 'body.missing.0'],
    ['/agents', { name: 'Gil', email: 'gil' }, 400, 'body.email'],
    ['/agents', { name: 'Gil', email: 'gil@aurora.example', queueIds: ['unknown'] }, 404, undefined],
    ['/sessions/session-9/revoke', undefined, 404, undefined],
  ])('refuses %s with %o', async (path, body, status, at) => {
    const reply = await client.control('POST', path, body);
    expect(reply.status).toBe(status);
    expect((reply.body as { readonly path?: string }).path).toBe(at);
  });

  it('is not for web pages that go by another name', async () => {
    const statusFor = async (host: string) => {
      const [response] = z
        .tuple([z.instanceof(IncomingMessage)])
        .parse(await once(get(`${demo.controlUrl}/state`, { headers: { host } }), 'response'));
      response.resume();
      return response.statusCode;
    };
    expect(await statusFor('localhost:1234')).toBe(200);
    expect(await statusFor('evil.example')).toBe(403);
  });
});
