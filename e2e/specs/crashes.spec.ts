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

test('a page that dies or hangs comes back by itself with everything on it', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  const app = await launch();
  const { attendanceId, customerName } = await startServing(app, control, ana);
  const page =
    await test.step('a page that dies comes back to the same attendance and draft, and says so once', async () => {
      await typeDraft(app, words);
      const anew = await reconnectAfter(() => crash(app), app, profile);
      await expect(anew.getByRole('heading', { name: customerName })).toBeVisible();
      await expect(messageBox(anew)).toHaveValue(words);
      await expect(messageBox(anew)).toBeFocused();
      await expect(anew.getByText(notice)).toBeVisible();
      await expect(anew.getByText('Nada foi perdido')).toBeVisible();
      await anew.getByRole('button', { name: 'Entendi' }).click();
      await expect(anew.getByText(notice)).toHaveCount(0);

      // A reload that somebody asked for is nothing to tell of.
      await anew.reload();
      await expect(messageBox(anew)).toHaveValue(words);
      await expect(anew.getByText(notice)).toHaveCount(0);
      await send(anew, 'Sigo com você.');
      await expect.poll(() => control.agentsWords(attendanceId)).toEqual(['Sigo com você.']);
      return anew;
    });
  await test.step('a page that hangs for good is loaded anew by itself, with everything on it', async () => {
    const others = 'Dona Célia, a sua nota 4712';
    await typeDraft({ ...app, page }, others);
    const anew = await reconnectAfter(
      async () => {
        await hang(page);
        await callItHung(app);
      },
      app,
      profile,
    );
    await expect(anew.getByRole('heading', { name: customerName })).toBeVisible();
    await expect(messageBox(anew)).toHaveValue(others);
    await expect(anew.getByText(notice)).toBeVisible();
    expect(await readLog(profile)).toContain('the interface goes on hanging and is loaded anew');
  });
});

test('the app goes on without the processes beside it, and the log tells of each', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  const app = await launch();
  const { page } = app;
  const { attendanceId, customerName } = await startServing(app, control, ana);
  const sent: string[] = [];
  for (const { what, kinds } of [
    { what: 'its process for graphics', kinds: ['GPU'] },
    { what: 'its process for the network', kinds: ['Network Service'] },
    { what: 'both at once', kinds: ['GPU', 'Network Service'] },
  ] as const) {
    await test.step(`without ${what} the app goes on, and the log tells of it`, async () => {
      const text = `${words}: ${what}`;
      const thanks = `Obrigada: ${what}`;
      await messageBox(page).fill(text);
      const logged = await readLog(profile);
      const before = await childProcesses(app, kinds);
      expect(before).toHaveLength(kinds.length);
      for (const { pid } of before) process.kill(pid, 'SIGKILL');
      for (const kind of kinds) {
        const type = kind === 'GPU' ? 'GPU' : 'Utility';
        await expect
          .poll(async () => (await readLog(profile)).slice(logged.length))
          .toContain(`a process of the app is gone type="${type}" reason="killed"`);
      }
      await expect
        .poll(async () => {
          const now = await childProcesses(app, kinds);
          return now.filter(({ pid }) => !before.some((dead) => dead.pid === pid)).map(({ kind }) => kind);
        })
        .toEqual(before.map(({ kind }) => kind));

      await expect(page.getByRole('heading', { name: customerName })).toBeVisible();
      await expect(messageBox(page)).toHaveValue(text);
      await page.getByRole('button', { name: 'Enviar' }).click();
      sent.push(text);
      await expect.poll(() => control.agentsWords(attendanceId)).toEqual(sent);
      await control.write(attendanceId, thanks);
      await expect(page.getByText(thanks).first()).toBeVisible();
      await expect(page.getByText('Sem conexão')).toHaveCount(0);
      await expect(page.getByText(notice)).toHaveCount(0);

      // The page itself comes from the app, whatever has died.
      await page.reload();
      await expect(page.getByRole('heading', { name: customerName })).toBeVisible();
    });
  }
});

const dumpsIn = async (profile: string): Promise<readonly string[]> => {
  const files = await readdir(path.join(profile, 'crashes'), { recursive: true }).catch(() => []);
  return files.filter((file) => file.endsWith('.dmp'));
};

/** Ends the main process as a fault in it does. */
const breakDown = async (app: RunningApp): Promise<void> => {
  process.kill(app.application.process().pid ?? 0, 'SIGSEGV');
  await app.exited;
};

test('a fault in the main process costs nothing, and leaves a dump only where one is wanted', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  test.skip(process.platform === 'win32', 'it has no such signal');
  const first = await launch();
  await startServing(first, control, ana);
  const second = await test.step('costs nothing, and leaves no word on the disk', async () => {
    await keepDraft(first, words);
    await breakDown(first);
    expect(await filesHolding(profile, 'pedido 4711')).toEqual([]);
    expect(await dumpsIn(profile)).toEqual([]);

    const app = await launch({ env: { SMARTSPACE_CRASH_DUMPS: 'on' } });
    await expect(messageBox(app.page)).toHaveValue(words);
    return app;
  });
  await test.step('leaves a dump where one is wanted, sends it nowhere, and the next start that wants none removes it', async () => {
    expect(await second.application.evaluate(({ crashReporter }) => crashReporter.getUploadToServer())).toBe(false);
    await breakDown(second);
    await expect.poll(() => dumpsIn(profile)).toHaveLength(1);
    await launch();
    await expect.poll(() => dumpsIn(profile)).toEqual([]);
  });
});
