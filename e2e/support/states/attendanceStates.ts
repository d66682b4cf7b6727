import { expect } from 'playwright/test';
import type { Page } from 'playwright';
import type { RunningApp } from '../app';
import { acceptOffer, logInToQueues, send, waitingList } from '../screens';
import type { AppState, Stage } from './appState';
import { openShell, passTime } from './shellStates';

const minute = 60_000;

/** The messages of the attendance that is open. */
const messages = (page: Page) => page.getByRole('group', { name: 'Mensagens' });

/** One attendance that has waited for an answer, one that has just been answered and is open. */
export const openConversation = async (stage: Stage): Promise<RunningApp & { readonly attendanceId: string }> => {
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
  await expect(page.getByRole('heading', { name: 'Yasmin Barbosa Ribeiro' })).toBeVisible();
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
  return { ...app, attendanceId };
};

const openHistory = async (stage: Stage): Promise<RunningApp> => {
  const app = await openConversation(stage);
  const history = app.page.getByRole('region', { name: 'Histórico do cliente' });
  await history.getByRole('button').first().click();
  await expect(app.page.getByText('Atendimento finalizado: somente leitura.')).toBeVisible();
  return app;
};

/** What the attendance module can look like. */
export const attendanceStates: readonly AppState[] = [
  {
    name: 'offers',
    reach: async (stage) => {
      const app = await openConversation(stage);
      const { control } = stage;
      await control.arrive('queue-support-whatsapp', 'customer-014');
      await control.arrive('queue-finance-email', 'customer-008', 'Segunda via do boleto de novembro');
      await control.arrive('queue-sales-whatsapp', 'customer-012');
      await expect(waitingList(app.page).getByRole('button', { name: 'Atender' })).toHaveCount(3);
      await control.arrive('queue-shop-webchat', 'customer-005');
      await expect(waitingList(app.page).getByRole('button', { name: 'Na fila' })).toHaveCount(1);
      return app;
    },
  },
  { name: 'conversation', picture: 'attendances', reach: openConversation },
  {
    name: 'conversation-unsent',
    reach: async (stage) => {
      const { attendanceId, ...app } = await openConversation(stage);
      const pathPrefix = `/v1/attendances/${attendanceId}/messages`;
      await stage.control.faults({ status: { status: 403, pathPrefix } });
      await send(app.page, 'O equipamento foi reiniciado. A conexão voltou?');
      await expect(app.page.getByRole('button', { name: 'Descartar' })).toBeVisible();
      await stage.control.faults({ clear: true, delay: { milliseconds: 600_000, pathPrefix } });
      await send(app.page, 'Se cair de novo, eu agendo uma visita.');
      await expect(messages(app.page).getByText('Enviando')).toBeVisible();
      return app;
    },
  },
  { name: 'customer-history', reach: openHistory },
  {
    name: 'finishing',
    reach: async (stage) => {
      const app = await openConversation(stage);
      await app.page.getByRole('button', { name: 'Finalizar', exact: true }).click();
      await app.page.getByRole('button', { name: 'Finalizar atendimento' }).click();
      await expect(app.page.getByText('Escolha uma tabulação para finalizar.')).toBeVisible();
      return app;
    },
  },
  {
    name: 'offline',
    reach: async (stage) => {
      const app = await openConversation(stage);
      await stage.control.faults({ awaySeconds: null });
      await expect(app.page.getByText('Sem conexão com a plataforma.')).toBeVisible();
      return app;
    },
  },
  {
    name: 'session-expired',
    reach: async (stage) => {
      const app = await openConversation(stage);
      for (const { id } of (await stage.control.state()).sessions) await stage.control.revoke(id);
      await expect(app.page.getByRole('dialog', { name: 'Entre de novo para continuar' })).toBeVisible();
      return app;
    },
  },
];
