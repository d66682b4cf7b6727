import { useEffect } from 'react';
import { useAppStore } from '../../desktop/appStore';
import { useShellStore } from '../../desktop/shellStore';
import { drafts } from './drafts';

/** Wipes drafts once they have no business being here: the attendance has ended, or the agent has signed out. */
export const useDraftUpkeep = (): void => {
  const session = useAppStore((state) => state.session);
  const attendances = useShellStore((state) => state.attendances);
  const areLoaded = useShellStore((state) => state.areAttendancesLoaded);

  useEffect(() => {
    // While a login is being confirmed nobody knows yet whose it is, and the page was just loaded or is unchanged.
    if (session.kind === 'starting' || session.kind === 'resuming') return;
    drafts.keepFor(session.kind === 'signed-out' ? null : session.agent.id);
  }, [session]);

  useEffect(() => {
    if (areLoaded) drafts.keepOnly(attendances.filter(({ state }) => state === 'in-progress').map(({ id }) => id));
  }, [areLoaded, attendances]);

  // The module leaves the screen only with the shell: at sign-out the words must not outlive it.
  useEffect(
    () =>
      useAppStore.subscribe(({ session: { kind } }) => {
        if (kind === 'signed-out') drafts.keepFor(null);
      }),
    [],
  );
};
