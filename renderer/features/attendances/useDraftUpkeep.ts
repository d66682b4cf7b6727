import { useEffect, useLayoutEffect } from 'react';
import { useAppStore } from '../../desktop/appStore';
import { useShellStore } from '../../desktop/shellStore';
import { drafts } from './drafts';

/** Brings back what main has kept, and wipes drafts whose attendance has ended or whose agent has signed out. */
export const useDraftUpkeep = (): void => {
  const kept = useShellStore((state) => state.keptDrafts);
  const attendances = useShellStore((state) => state.attendances);
  const areLoaded = useShellStore((state) => state.areAttendancesLoaded);

  // Before anything is painted: the text box comes up with its text in it.
  useLayoutEffect(() => {
    drafts.restore(kept);
  }, [kept]);

  useEffect(() => {
    if (areLoaded) drafts.keepOnly(attendances.filter(({ state }) => state === 'in-progress').map(({ id }) => id));
  }, [areLoaded, attendances]);

  // The module leaves the screen only with the shell: at sign-out the words must not outlive it.
  useEffect(
    () =>
      useAppStore.subscribe(({ session: { kind } }) => {
        if (kind === 'signed-out') drafts.clear();
      }),
    [],
  );

  // The page goes, for whatever reason: what was typed last must not go with it.
  useEffect(() => {
    addEventListener('pagehide', drafts.flush);
    return () => removeEventListener('pagehide', drafts.flush);
  }, []);
};
