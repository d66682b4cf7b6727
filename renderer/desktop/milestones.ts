/** What a start has reached, in the order it gets there. */
export type Milestone = 'login-usable' | 'attendances-live';

/**
 * Notes in the page's timeline when a start first gets so far: once the frame is drawn, and once only.
 * `npm run bench` and Chromium's own performance panel read it there.
 */
export const markMilestone = (milestone: Milestone): void => {
  requestAnimationFrame(() => {
    if (performance.getEntriesByName(milestone).length === 0) performance.mark(milestone);
  });
};
