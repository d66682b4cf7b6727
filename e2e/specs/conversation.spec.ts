import { messageArea, messageBox, openAttendance, shownWords } from '../support/conversation';
import { countPlatformRequests, recordPlatformRequests } from '../support/platformRequests';
import { acceptOffer, inProgressList, logIn, logInToQueues, send } from '../support/screens';
import { serveCustomer, startServing } from '../support/serving';
import { expect, test } from '../support/test';
import type { Control } from '../support/control';

const support = 'queue-support-whatsapp';
const spoken = /(?:cliente|atendente) \d+/;

const wordsAtPlatform = async (control: Control, attendanceId: string) => {
  const { messages } = await control.state();
  return messages
    .filter((message) => message.attendanceId === attendanceId && message.direction !== 'system')
    .map(({ text }) => text);
};

const outgoingOf = async (control: Control, attendanceId: string) => {
  const { messages } = await control.state();
  return messages.filter((message) => message.attendanceId === attendanceId && message.direction === 'from-agent');
};

test('messages go both ways in order, as they were written, and count as unread elsewhere', async ({
  launch,
  control,
  ana,
}) => {
  const app = await launch();
  const { page } = app;
  await logIn(page, ana);
  await logInToQueues(page, ['Suporte WhatsApp']);
  await test.step('go both ways at once and in order', async () => {
    const attendanceId = await control.arrive(support, 'customer-001', 'cliente 1');
    await acceptOffer(page);
    for (let number = 2; number <= 5; number += 1) {
      await control.write(attendanceId, `cliente ${String(number)}`);
      await expect(messageArea(page).getByText(`cliente ${String(number)}`)).toBeVisible();
      await send(page, `atendente ${String(number)}`);
      await expect.poll(() => wordsAtPlatform(control, attendanceId)).toContain(`atendente ${String(number)}`);
    }
    const words = await wordsAtPlatform(control, attendanceId);
    expect(words).toHaveLength(9);
    expect(await shownWords(page, spoken)).toEqual(words);
    // How far the last one got is told as the platform learns it.
    await expect(page.getByRole('img', { name: /^(Entregue|Lida)$/ }).last()).toBeVisible();
  });
  await test.step('written as fast as the keyboard goes arrive in the order they were written', async () => {
    const { attendanceId } = await serveCustomer(app, control, support, 'customer-002');
    await control.faults({
      delay: { milliseconds: 200, method: 'POST', pathPrefix: `/v1/attendances/${attendanceId}/messages`, next: 1 },
    });
    const written = Array.from({ length: 8 }, (_, index) => `atendente ${String(index + 1)}`);
    for (const text of written) {
      await messageBox(page).pressSequentially(text);
      await page.keyboard.press('Enter');
    }
    await expect.poll(() => control.agentsWords(attendanceId)).toEqual(written);
    await expect(page.getByText('Enviando')).toHaveCount(0);
    expect(await shownWords(page, spoken)).toEqual(written);
  });
  await test.step('keep their lines, and are drawn as text whatever is in them', async () => {
    const { attendanceId } = await serveCustomer(app, control, support, 'customer-003');
    await messageBox(page).pressSequentially('primeira');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('segunda');
    await page.keyboard.press('Enter');
    await expect.poll(() => control.agentsWords(attendanceId)).toEqual(['primeira\nsegunda']);
    await control.write(attendanceId, '<img src=x onerror="document.title=1"> & <b>negrito</b>');
    await expect(messageArea(page).getByText('<img src=x onerror="document.title=1"> & <b>negrito</b>')).toBeVisible();
  });
  await test.step('count as unread while another attendance is open, and as read once theirs is', async () => {
    const first = await serveCustomer(app, control, support, 'customer-004');
    await serveCustomer(app, control, support, 'customer-005');
    await expect.poll(async () => (await control.attendance(first.attendanceId)).unread).toBe(0);
    for (const text of ['cliente 1', 'cliente 2', 'cliente 3']) await control.write(first.attendanceId, text);
    const item = inProgressList(page).getByRole('button').filter({ hasText: first.customerName });
    await expect(item).toContainText('3 mensagens não lidas');
    await expect(item).toContainText('cliente 3');
    await openAttendance(page, first.customerName);
    await expect(item).not.toContainText('não lida');
    await expect.poll(async () => (await control.attendance(first.attendanceId)).unread).toBe(0);
    expect(await shownWords(page, spoken)).toEqual(['cliente 1', 'cliente 2', 'cliente 3']);
  });
});

test('what is typed stays with its attendance while the agent goes to another one', async ({
  launch,
  control,
  ana,
}) => {
  const app = await launch();
  const { page } = app;
  const first = await startServing(app, control, ana);
  await messageBox(page).fill('para o primeiro');
  const second = await serveCustomer(app, control, support, 'customer-002');
  await expect(messageBox(page)).toHaveValue('');
  await messageBox(page).fill('para o segundo');
  await openAttendance(page, first.customerName);
  await expect(messageBox(page)).toHaveValue('para o primeiro');
  await openAttendance(page, second.customerName);
  await expect(messageBox(page)).toHaveValue('para o segundo');
  await page.getByRole('button', { name: 'Enviar' }).click();
  await expect.poll(() => control.agentsWords(second.attendanceId)).toEqual(['para o segundo']);
  expect(await control.agentsWords(first.attendanceId)).toEqual([]);
});

test('a message that does not get through is told, kept and sent once', async ({ launch, control, ana }) => {
  const app = await launch();
  const { page } = app;
  await logIn(page, ana);
  await logInToQueues(page, ['Suporte WhatsApp']);
  await test.step('says why where the platform refuses it, and goes once when tried again', async () => {
    const { attendanceId } = await serveCustomer(app, control, support, 'customer-001');
    await control.faults({
      status: { status: 403, method: 'POST', pathPrefix: `/v1/attendances/${attendanceId}/messages`, next: 1 },
    });
    await send(page, 'atendente 1');
    await expect(page.getByText('Não enviada.')).toBeVisible();
    await expect(messageArea(page)).toContainText('A plataforma recusou esta ação');
    expect(await outgoingOf(control, attendanceId)).toEqual([]);
    await page.getByRole('button', { name: 'Tentar de novo' }).dblclick();
    await expect(page.getByText('Não enviada.')).toHaveCount(0);
    await expect.poll(() => control.agentsWords(attendanceId)).toEqual(['atendente 1']);
    await send(page, 'atendente 2');
    await expect.poll(() => control.agentsWords(attendanceId)).toEqual(['atendente 1', 'atendente 2']);
    expect(await shownWords(page, spoken)).toEqual(['atendente 1', 'atendente 2']);
  });
  await test.step('is dropped when the agent discards it', async () => {
    const { attendanceId } = await serveCustomer(app, control, support, 'customer-002');
    await control.faults({
      status: { status: 403, method: 'POST', pathPrefix: `/v1/attendances/${attendanceId}/messages`, next: 1 },
    });
    await send(page, 'atendente 1');
    await page.getByRole('button', { name: 'Descartar' }).click();
    await expect(page.getByText('Não enviada.')).toHaveCount(0);
    await send(page, 'atendente 2');
    await expect.poll(() => control.agentsWords(attendanceId)).toEqual(['atendente 2']);
    expect(await shownWords(page, spoken)).toEqual(['atendente 2']);
  });
  await test.step('whose answer was lost goes again under its own id: the customer gets it once', async () => {
    const { attendanceId } = await serveCustomer(app, control, support, 'customer-003');
    await expect(messageArea(page)).toContainText('Olá, preciso de ajuda');
    await recordPlatformRequests(app);
    // No event tells of it either while it is on its way.
    await control.faults({
      holdEvents: true,
      drop: { when: 'after', method: 'POST', pathPrefix: `/v1/attendances/${attendanceId}/messages` },
    });
    await send(page, 'atendente 1');
    await expect
      .poll(() => countPlatformRequests(app, `POST /v1/attendances/${attendanceId}/messages`))
      .toBeGreaterThan(2);
    await expect(page.getByText('Enviando')).toBeVisible();
    await control.faults({ clear: true });
    await expect(page.getByText('Enviando')).toHaveCount(0);
    await send(page, 'atendente 2');
    await expect.poll(() => control.agentsWords(attendanceId)).toContain('atendente 2');
    const sent = await outgoingOf(control, attendanceId);
    expect(sent.map(({ text }) => text)).toEqual(['atendente 1', 'atendente 2']);
    expect(new Set(sent.map(({ clientMessageId }) => clientMessageId)).size).toBe(2);
    await expect.poll(() => shownWords(page, spoken)).toEqual(['atendente 1', 'atendente 2']);
  });
  await test.step('because the platform is away goes by itself, once and in order, when it is back', async () => {
    const { attendanceId } = await serveCustomer(app, control, support, 'customer-004');
    await control.faults({ awaySeconds: null });
    await expect(page.getByText('Sem conexão: o que você enviar espera aqui')).toBeVisible();
    const written = ['atendente 1', 'atendente 2', 'atendente 3'];
    for (const text of written) await send(page, text);
    await expect(page.getByText('Enviando').last()).toBeVisible();
    expect(await shownWords(page, spoken)).toEqual(written);
    expect(await control.agentsWords(attendanceId)).toEqual([]);
    await control.faults({ clear: true });
    await expect.poll(() => control.agentsWords(attendanceId), { timeout: 30_000 }).toEqual(written);
    await expect(page.getByText('Enviando')).toHaveCount(0);
    await send(page, 'atendente 4');
    await expect.poll(() => control.agentsWords(attendanceId)).toEqual([...written, 'atendente 4']);
    expect(await shownWords(page, spoken)).toEqual([...written, 'atendente 4']);
  });
});
