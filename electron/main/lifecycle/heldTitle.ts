import type { Observable } from '../base/observable';

export interface TitledWindow {
  getTitle(): string;
  setTitle(title: string): void;
  isDestroyed(): boolean;
  on(event: 'page-title-updated', listener: (event: { preventDefault(): void }) => void): unknown;
}

export interface HeldTitleOptions {
  readonly window: TitledWindow;
  /** Changes whenever `count` may have changed. */
  readonly changes: Pick<Observable<unknown>, 'onDidChange'>;
  /** How many attendances hold the agent. */
  readonly count: () => number;
  /** The title while so many hold the agent. */
  readonly text: (count: number) => string;
}

/**
 * The window's title while attendances stop the computer from shutting down: all that Windows shows of an app's reason.
 * It stays true as attendances come and go, and the usual one is back with the last of them.
 *
 * @returns shows it, at once
 */
export const createHeldTitle = ({ window, changes, count, text }: HeldTitleOptions): (() => void) => {
  let usual: string | null = null;
  const update = () => {
    if (usual === null || window.isDestroyed()) return;
    if (count() > 0) {
      window.setTitle(text(count()));
      return;
    }
    window.setTitle(usual);
    usual = null;
  };
  changes.onDidChange(update);
  // A page that is loaded anew has a title of its own.
  window.on('page-title-updated', (event) => {
    if (usual !== null) event.preventDefault();
  });
  return () => {
    usual ??= window.getTitle();
    update();
  };
};
