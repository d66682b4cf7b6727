import path from 'node:path';
import { app } from 'electron';
import type { BrowserWindow } from 'electron';
import type { AttendanceService } from '../attendances/attendanceService';
import type { Clock } from '../base/clock';
import type { Logger } from '../logging/logger';
import type { SecretStore } from '../secrets/secretStore';
import type { SessionEnd, SessionService } from '../session/sessionService';
import { DraftFolder } from './draftFolder';
import { DraftKey } from './draftKey';
import { DraftService } from './draftService';

export interface DraftParts {
  readonly window: BrowserWindow;
  readonly session: SessionService;
  readonly attendances: AttendanceService;
  readonly store: SecretStore;
  readonly platformOrigin: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Puts the drafts together: whose they are follows the session. To be called before anybody else clears the attendances
 * at its end.
 */
export const createDrafts = (parts: DraftParts): DraftService => {
  const { window, session, attendances, store, platformOrigin, clock, logger } = parts;
  const drafts = new DraftService({
    folder: new DraftFolder(path.join(app.getPath('userData'), 'drafts')),
    key: new DraftKey({ store, logger }),
    ...{ platformOrigin, attendances, clock, logger },
  });
  session.onDidSignIn(({ agentId }) => void drafts.begin(agentId));
  session.onDidEndSession((end) => {
    if (isOver(end)) void drafts.wipe();
    else drafts.suspend();
  });
  drafts.start();
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) drafts.leavePast();
  });
  // After the last page is gone, which may have had a last word.
  app.on('will-quit', () => {
    drafts.flushNow();
  });
  return drafts;
};

/** Logged out, or another agent takes over. Where a stored login has run out, its agent will come back. */
const isOver = ({ reason }: SessionEnd): boolean => reason === null;
