import { useEffect } from 'react';
import { useAppStore } from '../desktop/appStore';
import { markMilestone } from '../desktop/milestones';
import { connectShellStore, useShellStore } from '../desktop/shellStore';
import { LeaveBlockedAlert } from '../features/leaving/LeaveBlockedAlert';
import { ReLogin } from '../features/session/ReLogin';
import { Shell } from '../layout/Shell';

/** The shell with what may lie over it, for as long as an agent is logged in. */
export const ShellArea = () => {
  const session = useAppStore((state) => state.session);
  const areAttendancesLoaded = useShellStore((state) => state.areAttendancesLoaded);
  useEffect(connectShellStore, []);
  useEffect(() => {
    if (areAttendancesLoaded) markMilestone('attendances-live');
  }, [areAttendancesLoaded]);
  return (
    <>
      <Shell />
      {session.kind === 'expired' && <ReLogin session={session} />}
      <LeaveBlockedAlert />
    </>
  );
};
