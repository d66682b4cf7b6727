import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDemo, type Demo } from '../startDemo';
import { DemoClient } from '../testing/demoClient';

const support = 'queue-support-whatsapp';

let folder: string;
const running: Demo[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'smartspace-demo-'));
});
afterEach(async () => {
  for (const demo of running.splice(0)) await demo.stop();
  await rm(folder, { recursive: true });
});

const start = async (seed = 1) => {
  const demo = await startDemo({ dataFolder: folder, seed });
  running.push(demo);
  return demo;
};

describe('a platform that keeps its state', () => {
  it('goes on where it stopped: sessions, queues, attendances and messages', async () => {
    const first = await start();
    const before = new DemoClient(first);
    const tokens = await before.logIn();
    await before.call('updateMe', { body: { name: 'Ana Maria' } });
    await before.events();
    await before.call('logInToQueues', { body: { queueIds: [support] } });
    await before.control('POST', '/attendances', { queueId: support, customerId: 'customer-001', text: 'Oi' });
    await before.call('acceptAttendance', { parameters: { attendanceId: 'attendance-1' } });
    const { timer } = await before.call('readPresence');
    await first.stop();

    const after = new DemoClient(await start());
    const token = (await after.call('refresh', { body: { refreshToken: tokens.refreshToken } })).accessToken;
    expect(await after.call('readMe', { token })).toMatchObject({ name: 'Ana Maria' });
    expect((await after.call('readPresence', { token })).timer).toEqual(timer);
    const { attendances } = await after.call('readAttendances', { token });
    expect(attendances).toMatchObject([{ id: 'attendance-1', state: 'in-progress', lastMessage: { preview: 'Oi' } }]);
  });

  it('writes neither passwords nor tokens', async () => {
    const demo = await start();
    const client = new DemoClient(demo);
    const tokens = await client.logIn();
    await client.call('requestPasswordReset', { body: { email: 'ana.souza@aurora.example', language: 'en' } });
    await demo.stop();
    const text = await readFile(join(folder, 'platform.json'), 'utf8');
    for (const secret of [tokens.accessToken, tokens.refreshToken, 'Girassol@2026']) expect(text).not.toContain(secret);
  });

  it('does not start on the state of another seed', async () => {
    await (await start(1)).stop();
    await expect(start(2)).rejects.toThrow('--seed 1');
  });
});
