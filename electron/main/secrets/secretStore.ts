import type { Observable } from '../base/observable';

export type SecretReading =
  | { readonly kind: 'found'; readonly value: string }
  | { readonly kind: 'absent' }
  /** Locked, broken or damaged: this says nothing of whether there is a secret, and must never be taken for `absent`. */
  | { readonly kind: 'unreadable'; readonly cause: string };

/** `cause` is the keychain's own word for what went wrong; it never holds a secret. */
export type SecretChange = { readonly kind: 'done' } | { readonly kind: 'failed'; readonly cause: string };

/**
 * Keeps secrets under names of lower-case letters, digits and hyphens. Operations happen one after the other. Never
 * throws.
 */
export interface SecretStore {
  /** Whether what is written outlives the app. */
  readonly isPersistent: Observable<boolean>;
  read(name: string): Promise<SecretReading>;
  /** Replaces the secret as a whole: whatever happens, the old or the new value is there afterwards, never a mix. */
  write(name: string, value: string): Promise<SecretChange>;
  delete(name: string): Promise<SecretChange>;
  /** Resolves once nothing is under way any more: a process that ends in the middle of a call may abort. */
  whenIdle(): Promise<void>;
}
