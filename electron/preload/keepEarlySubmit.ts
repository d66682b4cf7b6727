/** What the page marks once its login answers; see renderer/desktop/milestones.ts. */
const usable = 'login-usable';

/**
 * Keeps a login that is sent before the page's scripts run, and sends it once they do: the page paints first, and
 * whoever is fast would press "Entrar" for nothing.
 */
export const keepEarlySubmit = (): void => {
  let early: HTMLFormElement | null = null;
  const keep = (event: SubmitEvent) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) early = event.target;
  };
  window.addEventListener('submit', keep, { capture: true });
  new PerformanceObserver((entries, observer) => {
    if (entries.getEntriesByName(usable).length === 0) return;
    observer.disconnect();
    window.removeEventListener('submit', keep, { capture: true });
    if (early?.isConnected === true) early.requestSubmit();
  }).observe({ type: 'mark', buffered: true });
};
