import { expect } from 'playwright/test';
import { closeWindow } from '../app';
import { freezeMainClock } from '../mainClock';
import { block, blockText, logOut } from '../screens';
import { startingAt } from './appState';
import type { AppState } from './appState';
import { conversation, offlineConversation } from './attendanceStates';

/** How long an agent is held without the platform, in milliseconds. */
const twoMinutes = 120_000;

/** How leaving is refused. */
export const leavingStates: readonly AppState[] = [
  startingAt(conversation, {
    name: 'leaving-blocked',
    picture: 'leaving-blocked',
    goOn: async ({ page }) => {
      await logOut(page);
      await expect(block(page)).toContainText(blockText);
    },
  }),
  startingAt(offlineConversation, {
    name: 'leaving-anyway',
    staysBehind: true,
    goOn: async (app) => {
      await freezeMainClock(app, twoMinutes);
      await closeWindow(app);
      await expect(block(app.page).getByRole('button', { name: 'Sair mesmo assim' })).toBeVisible();
    },
  }),
  startingAt(offlineConversation, {
    name: 'leaving-without-platform',
    goOn: async ({ page }) => {
      await logOut(page);
      await expect(block(page)).toBeVisible();
    },
  }),
];
