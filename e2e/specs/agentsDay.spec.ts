import { closeWindow } from '../support/app';
import {
  acceptOffer,
  block,
  blockText,
  expectLoginScreen,
  finish,
  inProgressList,
  logIn,
  logInToQueues,
  logOut,
  send,
} from '../support/screens';
import { expect, test } from '../support/test';

test("an agent's day: log in, serve a customer, be held, finish, and leave nothing behind", async ({
  launch,
  control,
  ana,
}) => {
  const app = await launch();
  const { page } = app;

  await logIn(page, ana);
  await logInToQueues(page, ['Vendas WhatsApp', 'Suporte WhatsApp']);
  await expect(page.getByRole('timer', { name: 'Tempo on-line' })).toBeVisible();
  expect((await control.state()).queueLogins).toHaveLength(2);

  const attendanceId = await control.arrive('queue-support-whatsapp', 'customer-001', 'Minha internet caiu');
  await acceptOffer(page);
  await expect(page.getByText('Minha internet caiu').first()).toBeVisible();
  await send(page, 'Bom dia! Vou verificar o sinal.');
  await expect
    .poll(async () => (await control.state()).messages.map(({ direction, text }) => ({ direction, text })))
    .toContainEqual({ direction: 'from-agent', text: 'Bom dia! Vou verificar o sinal.' });
  await control.write(attendanceId, 'Voltou, obrigado!');
  await expect(page.getByText('Voltou, obrigado!').first()).toBeVisible();

  await logOut(page);
  await expect(block(page)).toContainText(blockText);
  await block(page).getByRole('button', { name: 'Entendi' }).click();
  await closeWindow(app);
  await expect(block(page)).toContainText(blockText);
  await block(page).getByRole('button', { name: 'Ir para o atendimento' }).click();
  await expect(page.getByRole('textbox', { name: 'Mensagem' })).toBeVisible();
  expect((await control.state()).sessions).toHaveLength(1);

  await finish(page, 'Resolvido no atendimento');
  await expect(inProgressList(page).getByRole('listitem')).toHaveCount(0);
  await logOut(page);
  await expectLoginScreen(page);
  const after = await control.state();
  expect(after.queueLogins).toEqual([]);
  expect(after.sessions).toEqual([]);
  expect(after.attendances.find(({ id }) => id === attendanceId)).toMatchObject({
    state: 'finished',
    dispositionId: 'disposition-resolved',
  });

  await closeWindow(app);
  expect(await app.exited).toBe(0);
});
