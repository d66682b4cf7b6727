import * as z from 'zod/mini';

/** What the address to sign in at says of where the answer goes. */
export interface SignInAddress {
  readonly address: string;
  /** `http://localhost:<port>`: the library listens there, on this computer only. */
  readonly redirectOrigin: string;
  /** Proves that an answer belongs to this sign-in. */
  readonly state: string;
}

const redirectSchema = z.string().check(z.regex(/^http:\/\/localhost:\d{1,5}\/?$/));

/** The address as Microsoft's library gives it; null for one that is not https or answers to anywhere else. */
export const parseSignInAddress = (address: string): SignInAddress | null => {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const redirect = redirectSchema.safeParse(url.searchParams.get('redirect_uri'));
  const state = url.searchParams.get('state');
  if (url.protocol !== 'https:' || !redirect.success || state === null) return null;
  return { address: url.href, redirectOrigin: new URL(redirect.data).origin, state };
};

/** Frames that hold no document from anywhere. */
const emptyDocuments: ReadonlySet<string> = new Set(['about:blank', 'about:srcdoc']);

/**
 * Whether the window may go to an address. Customers' own identity providers stand at any host, so https is the rule;
 * plain http only where the answer goes.
 */
export const isAllowedInPopup = (address: string, redirectOrigin: string, isMainFrame: boolean): boolean => {
  if (!isMainFrame && emptyDocuments.has(address)) return true;
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === 'https:' || (isMainFrame && url.origin === redirectOrigin);
};

/** In characters: what fits a title bar of this window. */
const titleLength = 60;

/**
 * Where the window is, for its title, since there is no address bar. The end of a host is what somebody has registered:
 * a long one loses its beginning.
 */
export const popupTitle = (address: string): string => {
  if (!URL.canParse(address)) return 'Smartspace';
  const { protocol, host } = new URL(address);
  if (protocol !== 'https:') return 'Smartspace';
  const shown = host.length > titleLength ? `…${host.slice(-titleLength)}` : host;
  return `${protocol}//${shown}`;
};
