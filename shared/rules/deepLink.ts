import * as z from 'zod/mini';

/** The scheme of links into the app. Not that of its own pages: nothing from outside opens one of those. */
export const deepLinkScheme = 'smartspace';

export const deepLinkSchema = z.discriminatedUnion('kind', [
  /** Sets a password. */
  z.object({ kind: z.literal('reset-password'), token: z.string().check(z.regex(/^[A-Za-z0-9_-]{16,256}$/)) }),
  /** Meant to set a password, or so it seems, but not such a link as the platform sends. */
  z.object({ kind: z.literal('damaged') }),
  /** No link of ours, or one for something that this version does not do. */
  z.object({ kind: z.literal('foreign') }),
]);

export type DeepLink = z.infer<typeof deepLinkSchema>;

const longestLink = 2048;

/**
 * The one spelling that is taken: no credentials, port, fragment, second parameter or escape. What browsers and systems
 * hand over may have its scheme in any case, and a slash before the question mark.
 */
const resetPasswordLink = /^[A-Za-z]+:\/\/reset-password\/?\?token=([A-Za-z0-9_-]{16,256})$/;

/** Reads what anybody may have written: any web page can open such a link. Never throws. */
export const parseDeepLink = (text: string): DeepLink => {
  if (!isDeepLink(text)) return { kind: 'foreign' };
  if (text.length > longestLink) return { kind: 'damaged' };
  const token = resetPasswordLink.exec(text)?.[1];
  if (token !== undefined) return { kind: 'reset-password', token };
  const destination = URL.canParse(text) ? new URL(text).hostname.toLowerCase() : '';
  return destination === '' || destination === 'reset-password' ? { kind: 'damaged' } : { kind: 'foreign' };
};

/**
 * The link that a command line carries, or null. Found by how it begins: systems and Chromium put switches of their own
 * around it and change the order. Of several the first counts: a system hands over one link, at the place where the
 * registered command has it, and whatever a crafted link might smuggle in comes after.
 */
export const findDeepLink = (commandLine: readonly string[]): DeepLink | null => {
  const link = commandLine.find(isDeepLink);
  return link === undefined ? null : parseDeepLink(link);
};

/** Whether a text begins as a link of ours. Schemes are the same in upper and lower case. */
export const isDeepLink = (text: string): boolean =>
  text.slice(0, deepLinkScheme.length + 1).toLowerCase() === `${deepLinkScheme}:`;
