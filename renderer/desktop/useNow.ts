import { useSyncExternalStore } from 'react';
import { elapsedSeconds } from '../../shared/rules/clock';
import { useAppStore } from './appStore';

/*
 * One tick a second for every timer on the screen, just after the second turns, and none while nothing counts: the app
 * rests all day on an agent's computer.
 */
const wholeSecond = () => Math.floor(Date.now() / 1000) * 1000;

const listeners = new Set<() => void>();
let shownSecond = 0;
let timeout: ReturnType<typeof setTimeout> | null = null;

const scheduleTick = () => {
  shownSecond = wholeSecond();
  timeout = setTimeout(
    () => {
      scheduleTick();
      listeners.forEach((listener) => {
        listener();
      });
    },
    shownSecond + 1000 - Date.now(),
  );
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  if (timeout === null) scheduleTick();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timeout === null) return;
    clearTimeout(timeout);
    timeout = null;
  };
};

const getSecond = () => (timeout === null ? wholeSecond() : shownSecond);

/** This computer's clock in whole seconds, in milliseconds since 1970, moving on with the shared tick. */
export const useNow = (): number => useSyncExternalStore(subscribe, getSecond, getSecond);

/** Whole seconds since an instant of the platform's clock. */
export const useElapsedSeconds = (since: string): number => {
  const clockOffset = useAppStore((state) => state.clockOffset);
  return elapsedSeconds(since, useNow(), clockOffset);
};

/** Whole seconds until an instant of the platform's clock, rounded up; 0 once it has passed. */
export const useRemainingSeconds = (until: string): number => {
  const clockOffset = useAppStore((state) => state.clockOffset);
  return Math.max(0, Math.ceil((Date.parse(until) - useNow() - clockOffset) / 1000));
};
