import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { RunningApp } from '../support/app';
import { callItHung, childProcesses, crash, hang } from '../support/breaking';
import { messageBox } from '../support/conversation';
import { keepDraft, typeDraft } from '../support/drafts';
import { filesHolding, readLog } from '../support/profileFiles';
import { reconnectAfter } from '../support/reconnect';
import { send } from '../support/screens';
import { startServing } from '../support/serving';
import { expect, test } from '../support/test';

const words = 'Dona Célia, o seu pedido 4711';
const notice = 'A tela parou de funcionar e foi recarregada.';

test('a page that dies comes back to the same attendance and draft, and says so once', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  const app = await launch();
  const { attendanceId, customerName } = await startServing(app, control, ana);
  await typeDraft(app, words);
  const page = await reconnectAfter(() => crash(app), app, profile);
  await expect(page.getByRole('heading', { name: customerName })).toBeVisible();
  await expect(messageBox(page)).toHaveValue(words);
  await expect(messageBox(page)).toBeFocused();
  await expect(page.getByText(notice)).toBeVisible();
  await expect(page.getByText('Nada foi perdido')).toBeVisible();
  await page.getByRole('button', { name: 'Entendi' }).click();
  await expect(page.getByText(notice)).toHaveCount(0);

  // A reload that somebody asked for is nothing to tell of.
  await page.reload();
  await expect(messageBox(page)).toHaveValue(words);
  await expect(page.getByText(notice)).toHaveCount(0);
  await send(page, 'Sigo com você.');
  await expect.poll(() => control.agentsWords(attendanceId)).toEqual(['Sigo com você.']);
});

test('a page that hangs for good is loaded anew by itself, with everything on it', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  const app = await launch();
  const { customerName } = await startServing(app, control, ana);
  await typeDraft(app, words);
  const page = await reconnectAfter(
    async () => {
      await hang(app.page);
      await callItHung(app);
    },
    app,
    profile,
  );
  await expect(page.getByRole('heading', { name: customerName })).toBeVisible();
  await expect(messageBox(page)).toHaveValue(words);
  await expect(page.getByText(notice)).toBeVisible();
  expect(await readLog(profile)).toContain('the interface goes on hanging and is loaded anew');
});

for (const { what, kinds } of [
  { what: 'its process for graphics', kinds: ['GPU'] },
  { what: 'its process for the network', kinds: ['Network Service'] },
  { what: 'both at once', kinds: ['GPU', 'Network Service'] },
] as const) {
  test(`without ${what} the app goes on, and the log tells of it`, async ({ launch, control, ana, profile }) => {
    const app = await launch();
    const { page } = app;
    const { attendanceId, customerName } = await startServing(app, control, ana);
    await messageBox(page).fill(words);
    const before = await childProcesses(app, kinds);
    expect(before).toHaveLength(kinds.length);
    for (const { pid } of before) process.kill(pid, 'SIGKILL');
    for (const kind of kinds) {
      const type = kind === 'GPU' ? 'GPU' : 'Utility';
      await expect
        .poll(() => readLog(profile))
        .toContain(`a process of the app is gone type="${type}" reason="killed"`);
    }
    await expect
      .poll(async () => {
        const now = await childProcesses(app, kinds);
        return now.filter(({ pid }) => !before.some((dead) => dead.pid === pid)).map(({ kind }) => kind);
      })
      .toEqual(before.map(({ kind }) => kind));

    await expect(page.getByRole('heading', { name: customerName })).toBeVisible();
    await expect(messageBox(page)).toHaveValue(words);
    await page.getByRole('button', { name: 'Enviar' }).click();
    await expect.poll(() => control.agentsWords(attendanceId)).toEqual([words]);
    await control.write(attendanceId, 'Obrigada!');
    await expect(page.getByText('Obrigada!').first()).toBeVisible();
    await expect(page.getByText('Sem conexão')).toHaveCount(0);
    await expect(page.getByText(notice)).toHaveCount(0);

    // The page itself comes from the app, whatever has died.
    await page.reload();
    await expect(page.getByRole('heading', { name: customerName })).toBeVisible();
  });
}

const dumpsIn = async (profile: string): Promise<readonly string[]> => {
  const files = await readdir(path.join(profile, 'crashes'), { recursive: true }).catch(() => []);
  return files.filter((file) => file.endsWith('.dmp'));
};

/** Ends the main process as a fault in it does. */
const breakDown = async (app: RunningApp): Promise<void> => {
  process.kill(app.application.process().pid ?? 0, 'SIGSEGV');
  await app.exited;
};

test.describe('a fault in the main process', () => {
  // Other systems have no such signal.
  test.skip(process.platform === 'win32');

  test('costs nothing, and leaves no word on the disk', async ({ launch, control, ana, profile }) => {
    const app = await launch();
    await startServing(app, control, ana);
    await keepDraft(app, words);
    await breakDown(app);
    expect(await filesHolding(profile, 'pedido 4711')).toEqual([]);
    expect(await dumpsIn(profile)).toEqual([]);

    const { page } = await launch();
    await expect(messageBox(page)).toHaveValue(words);
  });

  test('leaves a dump where one is wanted, sends it nowhere, and the next start that wants none removes it', async ({
    launch,
    control,
    ana,
    profile,
  }) => {
    const app = await launch({ env: { SMARTSPACE_CRASH_DUMPS: 'on' } });
    await startServing(app, control, ana);
    expect(await app.application.evaluate(({ crashReporter }) => crashReporter.getUploadToServer())).toBe(false);
    await breakDown(app);
    await expect.poll(() => dumpsIn(profile)).toHaveLength(1);
    await launch();
    await expect.poll(() => dumpsIn(profile)).toEqual([]);
  });
});
