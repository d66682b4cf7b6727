import type { SignInPlace } from './signInPlace';

export interface BrowserPlaceOptions {
  /** False where the link was not opened. */
  readonly openExternalLink: (link: string) => Promise<boolean>;
  /** Brings the app back to the front. */
  readonly comeBack: () => void;
}

/** The system's browser: it shows this device and its passkeys to Microsoft. Its windows are its own affair. */
export const createBrowserPlace = ({ openExternalLink, comeBack }: BrowserPlaceOptions): SignInPlace => ({
  open: async ({ address }) => {
    if (!(await openExternalLink(address.address))) throw new Error('the browser was not opened');
    return (isDone) => {
      if (isDone) comeBack();
    };
  },
});
