import type { App, Session, WebContents } from 'electron';

/** Permissions a page of ours may use. None yet: copying goes through main, sound needs none. */
const grantedPermissions: ReadonlySet<string> = new Set<string>();

/** Denies every permission that is not listed, asked for (`request`) or looked up (`check`). */
export const denyPermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(grantedPermissions.has(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => grantedPermissions.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
};

/** Whether a page may go to an address. */
export type NavigationRule = (address: string, isMainFrame: boolean) => boolean;

const navigationRules = new WeakMap<Session, NavigationRule>();

/**
 * Lets the pages of one session go where its rule says, all else being denied them as before. To be called before the
 * first of its web contents is made. Pages of ours live in the default session, which has no rule.
 */
export const letNavigate = (session: Session, rule: NavigationRule): void => {
  navigationRules.set(session, rule);
};

export interface HardeningOptions {
  /** Opens a link outside the app if it is of an allowed kind. */
  readonly openExternalLink: (link: string) => void;
  /** Told of what was refused: the kind only, an address may hold a secret. */
  readonly onRefused: (what: 'navigation' | 'window' | 'webview') => void;
}

interface Navigation {
  readonly url: string;
  readonly isMainFrame: boolean;
  preventDefault(): void;
}

const hardenContents = (contents: WebContents, { openExternalLink, onRefused }: HardeningOptions): void => {
  const refuseNavigation = (event: Navigation) => {
    if (navigationRules.get(contents.session)?.(event.url, event.isMainFrame) === true) return;
    event.preventDefault();
    onRefused('navigation');
  };
  // Our pages never navigate, in no frame: main alone loads them.
  contents.on('will-navigate', refuseNavigation);
  contents.on('will-frame-navigate', refuseNavigation);
  contents.on('will-redirect', refuseNavigation);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    onRefused('webview');
  });
  contents.setWindowOpenHandler(({ url }) => {
    onRefused('window');
    openExternalLink(url);
    return { action: 'deny' };
  });
};

/** Hardens every web contents there will ever be, whoever makes it. */
export const hardenWebContents = (app: App, options: HardeningOptions): void => {
  app.on('web-contents-created', (_event, contents) => {
    hardenContents(contents, options);
  });
  // Left to itself, Electron shows whoever asks the first certificate of the agent's that fits.
  app.on('select-client-certificate', (event, contents, _address, _certificates, answer) => {
    if (contents === null) return;
    event.preventDefault();
    answer();
  });
};
