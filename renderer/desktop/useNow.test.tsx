import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useAppStore } from './appStore';
import { useElapsedSeconds, useRemainingSeconds } from './useNow';

const Elapsed = ({ since }: { readonly since: string }) => <p>{useElapsedSeconds(since)}</p>;
const Remaining = ({ until }: { readonly until: string }) => <p>{useRemainingSeconds(until)}</p>;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T12:00:00.400Z') });
});

afterEach(() => {
  vi.useRealTimers();
  useAppStore.setState(useAppStore.getInitialState(), true);
});

describe('the shared second', () => {
  it('moves every timer on just as the second turns', () => {
    const { container } = render(
      <>
        <Elapsed since="2026-11-22T11:59:50.000Z" />
        <Remaining until="2026-11-22T12:00:30.000Z" />
      </>,
    );
    const shown = () => [...container.querySelectorAll('p')].map((line) => line.textContent);
    expect(shown()).toEqual(['10', '30']);
    act(() => void vi.advanceTimersByTime(599));
    expect(shown()).toEqual(['10', '30']);
    act(() => void vi.advanceTimersByTime(1));
    expect(shown()).toEqual(['11', '29']);
  });

  it('ticks once for all timers, and rests when the last is gone', () => {
    const { unmount } = render(
      <>
        <Elapsed since="2026-11-22T11:59:50.000Z" />
        <Elapsed since="2026-11-22T11:00:00.000Z" />
      </>,
    );
    expect(vi.getTimerCount()).toBe(1);
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is right after the computer slept', () => {
    const { container } = render(<Elapsed since="2026-11-22T12:00:00.000Z" />);
    vi.setSystemTime(new Date('2026-11-22T13:00:00.000Z'));
    act(() => void vi.advanceTimersByTime(600));
    expect(container.textContent).toBe('3600');
  });

  it("counts by the platform's clock", () => {
    useAppStore.setState({ clockOffset: 60_000 });
    const { container } = render(<Elapsed since="2026-11-22T12:00:00.000Z" />);
    expect(container.textContent).toBe('60');
  });

  it('never counts below zero', () => {
    const { container } = render(<Remaining until="2026-11-22T11:00:00.000Z" />);
    expect(container.textContent).toBe('0');
  });
});
