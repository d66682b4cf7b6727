import type { ConnectionState } from '../../shared/state/connection';
import type { PasswordLinkState } from '../../shared/state/passwordLink';
import type { SessionState } from '../../shared/state/session';
import type { UpdateState } from '../../shared/state/update';

/** The one banner above the content. */
export type BannerChoice =
  | { readonly kind: 'offline'; readonly connection: Extract<ConnectionState, { kind: 'offline' }> }
  | { readonly kind: 'reconnecting' }
  | { readonly kind: 'automatic-pause'; readonly missedOffers: number }
  | { readonly kind: 'page-reloaded' }
  | { readonly kind: 'password-link'; readonly canOpen: boolean }
  | { readonly kind: 'password-saved' }
  | { readonly kind: 'login-not-kept' }
  | { readonly kind: 'update-ready'; readonly version: string; readonly hasNotes: boolean };

export interface BannerFacts {
  readonly connection: ConnectionState;
  /** Whether the line was lost since it was last live. */
  readonly wasOffline: boolean;
  readonly session: SessionState;
  /** How many offers in a row led to the automatic pause that holds, or null. */
  readonly missedOffers: number | null;
  /** The page was loaded anew because it had died, and the agent has not read so yet. */
  readonly wasReloaded: boolean;
  readonly passwordLink: PasswordLinkState;
  /** A password was set beside the agent's work, and the agent has not read it yet. */
  readonly isPasswordSaved: boolean;
  readonly isLoginNoticeDismissed: boolean;
  readonly update: UpdateState;
}

/**
 * Which banner shows: the most urgent one. A lost line comes first, because nothing else can be acted on without it; an
 * automatic pause stops the agent's work; a page that came back by itself, a link to set a password and a login that will
 * not be kept do not. An update comes last: it can wait, and installing it makes a login that is not kept end.
 */
export const chooseBanner = (facts: BannerFacts): BannerChoice | null => {
  if (facts.connection.kind === 'offline') return { kind: 'offline', connection: facts.connection };
  if (facts.connection.kind === 'connecting' && facts.wasOffline) return { kind: 'reconnecting' };
  if (facts.missedOffers !== null) return { kind: 'automatic-pause', missedOffers: facts.missedOffers };
  if (facts.wasReloaded) return { kind: 'page-reloaded' };
  if (facts.passwordLink.kind === 'waiting') return { kind: 'password-link', canOpen: facts.passwordLink.canOpen };
  if (facts.isPasswordSaved) return { kind: 'password-saved' };
  const isLoginLost = facts.session.kind === 'signed-in' && !facts.session.survivesRestart;
  if (isLoginLost && !facts.isLoginNoticeDismissed) return { kind: 'login-not-kept' };
  const { update } = facts;
  return update.kind === 'ready' && update.isOffered
    ? { kind: 'update-ready', version: update.version, hasNotes: update.notes !== null }
    : null;
};

/** Whether the line counts as lost once `connection` has come: only being live again ends it. */
export const rememberOffline = (wasOffline: boolean, connection: ConnectionState): boolean =>
  connection.kind === 'offline' || (wasOffline && connection.kind === 'connecting');

/** Whole seconds until the next try, at least one: "in 0 s" would read as a try that never comes. */
export const secondsUntil = (nextTryAt: number, localNow: number): number =>
  Math.max(1, Math.ceil((nextTryAt - localNow) / 1000));
