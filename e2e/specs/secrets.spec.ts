import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { closeWindow } from '../support/app';
import { readAccessToken, readIpcTraffic, readRefreshToken } from '../support/doors';
import { readHeap } from '../support/heap';
import { filesHolding, readLog } from '../support/profileFiles';
import { finish, inProgressList, send } from '../support/screens';
import { startServing } from '../support/serving';
import { expect, test } from '../support/test';
import type { RunningApp } from '../support/app';
import type { Control } from '../support/control';
import type { PasswordAgent } from '../support/test';

const customersWords = 'Meu-segredo-de-cliente-4711';
const agentsWords = 'Anotei-o-segredo-dela-4712';

/** Part of a day: log in, read, write. Answers with the tokens there were. */
const work = async (app: RunningApp, control: Control, ana: PasswordAgent) => {
  const serving = await startServing(app, control, ana);
  await control.write(serving.attendanceId, customersWords);
  await expect(app.page.getByText(customersWords).first()).toBeVisible();
  await send(app.page, agentsWords);
  await expect.poll(() => control.agentsWords(serving.attendanceId)).toEqual([agentsWords]);
  return { ...serving, tokens: [await readAccessToken(app), await readRefreshToken(app)] };
};

test('a token, the password and what was written are only where they have to be, crash and restart included', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  const env = { SMARTSPACE_LOG_LEVEL: 'debug' };
  const first = await launch({ env });
  const { tokens, attendanceId } = await work(first, control, ana);

  await test.step('neither token is in the heap of the renderer', async () => {
    await first.page.evaluate(() => Reflect.set(window, 'planted', ['palavra', 'plantada', 'aqui'].join('-')));
    const heap = await readHeap(first.page);
    // What is in the heap is found in it.
    expect(heap.includes('palavra-plantada-aqui')).toBe(true);
    expect(heap.includes(customersWords)).toBe(true);
    for (const token of tokens) expect(heap.includes(token)).toBe(false);
  });

  const firstTraffic = await readIpcTraffic(first);
  await first.application.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await expect.poll(() => readLog(profile)).toContain('the interface is gone');
  await first.kill();

  const second = await launch({ env });
  await expect(inProgressList(second.page).getByRole('listitem')).toHaveCount(1);
  await inProgressList(second.page).getByRole('listitem').getByRole('button').first().click();
  await expect(second.page.getByText(customersWords).first()).toBeVisible();
  const secrets = [...tokens, await readAccessToken(second), await readRefreshToken(second)];
  await finish(second.page, 'Resolvido no atendimento');
  await expect.poll(async () => (await control.attendance(attendanceId)).state).toBe('finished');
  await expect(inProgressList(second.page).getByRole('listitem')).toHaveCount(0);
  const secondTraffic = await readIpcTraffic(second);
  await closeWindow(second);
  expect(await second.exited).toBe(0);

  await test.step('neither token crosses between main and the renderer, and the password does once', () => {
    for (const traffic of [firstTraffic, secondTraffic]) {
      expect(traffic.filter((entry) => entry.includes(customersWords))).not.toEqual([]);
      for (const token of secrets) expect(traffic.filter((entry) => entry.includes(token))).toEqual([]);
    }
    expect(firstTraffic.filter((entry) => entry.startsWith('["session:sign-in",{"email"'))).toHaveLength(1);
    expect(firstTraffic.filter((entry) => entry.includes(ana.password))).toHaveLength(1);
    expect(secondTraffic.filter((entry) => entry.includes(ana.password))).toEqual([]);
  });

  await test.step('no file of the profile and no output has a token, the password or what was written, crash and restart included', async () => {
    const output = `${first.output()}${second.output()}`;
    for (const secret of [...secrets, ana.password, customersWords, agentsWords]) {
      expect(await filesHolding(profile, secret), 'files').toEqual([]);
      expect(output).not.toContain(secret);
    }
    // What is in a file is found in it, in either encoding; and the files searched are those that the app has written.
    expect(await filesHolding(profile, ana.email)).toEqual(['settings.json']);
    expect(await filesHolding(profile, 'signed in')).toEqual(['logs/main.log']);
    await writeFile(path.join(profile, 'planted'), Buffer.from(`…${customersWords}…`, 'utf16le'));
    expect(await filesHolding(profile, customersWords)).toEqual(['planted']);
  });
});
