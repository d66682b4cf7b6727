import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { request } from './testing/demoClient';
import { EventReader } from './testing/eventReader';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

const firstLineSchema = z.strictObject({
  url: z.url(),
  controlUrl: z.url(),
  mail: z.strictObject({ url: z.url() }),
  microsoft: z.strictObject({ authority: z.url({ protocol: /^https$/ }) }),
  agents: z
    .array(
      z.strictObject({
        email: z.email(),
        password: z.string().nullable(),
        name: z.string(),
        login: z.enum(['password', 'microsoft']),
        omnichannel: z.boolean(),
      }),
    )
    .length(6),
});

/** Starting a process may take long on a busy machine. In milliseconds. */
const patience = 60_000;

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const start = async (env: NodeJS.ProcessEnv = {}) => {
  const child = spawn(process.execPath, ['--import', 'tsx', main, '--port', '0'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  children.push(child);
  const exited = once(child, 'exit');
  const [line] = z.tuple([z.string()]).parse(await once(createInterface(child.stdout), 'line'));
  return { child, exited, told: firstLineSchema.parse(JSON.parse(line)) };
};

describe('npm run demo', { timeout: patience }, () => {
  it('tells where it is and who can log in, and ends at once when told to, streams open or not', async () => {
    const { child, exited, told } = await start();
    const [agent] = told.agents;
    const login = await request('POST', `${told.url}/v1/auth/login`, {
      email: agent?.email,
      password: agent?.password,
    });
    const stream = await EventReader.open(
      told.url,
      z.object({ accessToken: z.string() }).parse(login.body).accessToken,
    );
    child.kill('SIGTERM');
    await stream.ended;
    expect(await exited).toEqual([0, null]);
  });

  it('ends with whoever started it, where they ask for that', async () => {
    const { child, exited } = await start({ SMARTSPACE_DEMO_PARENT: '1' });
    child.stdin.end();
    expect(await exited).toEqual([0, null]);
  });
});
