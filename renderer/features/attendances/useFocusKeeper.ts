import { useEffect, useRef, type RefObject } from 'react';

/**
 * When the agent leaves a conversation, what had the focus goes with it. Then the element of the returned ref takes it,
 * so that the keyboard goes on from there and not from the top of the window.
 */
export const useFocusKeeper = (openAttendanceId: string | null): RefObject<HTMLDivElement | null> => {
  const place = useRef<HTMLDivElement>(null);
  const lastOpenId = useRef(openAttendanceId);
  useEffect(() => {
    const wasLeft = lastOpenId.current !== null && openAttendanceId === null;
    lastOpenId.current = openAttendanceId;
    if (wasLeft && document.activeElement === document.body) place.current?.focus();
  }, [openAttendanceId]);
  return place;
};
