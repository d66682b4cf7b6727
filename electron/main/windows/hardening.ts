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

export interface HardeningOptions {
  /** Opens a link outside the app if it is of an allowed kind. */
  readonly openExternalLink: (link: string) => void;
  /** Told of what was refused: the kind only, an address may hold a secret. */
  readonly onRefused: (what: 'navigation' | 'window' | 'webview') => void;
}

const hardenContents = (contents: WebContents, { openExternalLink, onRefused }: HardeningOptions): void => {
  const refuseNavigation = (event: { preventDefault(): void }) => {
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
};
