import { useEffect, useRef, type RefObject } from 'react';

/**
 * When other controls take the place of what had the focus, the element of the returned ref takes it: the keyboard goes
 * on from there and a screen reader reads what is there now.
 */
export const useFocusKept = (content: unknown): RefObject<HTMLDivElement | null> => {
  const place = useRef<HTMLDivElement>(null);
  const lastContent = useRef(content);
  useEffect(() => {
    const hasChanged = lastContent.current !== content;
    lastContent.current = content;
    if (hasChanged && document.activeElement === document.body) place.current?.focus();
  }, [content]);
  return place;
};
