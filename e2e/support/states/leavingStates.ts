import { expect } from 'playwright/test';
import { closeWindow } from '../app';
import { freezeMainClock } from '../mainClock';
import { block, blockText, logOut } from '../screens';
import type { AppState } from './appState';
import { openConversation } from './attendanceStates';

/** How long an agent is held without the platform, in milliseconds. */
const twoMinutes = 120_000;

/** How leaving is refused. */
export const leavingStates: readonly AppState[] = [
  {
    name: 'leaving-blocked',
    picture: 'leaving-blocked',
    reach: async (stage) => {
      const app = await openConversation(stage);
      await logOut(app.page);
      await expect(block(app.page)).toContainText(blockText);
      return app;
    },
  },
  {
    name: 'leaving-anyway',
    reach: async (stage) => {
      const app = await openConversation(stage);
      await freezeMainClock(app);
      await stage.control.faults({ awaySeconds: null });
      await expect(app.page.getByText('Sem conexão com a plataforma.')).toBeVisible();
      await freezeMainClock(app, twoMinutes);
      await closeWindow(app);
      await expect(block(app.page).getByRole('button', { name: 'Sair mesmo assim' })).toBeVisible();
      return app;
    },
  },
  {
    name: 'leaving-without-platform',
    reach: async (stage) => {
      const app = await openConversation(stage);
      await stage.control.faults({ awaySeconds: null });
      await expect(app.page.getByText('Sem conexão com a plataforma.')).toBeVisible();
      await logOut(app.page);
      await expect(block(app.page)).toBeVisible();
      return app;
    },
  },
];
