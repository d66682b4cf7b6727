import { expect } from 'playwright/test';
import type { UpdateState } from '../../../shared/state/update';
import { startingAt } from './appState';
import type { AppState } from './appState';
import { idleShell, tellUpdate } from './shellStates';

const notes = [
  '• Respostas rápidas abrem com a barra (/)',
  '• As filas mostram há quanto tempo a pausa dura',
  '• Correção: o contador de mensagens não lidas some ao abrir a conversa',
].join('\n');

const dialogWith = (name: string, state: UpdateState): AppState =>
  startingAt(idleShell, {
    name,
    goOn: async (app) => {
      await tellUpdate(app, state);
      await app.page.getByRole('button', { name: 'Menu do usuário' }).click();
      await app.page.getByRole('menuitem', { name: 'Atualizações' }).click();
      await expect(app.page.getByRole('dialog', { name: 'Atualizações' })).toBeVisible();
    },
  });

/** What the app says of newer versions of itself. */
export const updateStates: readonly AppState[] = [
  startingAt(idleShell, {
    name: 'update-offered',
    goOn: async (app) => {
      await tellUpdate(app, { kind: 'ready', version: '1.4.0', notes, isOffered: true });
      await expect(app.page.getByRole('button', { name: 'Instalar agora' })).toBeVisible();
    },
  }),
  dialogWith('update-notes', { kind: 'ready', version: '1.4.0', notes, isOffered: false }),
  dialogWith('update-downloading', { kind: 'downloading', version: '1.4.0', percent: 42 }),
  dialogWith('update-metered', { kind: 'found', version: '1.4.0', waitsFor: 'metered' }),
  dialogWith('update-failed', { kind: 'failed', failure: 'not-authentic' }),
  dialogWith('update-managed', { kind: 'disabled', reason: 'managed' }),
];
