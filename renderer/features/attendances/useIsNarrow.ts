import { useSyncExternalStore } from 'react';

// The same width is in the style sheets: a custom property can't be used in a media query.
const query = '(max-width: 1199px)';

const subscribe = (listener: () => void) => {
  const media = window.matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
};

/** Whether the window is too narrow for three columns: the information panel folds away. */
export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
