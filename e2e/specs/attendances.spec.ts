import path from 'node:path';
import { openAttendance } from '../support/conversation';
import type { Control } from '../support/control';
import {
  acceptOffer,
  askToFinish,
  finish,
  inProgressList,
  logIn,
  logInToQueues,
  waitingList,
} from '../support/screens';
import { serveCustomer, startServing } from '../support/serving';
import { expect, test } from '../support/test';
import type { PasswordAgent } from '../support/test';
import type { Page } from 'playwright';

const support = 'queue-support-whatsapp';

const start = async (page: Page, agent: PasswordAgent | undefined): Promise<void> => {
  if (agent === undefined) throw new Error('The demo has no such agent');
  await logIn(page, agent);
  await logInToQueues(page, ['Suporte WhatsApp']);
};

const accept = (page: Page) => waitingList(page).getByRole('button', { name: 'Atender' });
const inQueue = (page: Page) => waitingList(page).getByRole('button', { name: 'Na fila' });
const countdown = (page: Page) => waitingList(page).getByRole('timer', { name: 'Tempo para atender' });
const count = (list: (page: Page) => ReturnType<typeof inProgressList>, page: Page) => list(page).getByRole('heading');

const stateOf = async (control: Control, attendanceId: string) => (await control.attendance(attendanceId)).state;

test('an offer rings until it is accepted or rejected, and leads to the customer', async ({ launch, control, ana }) => {
  const app = await launch();
  const { page } = app;
  await start(page, ana);
  await test.step('rings with a countdown, says who and whence, and becomes an attendance when accepted', async () => {
    const attendanceId = await control.arrive(support, 'customer-001');
    const { customerName } = await control.attendance(attendanceId);
    const item = waitingList(page).getByRole('listitem');
    await expect(item).toContainText(customerName);
    await expect(item).toContainText('Suporte WhatsApp · +55 11 4000-0102');
    await expect(item.getByRole('img', { name: 'WhatsApp' })).toBeVisible();
    await expect(countdown(page)).toHaveText(/^0:(1[5-9]|20)$/);
    const first = await countdown(page).innerText();
    await expect(countdown(page)).not.toHaveText(first);
    expect((await countdown(page).innerText()) < first).toBe(true);

    await acceptOffer(page);
    await expect(item).toHaveCount(0);
    await expect(inProgressList(page).getByRole('button')).toContainText(customerName);
    expect(await stateOf(control, attendanceId)).toBe('in-progress');
  });
  await test.step('one that is rejected comes off at once, and rings again where there is nobody else', async () => {
    const attendanceId = await control.arrive(support, 'customer-002');
    await waitingList(page).getByRole('button', { name: 'Recusar' }).click();
    await expect(inQueue(page)).toHaveAttribute('aria-disabled', 'true');
    await expect(accept(page)).toHaveCount(0);
    expect(await stateOf(control, attendanceId)).toBe('waiting');
    await control.timeScale(5);
    await expect(accept(page)).toBeVisible();
    await control.timeScale(1);
    await accept(page).click();
    await expect.poll(() => stateOf(control, attendanceId)).toBe('in-progress');
    await expect(waitingList(page).getByRole('listitem')).toHaveCount(0);
  });
  await test.step('one that could not be accepted says why, and stays as the platform has it', async () => {
    const attendanceId = await control.arrive(support, 'customer-004');
    await control.faults({ status: { status: 503, pathPrefix: `/v1/attendances/${attendanceId}/accept` } });
    await accept(page).click();
    await expect(page.getByText('A plataforma não está respondendo')).toBeVisible();
    expect(await stateOf(control, attendanceId)).toBe('offered');
    await control.faults({ clear: true });
    await acceptOffer(page);
    await expect(page.getByText('A plataforma não está respondendo')).toHaveCount(0);
    await expect(waitingList(page).getByRole('listitem')).toHaveCount(0);
  });
  await test.step("the customer's past attendances open to be read only, and lead back", async () => {
    const { attendanceId } = await serveCustomer(app, control, support, 'customer-003');
    const box = page.getByRole('textbox', { name: 'Mensagem' });
    await box.fill('quase pronto');
    const history = page.getByRole('region', { name: 'Histórico do cliente' });
    await expect(history.getByRole('listitem')).toHaveCount(3);
    await history.getByRole('button', { name: /Encaminhado para outra área/ }).click();
    await expect(page.getByText('Atendimento finalizado: somente leitura.')).toBeVisible();
    await expect(page.getByText('Diego Martins iniciou o atendimento.')).toBeVisible();
    await expect(box).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Finalizar', exact: true })).toHaveCount(0);
    await control.write(attendanceId, 'Ainda está aí?');
    await expect(inProgressList(page).getByText('1 mensagem não lida')).toBeAttached();

    await page.getByRole('button', { name: 'Voltar ao atual' }).click();
    await expect(box).toHaveValue('quase pronto');
    await expect(page.getByRole('group', { name: 'Mensagens' }).getByText('Ainda está aí?')).toBeVisible();
  });
});

test('an offer that is rejected goes to another agent', async ({ launch, control, ana, agents, profile }) => {
  const { page } = await launch();
  await start(page, ana);
  const { page: otherPage } = await launch({ profile: path.join(profile, 'other') });
  await start(otherPage, agents['elisa.ferreira']);
  const attendanceId = await control.arrive(support, 'customer-001');
  await expect(accept(page)).toBeVisible();
  await expect(accept(otherPage)).toHaveCount(0);
  await waitingList(page).getByRole('button', { name: 'Recusar' }).click();
  await acceptOffer(otherPage);
  await expect(waitingList(page).getByRole('listitem')).toHaveCount(0);
  expect(await stateOf(control, attendanceId)).toBe('in-progress');
});

test.describe('an offer that is missed', () => {
  test.use({ demoOptions: { seed: 1, offerSeconds: 2 } });

  test('comes off when the platform says so, and not before', async ({ launch, control, ana }) => {
    const { page } = await launch();
    await start(page, ana);
    // What the platform says from here on stays on its way.
    const attendanceId = await control.arrive(support, 'customer-001');
    await expect(accept(page)).toBeVisible();
    await control.faults({ holdEvents: true });
    await expect(countdown(page)).toHaveText('0:00');
    await expect.poll(() => stateOf(control, attendanceId)).toBe('waiting');
    await expect(accept(page)).toHaveAttribute('aria-disabled', 'true');
    await expect(waitingList(page).getByRole('listitem')).toHaveCount(1);
    await control.faults({ holdEvents: false });
    await expect(accept(page)).toHaveCount(0);
    await expect(inQueue(page)).toBeVisible();
  });
});

test('what waits turns from "Na fila" into "Atender" once the agent has room for it', async ({
  launch,
  control,
  agents,
}) => {
  const { page } = await launch();
  // He serves one customer at a time.
  await start(page, agents['diego.martins']);
  await control.arrive(support, 'customer-001');
  await acceptOffer(page);
  const secondId = await control.arrive(support, 'customer-002');
  await expect(inQueue(page)).toHaveAttribute('aria-disabled', 'true');
  await expect(inQueue(page)).toHaveAccessibleDescription(/Aguarda na fila/);
  await inQueue(page).click({ force: true });
  expect(await stateOf(control, secondId)).toBe('waiting');

  await finish(page, 'Resolvido no atendimento');
  await expect(accept(page)).toBeEnabled();
  await acceptOffer(page);
  expect(await stateOf(control, secondId)).toBe('in-progress');
});

test('an attendance shows its protocol, and ends by a disposition alone', async ({ launch, control, ana }) => {
  const app = await launch();
  const { page } = app;
  const { attendanceId } = await startServing(app, control, ana);
  await test.step('the protocol is copied', async () => {
    const information = page.getByRole('complementary', { name: 'Informações' });
    await information.getByRole('button', { name: 'Copiar protocolo' }).click();
    await expect(information.getByRole('status')).toHaveText('Protocolo copiado');
    const copied = await app.application.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toMatch(/^\d{14}$/);
    await expect(information).toContainText(copied);
  });
  await test.step('finishing needs a disposition, and frees the screen for the next one', async () => {
    await page.getByRole('button', { name: 'Finalizar', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Finalizar atendimento' });
    await dialog.getByRole('button', { name: 'Finalizar atendimento' }).click();
    await expect(dialog.getByRole('combobox', { name: 'Tabulação' })).toBeFocused();
    await expect(dialog).toContainText('Escolha uma tabulação para finalizar.');
    expect(await stateOf(control, attendanceId)).toBe('in-progress');
    await dialog.getByRole('button', { name: 'Cancelar' }).click();
    await expect(dialog).toHaveCount(0);

    await finish(page, 'Visita técnica agendada');
    await expect(page.getByText('Nenhum atendimento aberto')).toBeVisible();
    await expect(inProgressList(page).getByRole('listitem')).toHaveCount(0);
    expect(await control.attendance(attendanceId)).toMatchObject({
      state: 'finished',
      dispositionId: 'disposition-visit',
    });
  });
  await test.step('finishing that fails says why and keeps the choice', async () => {
    const { attendanceId } = await serveCustomer(app, control, support, 'customer-002');
    await control.faults({ status: { status: 500, pathPrefix: `/v1/attendances/${attendanceId}/finish` } });
    await askToFinish(page, 'Visita técnica agendada');
    const dialog = page.getByRole('dialog', { name: 'Finalizar atendimento' });
    await expect(dialog).toContainText('A plataforma não está respondendo');
    await expect(dialog.getByRole('combobox', { name: 'Tabulação' })).toHaveValue('disposition-visit');
    await control.faults({ clear: true });
    await dialog.getByRole('button', { name: 'Finalizar atendimento' }).click();
    await expect(page.getByText('Nenhum atendimento aberto')).toBeVisible();
    await expect(inProgressList(page).getByRole('listitem')).toHaveCount(0);
    expect((await control.attendance(attendanceId)).dispositionId).toBe('disposition-visit');
  });
  await test.step('finishing one of two leaves the other as it is', async () => {
    const first = await serveCustomer(app, control, support, 'customer-003');
    const second = await serveCustomer(app, control, support, 'customer-004');
    await openAttendance(page, first.customerName);
    await finish(page, 'Resolvido no atendimento');
    await expect(inProgressList(page).getByRole('listitem')).toHaveCount(1);
    await expect(inProgressList(page)).toContainText(second.customerName);
    expect(await stateOf(control, second.attendanceId)).toBe('in-progress');
  });
  await test.step('both sections count what is in them', async () => {
    await serveCustomer(app, control, support, 'customer-005');
    for (const customerId of ['customer-006', 'customer-007', 'customer-008', 'customer-009']) {
      await control.arrive(support, customerId);
    }
    // She serves five at most: three of them ring, one waits.
    await expect(count(waitingList, page)).toHaveText(/4$/);
    await expect(accept(page)).toHaveCount(3);
    await expect(inQueue(page)).toHaveCount(1);
    await expect(count(inProgressList, page)).toHaveText(/2$/);
  });
});
