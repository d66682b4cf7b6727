import { messageArea, openAttendance, shownWords } from '../support/conversation';
import { countPlatformRequests, recordPlatformRequests } from '../support/platformRequests';
import { openQueues, queuePanel, queueRow, queueSwitch } from '../support/queues';
import { inProgressList, send, waitingList } from '../support/screens';
import { serveCustomer, startServing } from '../support/serving';
import { expect, test } from '../support/test';
import type { RunningApp } from '../support/app';
import type { Control } from '../support/control';
import type { Page } from 'playwright';

const support = 'queue-support-whatsapp';
const spoken = /cliente \d+/;

const banner = (page: Page) => page.getByRole('status').filter({ hasText: 'Sem conexão com a plataforma.' });

/** The customer writes messages of these numbers, one after the other. */
const write = async (control: Control, attendanceId: string, from: number, to: number): Promise<void> => {
  for (let number = from; number <= to; number += 1) await control.write(attendanceId, `cliente ${String(number)}`);
};

const words = (count: number) => Array.from({ length: count }, (_, index) => `cliente ${String(index + 1)}`);

const streamOpenings = (app: RunningApp) => countPlatformRequests(app, 'GET /v1/events');

test('a stream that is cut is resumed: nothing is lost, nothing comes twice, nothing is read again', async ({
  launch,
  control,
  ana,
}) => {
  const app = await launch();
  const { page } = app;
  const { attendanceId } = await startServing(app, control, ana);
  await expect(messageArea(page)).toContainText('Olá, preciso de ajuda');
  await recordPlatformRequests(app);
  for (let round = 0; round < 3; round += 1) {
    await control.faults({ cutEventStreams: true });
    await write(control, attendanceId, round * 4 + 1, round * 4 + 4);
    await expect(messageArea(page).getByText(`cliente ${String(round * 4 + 4)}`, { exact: true })).toBeVisible();
  }
  expect(await shownWords(page, spoken)).toEqual(words(12));
  expect(await streamOpenings(app)).toBeGreaterThanOrEqual(3);
  expect(await countPlatformRequests(app, `GET /v1/attendances/${attendanceId}/messages`)).toBe(0);
  await expect(banner(page)).toHaveCount(0);
});

test('everything is read again where the platform no longer knows what was missed', async ({
  launch,
  control,
  ana,
}) => {
  const app = await launch();
  const { page } = app;
  const first = await startServing(app, control, ana);
  const second = await serveCustomer(app, control, support, 'customer-002');
  await write(control, second.attendanceId, 1, 2);
  await expect(messageArea(page).getByText('cliente 2', { exact: true })).toBeVisible();

  await control.faults({ awaySeconds: null });
  await expect(banner(page)).toBeVisible();
  await write(control, second.attendanceId, 3, 9);
  await control.write(first.attendanceId, 'Ainda está aí?');
  await control.arrive(support, 'customer-003');
  await control.faults({ forgetEventHistory: true });
  await recordPlatformRequests(app);
  await control.faults({ clear: true });

  await expect(messageArea(page).getByText('cliente 9', { exact: true })).toBeVisible({ timeout: 30_000 });
  expect(await shownWords(page, spoken)).toEqual(words(9));
  await expect(inProgressList(page).getByText('Ainda está aí?')).toBeVisible();
  await expect(waitingList(page).getByRole('listitem')).toHaveCount(1);
  expect(await countPlatformRequests(app, 'GET /v1/attendances')).toBeGreaterThan(0);
  await openAttendance(page, first.customerName);
  await expect(messageArea(page).getByText('Ainda está aí?')).toBeVisible();
});

test('a stream that stands but says nothing is found dead by its missing heartbeats, and made anew', async ({
  launch,
  control,
  ana,
}) => {
  const app = await launch();
  const { page } = app;
  const { attendanceId } = await startServing(app, control, ana);
  await recordPlatformRequests(app);
  await control.faults({ holdEvents: true });
  await write(control, attendanceId, 1, 3);
  await expect.poll(() => streamOpenings(app), { timeout: 40_000 }).toBeGreaterThan(0);
  expect(await shownWords(page, spoken)).toEqual([]);
  await control.faults({ holdEvents: false });
  await expect(messageArea(page).getByText('cliente 3', { exact: true })).toBeVisible();
  expect(await shownWords(page, spoken)).toEqual(words(3));
});

test.describe('while the platform is away', () => {
  test('the shell stays with what is known, says when the next try is, and comes back by itself', async ({
    launch,
    control,
    ana,
  }) => {
    const app = await launch();
    const { page } = app;
    const { customerName } = await startServing(app, control, ana);
    await control.faults({ awaySeconds: null });
    await expect(banner(page)).toContainText('Seus atendimentos continuam na plataforma.');
    await expect(banner(page)).toContainText(/Nova tentativa em \d+ s\./);
    await expect(inProgressList(page)).toContainText(customerName);
    await expect(messageArea(page)).toContainText('Olá, preciso de ajuda');
    await openQueues(page);
    await expect(queuePanel(page)).toContainText('Sem conexão com a plataforma');
    await expect(queueSwitch(page, 'Vendas WhatsApp')).toHaveAttribute('aria-disabled', 'true');
    await expect(queueSwitch(page, 'Suporte WhatsApp')).toBeChecked();

    await control.faults({ clear: true });
    await expect(banner(page)).toHaveCount(0, { timeout: 40_000 });
    await queueSwitch(page, 'Vendas WhatsApp').click();
    await expect(queueSwitch(page, 'Vendas WhatsApp')).toBeChecked();
    expect((await control.state()).queueLogins).toHaveLength(2);
  });

  test('"Tentar agora" does not wait for the next try', async ({ launch, control, ana }) => {
    const app = await launch();
    const { page } = app;
    await startServing(app, control, ana);
    // The longest of the waits, which otherwise are spread at random.
    await app.application.evaluate(() => {
      Math.random = () => 0.999;
    });
    await control.faults({ awaySeconds: null });
    await expect(banner(page)).toContainText(/Nova tentativa em [78] s\./, { timeout: 30_000 });
    await control.faults({ clear: true });
    await banner(page).getByRole('button', { name: 'Tentar agora' }).click();
    await expect(banner(page)).toHaveCount(0, { timeout: 6_000 });
    await send(page, 'Voltei.');
    await expect(page.getByRole('img', { name: /^(Enviada|Entregue|Lida)$/ })).toBeVisible();
  });
});

test.describe('an answer that is not what the contract says', () => {
  const notUnderstood = 'A plataforma deu uma resposta que este aplicativo não entende';

  for (const as of ['wrong-shape', 'not-json'] as const) {
    test(`is told where it was asked for, and nothing else breaks (${as})`, async ({ launch, control, ana }) => {
      const app = await launch();
      const { page } = app;
      await control.faults({ malformed: { as, pathPrefix: '/v1/customers' } });
      const { attendanceId } = await startServing(app, control, ana);
      const history = page.getByRole('region', { name: 'Histórico do cliente' });
      await expect(history).toContainText(notUnderstood);
      await expect(history).toContainText(/Informe ao suporte: .*readCustomerHistory/);
      await send(page, 'Bom dia!');
      await expect.poll(() => control.agentsWords(attendanceId)).toEqual(['Bom dia!']);

      await control.faults({ clear: true });
      await history.getByRole('button', { name: 'Tentar de novo' }).click();
      await expect(history).toContainText('Este é o primeiro atendimento deste cliente.');
    });
  }

  test('changes nothing that was known, and is asked for again on request', async ({ launch, control, ana }) => {
    const app = await launch();
    const { page } = app;
    await startServing(app, control, ana);
    await test.step('to logging in to a queue leaves the queue as it was', async () => {
      await openQueues(page);
      await control.faults({ malformed: { pathPrefix: '/v1/queues' } });
      await queueSwitch(page, 'Vendas WhatsApp').click();
      await expect(queueRow(page, 'Vendas WhatsApp').getByRole('alert')).toContainText(notUnderstood);
      await expect(queueSwitch(page, 'Vendas WhatsApp')).not.toBeChecked();
      await expect(queueSwitch(page, 'Suporte WhatsApp')).toBeChecked();
      await expect(banner(page)).toHaveCount(0);
      await control.faults({ clear: true });
      await page.keyboard.press('Escape');
      await expect(queuePanel(page)).toBeHidden();
    });
    await test.step('to reading a conversation is told in it, and read again on request', async () => {
      const waitingId = await control.arrive(support, 'customer-002', 'cliente 1');
      await control.faults({ malformed: { pathPrefix: `/v1/attendances/${waitingId}/messages` } });
      await waitingList(page).getByRole('button', { name: 'Atender' }).click();
      await expect(page.getByRole('main')).toContainText(notUnderstood);
      await control.faults({ clear: true });
      await page.getByRole('button', { name: 'Tentar de novo' }).click();
      await expect(messageArea(page).getByText('cliente 1', { exact: true })).toBeVisible();
      await expect(page.getByText(notUnderstood)).toHaveCount(0);
    });
  });
});
