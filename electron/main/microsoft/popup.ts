import { randomUUID } from 'node:crypto';
import { BrowserWindow, session as electronSession } from 'electron';
import type { Session } from 'electron';
import { takeDown } from '../lifecycle/takeDown';
import { denyPermissions, letNavigate } from '../windows/hardening';
import { isAllowedInPopup, popupTitle } from './popupRules';
import type { SignInPlace, SignInVisit } from './signInPlace';

export interface PopupPlaceOptions {
  readonly parent: () => BrowserWindow;
  /** Opens an https link in the system's browser. */
  readonly openExternalLink: (link: string) => void;
  readonly now: () => number;
  /** Resolves once the session may ask the network for something. */
  readonly prepareSession: (session: Session) => Promise<void>;
}

/** A page may open a help link in the system's browser, and not a thousand: one in so many milliseconds. */
const linkPause = 2_000;
/** Chromium's code for a load that another one has overtaken. */
const overtaken = -3;

/**
 * A window for Microsoft's pages, and for whichever identity provider the customer's tenant leads on to. None of them is
 * ours: the window has no preload script, a memory of its own that goes with it, no permission to anything, and goes
 * nowhere but to https and to where the answer is awaited.
 */
export const createPopupPlace = (options: PopupPlaceOptions): SignInPlace => ({
  open: async (visit) => {
    const session = electronSession.fromPartition(`microsoft-${randomUUID()}`, { cache: false });
    denyPermissions(session);
    await options.prepareSession(session);
    const { redirectOrigin, address } = visit.address;
    letNavigate(session, (target, isMainFrame) => isAllowedInPopup(target, redirectOrigin, isMainFrame));
    const window = new BrowserWindow({
      parent: options.parent(),
      width: 520,
      height: 680,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      autoHideMenuBar: true,
      title: popupTitle(address),
      backgroundColor: '#FFFFFF',
      webPreferences: {
        session,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        devTools: false,
        spellcheck: false,
        safeDialogs: true,
      },
    });
    const clear = async () => {
      await Promise.all([session.clearStorageData(), session.clearCache(), session.clearAuthCache()]);
    };
    window.once('closed', () => {
      void clear();
    });
    window.setMenu(null);
    watch(window, visit, options);
    // Failures show as `did-fail-load`.
    window.loadURL(address).catch(() => undefined);
    return () => {
      takeDown(window);
    };
  },
});

const watch = (window: BrowserWindow, visit: SignInVisit, options: PopupPlaceOptions): void => {
  const { redirectOrigin } = visit.address;
  const contents = window.webContents;
  let isAnswered = false;
  let nextLinkAt = 0;
  window.once('closed', () => {
    if (!isAnswered) visit.onClosed();
  });
  // The title says where the agent is: the page has no say in it.
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  contents.on('did-navigate', (_event, address) => {
    window.setTitle(popupTitle(address));
    if (new URL(address).origin !== redirectOrigin) return;
    // The answer is in: whatever else this window could show is of no use.
    isAnswered = true;
    takeDown(window);
  });
  contents.on('did-fail-load', (_event, code, _description, _address, isMainFrame) => {
    if (isMainFrame && code !== overtaken && !isAnswered) visit.onUnreachable();
  });
  contents.on('render-process-gone', () => {
    visit.onClosed();
  });
  contents.setWindowOpenHandler(({ url }) => {
    if (url.startsWith('https:') && options.now() >= nextLinkAt) {
      nextLinkAt = options.now() + linkPause;
      options.openExternalLink(url);
    }
    return { action: 'deny' };
  });
};
