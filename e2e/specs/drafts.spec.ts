import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { messageBox, openAttendance } from '../support/conversation';
import { draftFile, draftFiles, keepDraft } from '../support/drafts';
import { filesHolding, readLog } from '../support/profileFiles';
import { expectLoginScreen, finish, inProgressList, logIn, logOut, send } from '../support/screens';
import { serveCustomer, startServing } from '../support/serving';
import { close } from '../support/session';
import { expect, test } from '../support/test';

const words = 'Dona Célia, o seu pedido 4711';

test('killed in the middle of a word, the app comes back to the same attendance with the word in the box', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  const first = await launch();
  const one = await startServing(first, control, ana);
  await messageBox(first.page).fill(words);
  const two = await serveCustomer(first, control, 'queue-support-whatsapp', 'customer-002');
  await messageBox(first.page).fill('e outro rascunho');
  await openAttendance(first.page, one.customerName);
  await expect(messageBox(first.page)).toHaveValue(words);
  await keepDraft(first, `${words},`);
  await first.kill();
  await expect
    .poll(async () => (await control.state()).agents.find(({ email }) => email === ana.email)?.hasStream)
    .toBe(false);

  const { page } = await launch();
  await expect(page.getByRole('heading', { name: one.customerName })).toBeVisible();
  await expect(messageBox(page)).toHaveValue(`${words},`);
  // Nobody has to click before going on.
  await expect(messageBox(page)).toBeFocused();
  await page.keyboard.type(' já saiu.');
  await expect(page.getByText('A tela parou de funcionar')).toHaveCount(0);
  const state = await control.state();
  expect(state.agents.find(({ email }) => email === ana.email)).toMatchObject({ isConnected: true, hasStream: true });
  expect(state.attendances.filter((attendance) => attendance.state === 'in-progress')).toHaveLength(2);

  await page.keyboard.press('Enter');
  await expect.poll(() => control.agentsWords(one.attendanceId)).toEqual([`${words}, já saiu.`]);
  await openAttendance(page, two.customerName);
  await expect(messageBox(page)).toHaveValue('e outro rascunho');
  expect(await readLog(profile)).toContain('drafts are restored');
});

test('what is being written stands in no file that can be read, and its file tells nobody whose it is', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  const app = await launch({ env: { SMARTSPACE_LOG_LEVEL: 'debug' } });
  await startServing(app, control, ana);
  await keepDraft(app, words);
  const file = await draftFile(profile);
  await app.kill();
  expect(await filesHolding(profile, 'pedido 4711')).toEqual([]);
  expect(app.output()).not.toContain('pedido 4711');
  const content = await readFile(file);
  expect(content.includes('ana')).toBe(false);
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o077).toBe(0);
  // What is in a file is found in it.
  await writeFile(path.join(profile, 'planted'), words);
  expect(await filesHolding(profile, 'pedido 4711')).toEqual(['planted']);
});

test('a draft goes with its message or its attendance, and the file with the last of them', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  const first = await launch();
  const { attendanceId } = await startServing(first, control, ana);
  await keepDraft(first, words);
  expect(await draftFiles(profile)).toHaveLength(1);
  await send(first.page, words);
  await expect.poll(() => control.agentsWords(attendanceId)).toEqual([words]);
  await first.kill();

  const second = await launch();
  await expect(messageBox(second.page)).toHaveValue('');
  await messageBox(second.page).fill('e ainda');
  await finish(second.page, 'Resolvido no atendimento');
  await expect(inProgressList(second.page).getByRole('listitem')).toHaveCount(0);
  await expect.poll(() => draftFiles(profile)).toEqual([]);
  await close(second);
  expect(await draftFiles(profile)).toEqual([]);
});

test('when the computer shuts down nothing waits for its turn: the last word is on disk', async ({
  launch,
  control,
  ana,
}) => {
  // Windows says it in a way of its own, which leads to the same place; see guardSessionEnd.test.ts.
  test.skip(process.platform === 'win32');
  const first = await launch();
  await startServing(first, control, ana);
  await keepDraft(first, 'antes');
  // Waits in main for the last word, and lets the computer shut down in that very moment.
  const down = first.application
    .evaluate(async ({ powerMonitor }, lastWord) => {
      const hasHeard = () =>
        globalThis.smartspaceTesting?.ipcTraffic().some((entry) => entry.includes(lastWord)) ?? false;
      while (!hasHeard()) await new Promise((resolve) => setImmediate(resolve));
      powerMonitor.emit('shutdown');
      process.kill(process.pid, 'SIGKILL');
    }, words)
    .catch(() => undefined);
  await messageBox(first.page)
    .fill(words)
    .catch(() => undefined);
  await down;
  await first.exited;

  const { page } = await launch();
  await expect(messageBox(page)).toHaveValue(words);
});

test('another agent at the same computer finds nothing, and neither does a log-out leave anything', async ({
  launch,
  control,
  ana,
  agents,
  profile,
}) => {
  const first = await launch();
  await startServing(first, control, ana);
  await keepDraft(first, words);
  const [session] = (await control.state()).sessions;
  await first.kill();
  // The stored login is over before the app is back: who logs in next is somebody else.
  await control.revoke(session?.id ?? '');

  const second = await launch();
  await expectLoginScreen(second.page);
  expect(await draftFiles(profile)).toHaveLength(1);
  const other = agents['bruno.carvalho'];
  if (other === undefined) throw new Error('The demo has no Bruno');
  await logIn(second.page, other);
  await expect.poll(() => draftFiles(profile)).toEqual([]);
  await logOut(second.page);
  await expectLoginScreen(second.page);
  expect(await draftFiles(profile)).toEqual([]);
});

test('the same agent finds the draft again after a login that had run out', async ({ launch, control, ana }) => {
  const first = await launch();
  await startServing(first, control, ana);
  await keepDraft(first, words);
  const [session] = (await control.state()).sessions;
  await first.kill();
  await control.revoke(session?.id ?? '');

  const { page } = await launch();
  await expectLoginScreen(page);
  await logIn(page, ana);
  await expect(messageBox(page)).toHaveValue(words);
});

test('a file that is damaged costs its drafts and nothing else', async ({ launch, control, ana, profile }) => {
  const first = await launch();
  const { customerName } = await startServing(first, control, ana);
  await keepDraft(first, words);
  const file = await draftFile(profile);
  await first.kill();
  await writeFile(file, (await readFile(file)).subarray(0, 40));

  const app = await launch();
  const { page } = app;
  await openAttendance(page, customerName);
  await expect(messageBox(page)).toHaveValue('');
  await keepDraft(app, 'de novo');
  await draftFile(profile);
  expect(await readLog(profile)).toContain('the file of drafts is damaged and removed');
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
