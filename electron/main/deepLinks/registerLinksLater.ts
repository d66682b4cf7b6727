import type { Clock } from '../base/clock';
import type { Logger } from '../logging/logger';

/** How long after the start, in milliseconds: it is of no use to anybody who waits for the app. */
const delay = 3_000;

/** Has links registered once the start is over; until then not even the code for it is loaded. */
export const registerLinksLater = (clock: Pick<Clock, 'schedule'>, logger: Logger): void => {
  clock.schedule(delay, () => {
    void import('./registerLinks').then(({ registerLinks }) => registerLinks(logger));
  });
};
