const shortest = 500;
const longest = 30_000;

/**
 * How long to wait before trying again, in milliseconds: anywhere below a bound that doubles with each attempt, so that
 * the agents of a whole centre do not come back in the same instant.
 *
 * @param attempt 0 for the first after a connection that worked
 * @param random from 0 up to 1
 */
export const reconnectDelay = (attempt: number, random: number): number =>
  Math.round(Math.min(longest, shortest * 2 ** Math.min(attempt, 16)) * random);
