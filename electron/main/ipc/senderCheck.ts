import { pageOrigin } from '../windows/pageAddress';

/** What Electron tells of a message's sender. */
export interface Sender {
  readonly contentsId: number;
  /** Null when the frame was gone before the message was read. */
  readonly frame: { readonly url: string; readonly isTop: boolean } | null;
}

/** Only the top frame of one of our own windows, showing one of our own pages, may speak to main. */
export const isTrustedSender = (sender: Sender, ownContentsIds: ReadonlySet<number>): boolean =>
  sender.frame !== null &&
  sender.frame.isTop &&
  sender.frame.url.startsWith(`${pageOrigin}/`) &&
  ownContentsIds.has(sender.contentsId);
