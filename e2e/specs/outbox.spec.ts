import type { Page } from 'playwright';
import type { RunningApp } from '../support/app';
import type { Control } from '../support/control';
import { messageArea, messageBox, openAttendance } from '../support/conversation';
import { draftFile, draftFiles } from '../support/drafts';
import { filesHolding, readLog } from '../support/profileFiles';
import { expectLoginScreen, finish, inProgressList, logIn, send } from '../support/screens';
import { serveCustomer, startServing } from '../support/serving';
import { expect, test } from '../support/test';
import type { PasswordAgent } from '../support/test';

const words = ['Dona Célia, o seu pedido 4711', 'já saiu para entrega'] as const;

/** The agent's messages of this test. */
const written = (page: Page) =>
  messageArea(page)
    .getByRole('listitem')
    .filter({ hasText: /pedido 4711|entrega/ });

/** What is on its way says so, once for messages that follow each other. */
const onItsWay = (page: Page) => messageArea(page).getByText('Enviando');

/** Serves a customer, loses the platform and sends both messages. */
const sendInVain = async (app: RunningApp, control: Control, agent: PasswordAgent) => {
  const serving = await startServing(app, control, agent);
  await control.faults({ awaySeconds: null });
  for (const text of words) await send(app.page, text);
  await expect(written(app.page)).toHaveCount(words.length);
  await expect(onItsWay(app.page)).toHaveCount(1);
  return serving;
};

/** The platform is there, but not all of it: the line to it does not become live. */
const comeBackHalf = (control: Control) =>
  control.faults({ clear: true, status: { status: 503, pathPrefix: '/v1/queues' } });

test('killed before the platform could take them, messages are shown again and arrive once, in their order', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  const first = await launch();
  const { attendanceId, customerName } = await sendInVain(first, control, ana);
  await first.kill();
  expect(await control.agentsWords(attendanceId)).toEqual([]);

  await comeBackHalf(control);
  const second = await launch();
  const { page } = second;
  await expect(page.getByRole('heading', { name: customerName })).toBeVisible();
  await expect(written(page)).toContainText([...words]);
  await expect(written(page).last()).toContainText('Enviando');
  await expect(messageBox(page)).toHaveValue('');
  await send(page, 'e a terceira');
  expect(await control.agentsWords(attendanceId)).toEqual([]);

  await control.faults({ clear: true });
  // The tries are spread at random, further and further.
  await expect.poll(() => control.agentsWords(attendanceId), { timeout: 40_000 }).toEqual([...words, 'e a terceira']);
  await expect(onItsWay(page)).toHaveCount(0);
  expect(await readLog(profile)).toContain('unsent messages are restored messages=2');
  await second.kill();

  const third = await launch();
  await expect(messageArea(third.page).getByText('e a terceira')).toBeVisible();
  await send(third.page, 'e a quarta');
  await expect.poll(() => control.agentsWords(attendanceId)).toEqual([...words, 'e a terceira', 'e a quarta']);
});

test('a message that the platform took, without an answer that arrived, does not arrive again', async ({
  launch,
  control,
  ana,
}) => {
  const first = await launch();
  const { attendanceId, customerName } = await startServing(first, control, ana);
  await control.faults({
    drop: { when: 'after', method: 'POST', pathPrefix: `/v1/attendances/${attendanceId}/messages` },
    holdEvents: true,
  });
  await send(first.page, words[0]);
  await expect.poll(() => control.agentsWords(attendanceId)).toEqual([words[0]]);
  await expect(onItsWay(first.page)).toHaveCount(1);
  await first.kill();

  await control.faults({ clear: true, holdEvents: false });
  const { page } = await launch();
  await expect(page.getByRole('heading', { name: customerName })).toBeVisible();
  await expect(messageArea(page).getByText(words[0])).toHaveCount(1);
  await expect(onItsWay(page)).toHaveCount(0);
  await send(page, words[1]);
  await expect.poll(() => control.agentsWords(attendanceId)).toEqual(words);
});

test('what is not sent yet stands in no file that can be read', async ({ launch, control, ana, profile }) => {
  const app = await launch({ env: { SMARTSPACE_LOG_LEVEL: 'debug' } });
  await sendInVain(app, control, ana);
  // The drafts' own file has it, and no other.
  await draftFile(profile);
  await app.kill();
  expect(await filesHolding(profile, 'pedido 4711')).toEqual([]);
  expect(app.output()).not.toContain('pedido 4711');
});

test('a message that can not be sent goes with its attendance, and the file with it', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  const first = await launch();
  const { attendanceId } = await startServing(first, control, ana);
  await control.faults({
    status: { status: 503, method: 'POST', pathPrefix: `/v1/attendances/${attendanceId}/messages` },
  });
  await send(first.page, words[0]);
  await expect(onItsWay(first.page)).toHaveCount(1);
  await draftFile(profile);
  await finish(first.page, 'Resolvido no atendimento');
  await expect(inProgressList(first.page).getByRole('listitem')).toHaveCount(0);
  await expect.poll(() => draftFiles(profile)).toEqual([]);
  await control.faults({ clear: true });
  await first.kill();

  const second = await launch();
  await expect(inProgressList(second.page).getByRole('listitem')).toHaveCount(0);
  await serveCustomer(second, control, 'queue-support-whatsapp', 'customer-002');
  expect(await control.agentsWords(attendanceId)).toEqual([]);
});

test('where a stored login has run out, messages wait until their agent has logged in again', async ({
  launch,
  control,
  ana,
}) => {
  const first = await launch();
  const { attendanceId, customerName } = await sendInVain(first, control, ana);
  const [session] = (await control.state()).sessions;
  await first.kill();
  await control.faults({ clear: true });
  await control.revoke(session?.id ?? '');

  const second = await launch();
  await expectLoginScreen(second.page);
  expect(await control.agentsWords(attendanceId)).toEqual([]);
  await logIn(second.page, ana);
  await openAttendance(second.page, customerName);
  await expect.poll(() => control.agentsWords(attendanceId)).toEqual(words);
});
