import type { SignInAddress } from './popupRules';

export interface SignInVisit {
  readonly address: SignInAddress;
  /** The agent closed it. */
  readonly onClosed: () => void;
  /** The page could not be loaded. */
  readonly onUnreachable: () => void;
}

/** Where an agent signs in: a window of this app, or the system's browser. */
export interface SignInPlace {
  /**
   * Shows the page.
   *
   * @returns ends the visit, as far as that is in this app's hands; `isDone` where the agent is through
   * @throws where there is nothing to show it in
   */
  open(visit: SignInVisit): Promise<(isDone: boolean) => void>;
}
