import {
  expectTimeSinceLogin,
  openQueues,
  pauseQueue,
  queuePanel,
  queueRow,
  queueSwitch,
  timeOf,
} from '../support/queues';
import { logIn, logInToQueues, waitingList } from '../support/screens';
import { expect, test } from '../support/test';
import type { Control } from '../support/control';

const minute = 60_000;

/** Waits until the platform has exactly these queue logins. */
const expectLogins = (control: Control, queueIds: readonly string[]) =>
  expect
    .poll(async () => (await control.state()).queueLogins.map(({ queueId }) => queueId).sort())
    .toEqual([...queueIds].sort());

test('logging in to queues and out of them, one or all, is as the platform has it', async ({
  launch,
  control,
  ana,
}) => {
  const { page } = await launch();
  await logIn(page, ana);
  await openQueues(page);
  await test.step('the queues are shown by channel, and none of them is logged in to by itself', async () => {
    for (const [channel, names] of [
      ['WhatsApp', ['Suporte WhatsApp', 'Vendas WhatsApp']],
      ['Chat do site', ['Chat da loja virtual', 'Chat do site']],
      ['E-mail', ['E-mail Atendimento', 'E-mail Financeiro']],
      ['Voz', ['Receptivo Voz', 'Retenção Voz']],
    ] as const) {
      const group = queuePanel(page).getByRole('region', { name: channel, exact: true });
      await expect(group.getByRole('switch')).toHaveCount(2);
      for (const name of names) {
        await expect(group.getByRole('switch', { name, exact: true })).not.toBeChecked();
      }
    }
    await expect(timeOf(page, 'Fora das filas')).toHaveText('00:00');
    expect((await control.state()).queueLogins).toEqual([]);
  });
  await test.step('logs in to one and out of it', async () => {
    const sales = queueSwitch(page, 'Vendas WhatsApp');
    await sales.click();
    await expect(sales).toBeChecked();
    await expect(queueRow(page, 'Vendas WhatsApp')).toContainText(/On-line desde \d\d:\d\d/);
    await expect(queuePanel(page)).toContainText('A plataforma diz: on-line em 1 fila · há');
    await expectLogins(control, ['queue-sales-whatsapp']);
    await sales.click();
    await expect(sales).not.toBeChecked();
    await expectLogins(control, []);
  });
  await test.step('logs in to all and out of all', async () => {
    await queuePanel(page).getByRole('button', { name: 'Entrar em todas' }).click();
    await expect(queuePanel(page).getByRole('switch', { checked: true })).toHaveCount(8);
    expect((await control.state()).queueLogins).toHaveLength(8);
    await queuePanel(page).getByRole('button', { name: 'Sair de todas' }).click();
    await expect(queuePanel(page).getByRole('switch', { checked: true })).toHaveCount(0);
    expect((await control.state()).queueLogins).toEqual([]);
  });
  await test.step('a command that fails leaves the switch as the platform has it, and says why', async () => {
    await queueSwitch(page, 'Suporte WhatsApp').click();
    await expect(queueSwitch(page, 'Suporte WhatsApp')).toBeChecked();
    await control.faults({ status: { status: 500, pathPrefix: '/v1/queues' } });
    await queueSwitch(page, 'Vendas WhatsApp').click();
    await expect(queueRow(page, 'Vendas WhatsApp').getByRole('alert')).toContainText(
      'A plataforma não está respondendo',
    );
    await expect(queueSwitch(page, 'Vendas WhatsApp')).not.toBeChecked();
    await queueSwitch(page, 'Suporte WhatsApp').click();
    await expect(queueRow(page, 'Suporte WhatsApp').getByRole('alert')).toContainText('(código 500)');
    await expect(queueSwitch(page, 'Suporte WhatsApp')).toBeChecked();
    await expectLogins(control, ['queue-support-whatsapp']);

    await control.faults({ clear: true });
    await queueSwitch(page, 'Vendas WhatsApp').click();
    await expect(queueSwitch(page, 'Vendas WhatsApp')).toBeChecked();
    await expect(queueRow(page, 'Vendas WhatsApp').getByRole('alert')).toHaveCount(0);
  });
  await test.step('a login whose answer was lost on the way happens once, and shows', async () => {
    await queuePanel(page).getByRole('button', { name: 'Sair de todas' }).click();
    await expect(queuePanel(page).getByRole('switch', { checked: true })).toHaveCount(0);
    await control.faults({ drop: { when: 'after', method: 'POST', pathPrefix: '/v1/queues', next: 1 } });
    await queueSwitch(page, 'Vendas WhatsApp').click();
    await expect(queueSwitch(page, 'Vendas WhatsApp')).toBeChecked();
    await expectLogins(control, ['queue-sales-whatsapp']);
  });
});

test.describe('pauses', () => {
  test('pauses with a reason, only where there are reasons, and comes back', async ({ launch, control, ana }) => {
    const { page } = await launch();
    await logIn(page, ana);
    await logInToQueues(page, ['Vendas WhatsApp', 'Chat da loja virtual']);
    await openQueues(page);
    // It has no reasons, and to the third the agent is not logged in.
    for (const name of ['Chat da loja virtual', 'Suporte WhatsApp']) {
      await expect(queueRow(page, name).getByRole('button', { name: 'Pausar' })).toHaveCount(0);
    }
    await pauseQueue(page, 'Vendas WhatsApp', 'Intervalo');
    await expect(queueRow(page, 'Vendas WhatsApp')).toContainText('Intervalo');
    // One queue still takes customers: the time goes on as it was.
    await expect(timeOf(page, 'Tempo on-line')).toBeVisible();
    expect((await control.state()).queueLogins).toMatchObject([
      { queueId: 'queue-sales-whatsapp', state: 'paused', reasonName: 'Intervalo' },
      { queueId: 'queue-shop-webchat', state: 'logged-in', reasonName: null },
    ]);

    await queueSwitch(page, 'Chat da loja virtual').click();
    await expect(timeOf(page, 'Tempo em pausa')).toHaveText(/^Intervalo\s*00:\d\d$/);
    await queueRow(page, 'Vendas WhatsApp').getByRole('button', { name: 'Retomar' }).click();
    await expect(timeOf(page, 'Tempo on-line')).toBeVisible();
    expect((await control.state()).queueLogins).toMatchObject([
      { queueId: 'queue-sales-whatsapp', state: 'logged-in', reasonName: null },
    ]);
  });

  test('warns of a pause that is over its limit', async ({ launch, control, ana }) => {
    const { page } = await launch();
    await logIn(page, ana);
    await logInToQueues(page, ['Vendas WhatsApp']);
    await openQueues(page);
    await pauseQueue(page, 'Vendas WhatsApp', 'Intervalo');
    await expect(queueRow(page, 'Vendas WhatsApp')).toContainText('de 15 min');
    await control.advance(16 * minute);
    await expect(queueRow(page, 'Vendas WhatsApp')).toContainText('acima de 15 min');
    await expectTimeSinceLogin(page, control, 'Tempo em pausa');
  });

  test('three missed offers pause the agent, which is said with its reason, and "Retomar" ends it', async ({
    launch,
    control,
    ana,
  }) => {
    const { page } = await launch();
    await logIn(page, ana);
    await logInToQueues(page, ['Suporte WhatsApp', 'Vendas WhatsApp']);
    for (const customerId of ['customer-001', 'customer-002', 'customer-003']) {
      await control.arrive('queue-support-whatsapp', customerId);
    }
    await expect(waitingList(page).getByRole('button', { name: 'Atender' })).toHaveCount(3);
    await control.timeScale(60);
    const banner = page.getByRole('status').filter({ hasText: 'Você foi colocado em pausa automaticamente' });
    await expect(banner).toContainText('3 ofertas perdidas em seguida');
    await control.timeScale(1);
    await expect(timeOf(page, 'Tempo em pausa')).toContainText('Pausa automática');
    await openQueues(page);
    await expect(queuePanel(page)).toContainText('3 ofertas perdidas em seguida');
    await page.keyboard.press('Escape');

    await banner.getByRole('button', { name: 'Retomar' }).click();
    await expect(timeOf(page, 'Tempo on-line')).toBeVisible();
    await expect(banner).toHaveCount(0);
    await expect
      .poll(async () => (await control.state()).queueLogins.map(({ state }) => state))
      .toEqual(['logged-in', 'logged-in']);
    // Those customers still wait, and ring again.
    await expect(waitingList(page).getByRole('button', { name: 'Atender' })).toHaveCount(3);
  });
});
