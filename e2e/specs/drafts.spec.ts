import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { messageBox, openAttendance } from '../support/conversation';
import { draftFile, draftFiles, keepDraft } from '../support/drafts';
import { filesHolding, readLog } from '../support/profileFiles';
import { expectLoginScreen, finish, inProgressList, logIn, logOut, send } from '../support/screens';
import { serveCustomer, startServing } from '../support/serving';
import { close, sessionId } from '../support/session';
import { expect, test } from '../support/test';

const words = 'Dona Célia, o seu pedido 4711';

test('what is being written outlives a kill, in no file that can be read, and goes with its message or its attendance', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  const first = await launch({ env: { SMARTSPACE_LOG_LEVEL: 'debug' } });
  const one = await startServing(first, control, ana);
  await messageBox(first.page).fill(words);
  const two = await serveCustomer(first, control, 'queue-support-whatsapp', 'customer-002');
  await messageBox(first.page).fill('e outro rascunho');
  await openAttendance(first.page, one.customerName);
  await expect(messageBox(first.page)).toHaveValue(words);
  await keepDraft(first, `${words},`);
  const file = await draftFile(profile);
  await first.kill();

  await test.step('what is being written stands in no file that can be read, and its file tells nobody whose it is', async () => {
    expect(await filesHolding(profile, 'pedido 4711')).toEqual([]);
    expect(first.output()).not.toContain('pedido 4711');
    const content = await readFile(file);
    expect(content.includes('ana')).toBe(false);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o077).toBe(0);
    // What is in a file is found in it.
    const planted = path.join(profile, 'planted');
    await writeFile(planted, words);
    expect(await filesHolding(profile, 'pedido 4711')).toEqual(['planted']);
    await rm(planted);
  });

  const second =
    await test.step('killed in the middle of a word, the app comes back to the same attendance with the word in the box', async () => {
      await expect
        .poll(async () => (await control.state()).agents.find(({ email }) => email === ana.email)?.hasStream)
        .toBe(false);
      const app = await launch();
      const { page } = app;
      await expect(page.getByRole('heading', { name: one.customerName })).toBeVisible();
      await expect(messageBox(page)).toHaveValue(`${words},`);
      // Nobody has to click before going on.
      await expect(messageBox(page)).toBeFocused();
      await page.keyboard.type(' já saiu.');
      await expect(page.getByText('A tela parou de funcionar')).toHaveCount(0);
      const state = await control.state();
      expect(state.agents.find(({ email }) => email === ana.email)).toMatchObject({
        isConnected: true,
        hasStream: true,
      });
      expect(state.attendances.filter((attendance) => attendance.state === 'in-progress')).toHaveLength(2);

      await page.keyboard.press('Enter');
      await expect.poll(() => control.agentsWords(one.attendanceId)).toEqual([`${words}, já saiu.`]);
      await openAttendance(page, two.customerName);
      await expect(messageBox(page)).toHaveValue('e outro rascunho');
      expect(await readLog(profile)).toContain('drafts are restored');
      return app;
    });

  await test.step('a draft goes with its message or its attendance, and the file with the last of them', async () => {
    await keepDraft(second, 'A senhora é a próxima');
    expect(await draftFiles(profile)).toHaveLength(1);
    await send(second.page, 'A senhora é a próxima');
    await expect.poll(() => control.agentsWords(two.attendanceId)).toEqual(['A senhora é a próxima']);
    await second.kill();

    const third = await launch();
    const { page } = third;
    await expect(page.getByRole('heading', { name: two.customerName })).toBeVisible();
    await expect(messageBox(page)).toHaveValue('');
    await messageBox(page).fill('e ainda');
    await finish(page, 'Resolvido no atendimento');
    await expect(inProgressList(page).getByRole('listitem')).toHaveCount(1);
    await openAttendance(page, one.customerName);
    await expect(messageBox(page)).toHaveValue('');
    await messageBox(page).fill('e mais isto');
    await finish(page, 'Resolvido no atendimento');
    await expect(inProgressList(page).getByRole('listitem')).toHaveCount(0);
    await expect.poll(() => draftFiles(profile)).toEqual([]);
    await close(third);
    expect(await draftFiles(profile)).toEqual([]);
  });
});

test('a draft is lost with a damaged file, outlives a shutdown and a login that has run out, and is for no other agent', async ({
  launch,
  control,
  ana,
  agents,
  profile,
}) => {
  let app = await launch();
  const { customerName } = await startServing(app, control, ana);
  await test.step('a file that is damaged costs its drafts and nothing else', async () => {
    await keepDraft(app, words);
    const file = await draftFile(profile);
    await app.kill();
    await writeFile(file, (await readFile(file)).subarray(0, 40));

    app = await launch();
    await openAttendance(app.page, customerName);
    await expect(messageBox(app.page)).toHaveValue('');
    await keepDraft(app, 'de novo');
    await draftFile(profile);
    expect(await readLog(profile)).toContain('the file of drafts is damaged and removed');
  });
  // Windows says it in a way of its own, which leads to the same place; see guardSessionEnd.test.ts.
  if (process.platform !== 'win32') {
    await test.step('when the computer shuts down nothing waits for its turn: the last word is on disk', async () => {
      const last = 'a última palavra';
      await keepDraft(app, 'antes');
      // Waits in main for the last word, and lets the computer shut down in that very moment.
      const down = app.application
        .evaluate(async ({ powerMonitor }, lastWord) => {
          const hasHeard = () =>
            globalThis.smartspaceTesting?.ipcTraffic().some((entry) => entry.includes(lastWord)) ?? false;
          while (!hasHeard()) await new Promise((resolve) => setImmediate(resolve));
          powerMonitor.emit('shutdown');
          process.kill(process.pid, 'SIGKILL');
        }, last)
        .catch(() => undefined);
      await messageBox(app.page)
        .fill(last)
        .catch(() => undefined);
      await down;
      await app.exited;

      app = await launch();
      await expect(messageBox(app.page)).toHaveValue(last);
    });
  }
  // The stored login is over before the app is back: whoever logs in next may be somebody else.
  const comeBackWithoutLogin = async () => {
    const session = await sessionId(control);
    await app.kill();
    await control.revoke(session);
    app = await launch();
    await expectLoginScreen(app.page);
  };
  await test.step('the same agent finds the draft again after a login that had run out', async () => {
    await keepDraft(app, 'para depois do login');
    await comeBackWithoutLogin();
    await logIn(app.page, ana);
    await expect(messageBox(app.page)).toHaveValue('para depois do login');
  });
  await test.step('another agent at the same computer finds nothing, and neither does a log-out leave anything', async () => {
    await keepDraft(app, 'para ninguém mais');
    await comeBackWithoutLogin();
    expect(await draftFiles(profile)).toHaveLength(1);
    const other = agents['bruno.carvalho'];
    if (other === undefined) throw new Error('The demo has no Bruno');
    await logIn(app.page, other);
    await expect.poll(() => draftFiles(profile)).toEqual([]);
    await logOut(app.page);
    await expectLoginScreen(app.page);
    expect(await draftFiles(profile)).toEqual([]);
  });
});

test.describe('without a keychain', () => {
  // The secret service is Linux' own; other systems always have their keychain.
  test.skip(process.platform !== 'linux');

  test('drafts stay in memory: they outlive the page, and nothing of them is on the disk', async ({
    launch,
    control,
    ana,
    profile,
  }) => {
    const app = await launch({ env: { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } });
    const { page } = app;
    const { customerName } = await startServing(app, control, ana);
    await keepDraft(app, words);
    await serveCustomer(app, control, 'queue-support-whatsapp', 'customer-002');
    await openAttendance(page, customerName);
    await expect(messageBox(page)).toHaveValue(words);
    await expect.poll(() => readLog(profile)).toContain('they stay in memory');
    expect(await draftFiles(profile)).toEqual([]);
  });
});
