import type { RefObject } from 'react';

/** Handler for an overlay's opening that puts the focus on one element instead of the first control. */
export const focusOnOpen =
  (target: RefObject<HTMLElement | null> | undefined) =>
  (event: Event): void => {
    const element = target?.current;
    if (element === null || element === undefined) return;
    event.preventDefault();
    element.focus();
  };
