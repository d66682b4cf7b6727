import { useEffect, useLayoutEffect } from 'react';
import { useAppStore } from '../desktop/appStore';
import { markMilestone } from '../desktop/milestones';
import { connectShellStore, useShellStore } from '../desktop/shellStore';
import { LeaveBlockedAlert } from '../features/leaving/LeaveBlockedAlert';
import { PasswordLayer } from '../features/password/PasswordLayer';
import type { SavedAnswer, SavedPassword } from '../features/password/savedPassword';
import { isShown } from '../features/password/shownLink';
import { ReLogin } from '../features/session/ReLogin';
import { Shell } from '../layout/Shell';

export interface ShellAreaProps {
  readonly savedPassword: SavedPassword | null;
  readonly onPasswordSaved: (answer: SavedAnswer, email: string) => void;
  readonly onSavedPasswordRead: () => void;
}

/** The shell with what may lie over it, for as long as an agent is logged in. */
export const ShellArea = ({ savedPassword, onPasswordSaved, onSavedPasswordRead }: ShellAreaProps) => {
  const session = useAppStore((state) => state.session);
  const link = useAppStore((state) => state.passwordLink);
  const areAttendancesLoaded = useShellStore((state) => state.areAttendancesLoaded);
  // Before the paint, so that main answers meanwhile.
  useLayoutEffect(connectShellStore, []);
  useEffect(() => {
    if (areAttendancesLoaded) markMilestone('attendances-live');
  }, [areAttendancesLoaded]);
  return (
    <>
      <Shell isPasswordSaved={savedPassword?.answer === 'saved'} onSavedPasswordRead={onSavedPasswordRead} />
      {/* One at a time: the link was opened on purpose, and the question for the password waits until it is done. */}
      {isShown(link) ? (
        <PasswordLayer link={link} onSaved={onPasswordSaved} />
      ) : (
        session.kind === 'expired' && <ReLogin session={session} savedPasswordOf={savedPassword?.email ?? null} />
      )}
      <LeaveBlockedAlert />
    </>
  );
};
