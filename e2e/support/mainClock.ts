import type { RunningApp } from './app';

/**
 * Stops main's clock at so many milliseconds after the present, without touching its timers: what has to be two minutes
 * old becomes so at once, and to the millisecond.
 *
 * @returns the time it stands at, in milliseconds since 1970
 */
export const freezeMainClock = ({ application }: RunningApp, ahead = 0): Promise<number> =>
  application.evaluate((_electron, milliseconds) => {
    const frozen = Date.now() + milliseconds;
    Date.now = () => frozen;
    return frozen;
  }, ahead);

/** Sets main's clock forward, or back by a negative number, in milliseconds. It goes on running. */
export const shiftMainClock = ({ application }: RunningApp, milliseconds: number): Promise<void> =>
  application.evaluate((_electron, shift) => {
    const before = Date.now;
    Date.now = () => before() + shift;
  }, milliseconds);

/** The same for the clock that the page sees, until it is loaded anew. */
export const shiftPageClock = ({ page }: RunningApp, milliseconds: number): Promise<void> =>
  page.evaluate((shift) => {
    const before = Date.now;
    Date.now = () => before() + shift;
  }, milliseconds);
