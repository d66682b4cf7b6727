import type { WebContents } from 'electron';
import { ObservableState } from '../base/observable';
import type { Observable } from '../base/observable';
import type { RendererHealth } from '../lifecycle/leaveDecision';

/** Watches whether a window's renderer answers. What it says of itself does not count; only Chromium's word does. */
export const watchRendererHealth = (contents: WebContents): Observable<RendererHealth> => {
  const health = new ObservableState<RendererHealth>('answering');
  contents.on('unresponsive', () => {
    health.set('hung');
  });
  contents.on('responsive', () => {
    health.set('answering');
  });
  contents.on('render-process-gone', () => {
    health.set('dead');
  });
  contents.on('did-finish-load', () => {
    health.set('answering');
  });
  return health;
};
