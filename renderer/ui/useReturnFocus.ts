import { useRef, type RefObject } from 'react';
import { focusOnOpen } from './focusOnOpen';

/**
 * Handlers for an overlay that has no trigger of the library's: it takes the focus where it should be, and gives it
 * back to where it came from, or to `returnFocus` if that is gone by then.
 */
export const useReturnFocus = (
  initialFocus: RefObject<HTMLElement | null> | undefined,
  returnFocus: RefObject<HTMLElement | null> | undefined,
) => {
  const cameFrom = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: (event: Event) => {
      cameFrom.current = document.activeElement;
      focusOnOpen(initialFocus)(event);
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      const target = returnFocus?.current ?? cameFrom.current;
      if (target instanceof HTMLElement && target.isConnected) target.focus();
    },
  };
};
