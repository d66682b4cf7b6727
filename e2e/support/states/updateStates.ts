import { expect } from 'playwright/test';
import type { UpdateState } from '../../../shared/state/update';
import type { RunningApp } from '../app';
import type { AppState, Stage } from './appState';
import { openShell } from './shellStates';

const notes = [
  '• Respostas rápidas abrem com a barra (/)',
  '• As filas mostram há quanto tempo a pausa dura',
  '• Correção: o contador de mensagens não lidas some ao abrir a conversa',
].join('\n');

/** Says to the page what main would: which update there is depends on a feed that stands behind none of these. */
const tell = ({ application }: RunningApp, state: UpdateState): Promise<void> =>
  application.evaluate(({ BrowserWindow }, told) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('updates:changed', told);
  }, state);

const openWith = async (stage: Stage, state: UpdateState): Promise<RunningApp> => {
  const app = await openShell(stage, stage.ana);
  await tell(app, state);
  return app;
};

const openDialogWith = async (stage: Stage, state: UpdateState): Promise<RunningApp> => {
  const app = await openWith(stage, state);
  await app.page.getByRole('button', { name: 'Menu do usuário' }).click();
  await app.page.getByRole('menuitem', { name: 'Atualizações' }).click();
  await expect(app.page.getByRole('dialog', { name: 'Atualizações' })).toBeVisible();
  return app;
};

/** What the app says of newer versions of itself. */
export const updateStates: readonly AppState[] = [
  {
    name: 'update-offered',
    reach: async (stage) => {
      const app = await openWith(stage, { kind: 'ready', version: '1.4.0', notes, isOffered: true });
      await expect(app.page.getByRole('button', { name: 'Instalar agora' })).toBeVisible();
      return app;
    },
  },
  {
    name: 'update-notes',
    reach: (stage) => openDialogWith(stage, { kind: 'ready', version: '1.4.0', notes, isOffered: false }),
  },
  {
    name: 'update-downloading',
    reach: (stage) => openDialogWith(stage, { kind: 'downloading', version: '1.4.0', percent: 42 }),
  },
  {
    name: 'update-metered',
    reach: (stage) => openDialogWith(stage, { kind: 'found', version: '1.4.0', waitsFor: 'metered' }),
  },
  { name: 'update-failed', reach: (stage) => openDialogWith(stage, { kind: 'failed', failure: 'not-authentic' }) },
  { name: 'update-managed', reach: (stage) => openDialogWith(stage, { kind: 'disabled', reason: 'managed' }) },
];
