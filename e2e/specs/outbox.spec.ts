import type { Page } from 'playwright';
import type { Control } from '../support/control';
import { messageArea, messageBox, openAttendance } from '../support/conversation';
import { draftFile, draftFiles } from '../support/drafts';
import { filesHolding, readLog } from '../support/profileFiles';
import { expectLoginScreen, finish, inProgressList, logIn, send } from '../support/screens';
import { serveCustomer, startServing } from '../support/serving';
import { sessionId } from '../support/session';
import { expect, test } from '../support/test';

const words = ['Dona Célia, o seu pedido 4711', 'já saiu para entrega'] as const;

/** The agent's messages with these words. */
const written = (page: Page, texts: readonly string[]) =>
  messageArea(page)
    .getByRole('listitem')
    .filter({ hasText: new RegExp(texts.join('|')) });

/** What is on its way says so, once for messages that follow each other. */
const onItsWay = (page: Page) => messageArea(page).getByText('Enviando');

/** Loses the platform and sends messages. */
const sendInVain = async (page: Page, control: Control, texts: readonly string[]): Promise<void> => {
  await control.faults({ awaySeconds: null });
  for (const text of texts) await send(page, text);
  await expect(written(page, texts)).toHaveCount(texts.length);
  await expect(onItsWay(page)).toHaveCount(1);
};

/** The platform is there, but not all of it: the line to it does not become live. */
const comeBackHalf = (control: Control) =>
  control.faults({ clear: true, status: { status: 503, pathPrefix: '/v1/queues' } });

test('messages that the platform could not take wait in no file that can be read, over a kill or a new login, and arrive once', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  const first = await launch({ env: { SMARTSPACE_LOG_LEVEL: 'debug' } });
  const { attendanceId, customerName } = await startServing(first, control, ana);
  await sendInVain(first.page, control, words);
  // The drafts' own file has it, and no other.
  await draftFile(profile);
  await first.kill();

  await test.step('what is not sent yet stands in no file that can be read', async () => {
    expect(await filesHolding(profile, 'pedido 4711')).toEqual([]);
    expect(first.output()).not.toContain('pedido 4711');
  });

  const arrived = [...words, 'e a terceira', 'e a quarta'];
  const third =
    await test.step('killed before the platform could take them, messages are shown again and arrive once, in their order', async () => {
      expect(await control.agentsWords(attendanceId)).toEqual([]);

      await comeBackHalf(control);
      const second = await launch();
      const { page } = second;
      await expect(page.getByRole('heading', { name: customerName })).toBeVisible();
      await expect(written(page, words)).toContainText([...words]);
      await expect(written(page, words).last()).toContainText('Enviando');
      await expect(messageBox(page)).toHaveValue('');
      await send(page, 'e a terceira');
      expect(await control.agentsWords(attendanceId)).toEqual([]);

      await control.faults({ clear: true });
      // The tries are spread at random, further and further.
      await expect
        .poll(() => control.agentsWords(attendanceId), { timeout: 40_000 })
        .toEqual([...words, 'e a terceira']);
      await expect(onItsWay(page)).toHaveCount(0);
      expect(await readLog(profile)).toContain('unsent messages are restored messages=2');
      await second.kill();

      const app = await launch();
      await expect(messageArea(app.page).getByText('e a terceira')).toBeVisible();
      await send(app.page, 'e a quarta');
      await expect.poll(() => control.agentsWords(attendanceId)).toEqual(arrived);
      await expect(onItsWay(app.page)).toHaveCount(0);
      return app;
    });

  await test.step('where a stored login has run out, messages wait until their agent has logged in again', async () => {
    const later = ['A nota fiscal 4712', 'segue por e-mail'];
    await sendInVain(third.page, control, later);
    const session = await sessionId(control);
    await third.kill();
    await control.faults({ clear: true });
    await control.revoke(session);

    const { page } = await launch();
    await expectLoginScreen(page);
    expect(await control.agentsWords(attendanceId)).toEqual(arrived);
    await logIn(page, ana);
    await openAttendance(page, customerName);
    await expect.poll(() => control.agentsWords(attendanceId)).toEqual([...arrived, ...later]);
  });
});

test('a message does not arrive again once the platform has it, nor at all once its attendance is over', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  const first = await launch();
  const { attendanceId, customerName } = await startServing(first, control, ana);

  const second =
    await test.step('a message that the platform took, without an answer that arrived, does not arrive again', async () => {
      await control.faults({
        drop: { when: 'after', method: 'POST', pathPrefix: `/v1/attendances/${attendanceId}/messages` },
        holdEvents: true,
      });
      await send(first.page, words[0]);
      await expect.poll(() => control.agentsWords(attendanceId)).toEqual([words[0]]);
      await expect(onItsWay(first.page)).toHaveCount(1);
      await first.kill();

      await control.faults({ clear: true, holdEvents: false });
      const app = await launch();
      const { page } = app;
      await expect(page.getByRole('heading', { name: customerName })).toBeVisible();
      await expect(messageArea(page).getByText(words[0])).toHaveCount(1);
      await expect(onItsWay(page)).toHaveCount(0);
      await send(page, words[1]);
      await expect.poll(() => control.agentsWords(attendanceId)).toEqual(words);
      return app;
    });

  await test.step('a message that can not be sent goes with its attendance, and the file with it', async () => {
    const { page } = second;
    await finish(page, 'Resolvido no atendimento');
    await expect(inProgressList(page).getByRole('listitem')).toHaveCount(0);
    await expect.poll(() => draftFiles(profile)).toEqual([]);

    const other = await serveCustomer(second, control, 'queue-support-whatsapp', 'customer-002');
    await control.faults({
      status: { status: 503, method: 'POST', pathPrefix: `/v1/attendances/${other.attendanceId}/messages` },
    });
    await send(page, 'Já falo com a senhora');
    await expect(onItsWay(page)).toHaveCount(1);
    await draftFile(profile);
    await finish(page, 'Resolvido no atendimento');
    await expect(inProgressList(page).getByRole('listitem')).toHaveCount(0);
    await expect.poll(() => draftFiles(profile)).toEqual([]);
    await control.faults({ clear: true });
    await second.kill();

    const third = await launch();
    await expect(inProgressList(third.page).getByRole('listitem')).toHaveCount(0);
    await serveCustomer(third, control, 'queue-support-whatsapp', 'customer-003');
    expect(await control.agentsWords(other.attendanceId)).toEqual([]);
  });
});
