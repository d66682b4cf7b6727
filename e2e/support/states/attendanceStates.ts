import { expect } from 'playwright/test';
import type { Page } from 'playwright';
import type { RunningApp } from '../app';
import { acceptOffer, block, inProgressList, logInToQueues, send, waitingList } from '../screens';
import { startingAt } from './appState';
import type { AppState, Stage, Start } from './appState';
import { openShell, passTime, putAside } from './shellStates';

const minute = 60_000;

/** The messages of the attendance that is open. */
const messages = (page: Page) => page.getByRole('group', { name: 'Mensagens' });

/** Whose attendance is open in the conversation. */
const openCustomer = 'Yasmin Barbosa Ribeiro';

/** One attendance that has waited for an answer, one that has just been answered and is open. */
const openConversation = async (stage: Stage): Promise<RunningApp> => {
  const { control } = stage;
  const app = await openShell(stage, stage.ana);
  const { page } = app;
  await logInToQueues(page, ['Vendas WhatsApp', 'Suporte WhatsApp', 'Chat da loja virtual', 'E-mail Financeiro']);
  const waitingId = await control.arrive('queue-shop-webchat', 'customer-006', 'Oi! O pagamento deu erro.');
  await acceptOffer(page);
  await control.write(waitingId, 'Tentei com dois cartões e nenhum passou. Podem verificar para mim?');
  await control.advance(4 * minute);
  const attendanceId = await control.arrive(
    'queue-support-whatsapp',
    'customer-009',
    'Bom dia! Minha internet está caindo desde ontem à noite.',
  );
  await acceptOffer(page);
  await expect(page.getByRole('heading', { name: openCustomer })).toBeVisible();
  await send(page, 'Bom dia, Yasmin! Vou verificar o sinal da sua conexão.');
  await send(page, 'Pode me dizer se a luz vermelha do modem está acesa?');
  await expect(messages(page).getByText('Pode me dizer se a luz vermelha')).toBeVisible();
  await passTime(control, minute);
  await expect(page.getByRole('timer', { name: 'Tempo on-line' })).not.toHaveText(/^00:/);
  await control.write(attendanceId, 'Está, sim.');
  await control.write(
    attendanceId,
    'Ela pisca umas três vezes e apaga. Vi em https://ajuda.aurora.example/modem que era para esperar dez minutos, já esperei e continua igual.',
  );
  await expect(messages(page).getByText('já esperei')).toBeVisible();
  await send(page, 'Obrigada. Vou reiniciar o equipamento daqui, leva dois minutos.');
  await expect(messages(page).getByText('leva dois minutos')).toBeVisible();
  return app;
};

/** The conversation, for what the page shows of it without changing anything on the platform. */
export const conversation: Start = {
  reach: openConversation,
  comeBack: async (app, stage) => {
    await putAside(app, stage);
    await inProgressList(app.page).getByText(openCustomer).click();
    await expect(messages(app.page).getByText('leva dois minutos')).toBeVisible();
  },
};

/** The conversation while there is no platform. */
export const offlineConversation: Start = {
  reach: async (stage) => {
    const app = await openConversation(stage);
    await stage.control.faults({ awaySeconds: null });
    await expect(app.page.getByText('Sem conexão com a plataforma.')).toBeVisible();
    return app;
  },
  comeBack: async ({ page }) => {
    if ((await block(page).count()) > 0) await block(page).getByRole('button', { name: 'Entendi' }).click();
    await expect(block(page)).toHaveCount(0);
  },
};

/** What the attendance module can look like. */
export const attendanceStates: readonly AppState[] = [
  startingAt(conversation, {
    name: 'offers',
    staysBehind: true,
    goOn: async (app, { control }) => {
      await control.arrive('queue-support-whatsapp', 'customer-014');
      await control.arrive('queue-finance-email', 'customer-008', 'Segunda via do boleto de novembro');
      await control.arrive('queue-sales-whatsapp', 'customer-012');
      await expect(waitingList(app.page).getByRole('button', { name: 'Atender' })).toHaveCount(3);
      await control.arrive('queue-shop-webchat', 'customer-005');
      await expect(waitingList(app.page).getByRole('button', { name: 'Na fila' })).toHaveCount(1);
    },
  }),
  startingAt(conversation, { name: 'conversation', picture: 'attendances', goOn: () => Promise.resolve() }),
  startingAt(conversation, {
    name: 'conversation-unsent',
    staysBehind: true,
    goOn: async ({ page }, { control }) => {
      const { attendances } = await control.state();
      const open = attendances.find(({ customerName }) => customerName === openCustomer);
      const sending = { method: 'POST', pathPrefix: `/v1/attendances/${String(open?.id)}/messages` };
      await control.faults({ status: { status: 403, ...sending } });
      await send(page, 'O equipamento foi reiniciado. A conexão voltou?');
      await expect(page.getByRole('button', { name: 'Descartar' })).toBeVisible();
      await control.faults({ clear: true, delay: { milliseconds: 600_000, ...sending } });
      await send(page, 'Se cair de novo, eu agendo uma visita.');
      await expect(messages(page).getByText('Enviando')).toBeVisible();
    },
  }),
  startingAt(conversation, {
    name: 'customer-history',
    goOn: async ({ page }) => {
      await page.getByRole('region', { name: 'Histórico do cliente' }).getByRole('button').first().click();
      await expect(page.getByText('Atendimento finalizado: somente leitura.')).toBeVisible();
    },
  }),
  startingAt(conversation, {
    name: 'finishing',
    goOn: async ({ page }) => {
      await page.getByRole('button', { name: 'Finalizar', exact: true }).click();
      await page.getByRole('button', { name: 'Finalizar atendimento' }).click();
      await expect(page.getByText('Escolha uma tabulação para finalizar.')).toBeVisible();
    },
  }),
  startingAt(offlineConversation, { name: 'offline', goOn: () => Promise.resolve() }),
  startingAt(conversation, {
    name: 'session-expired',
    staysBehind: true,
    goOn: async (app, stage) => {
      for (const { id } of (await stage.control.state()).sessions) await stage.control.revoke(id);
      await expect(app.page.getByRole('dialog', { name: 'Entre de novo para continuar' })).toBeVisible();
    },
  }),
];
