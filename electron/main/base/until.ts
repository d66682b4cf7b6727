import { vi } from 'vitest';

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000 });

/** For tests against real servers: waits for the condition, with a bound that only a test that hangs comes near. */
export const until = (condition: () => boolean): Promise<boolean> =>
  vi.waitUntil(condition, { interval: 5, timeout: 45_000 });
