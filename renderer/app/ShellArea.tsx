import { useEffect } from 'react';
import { useAppStore } from '../desktop/appStore';
import { connectShellStore } from '../desktop/shellStore';
import { LeaveBlockedAlert } from '../features/leaving/LeaveBlockedAlert';
import { ReLogin } from '../features/session/ReLogin';
import { Shell } from '../layout/Shell';

/** The shell with what may lie over it, for as long as an agent is logged in. */
export const ShellArea = () => {
  const session = useAppStore((state) => state.session);
  useEffect(connectShellStore, []);
  return (
    <>
      <Shell />
      {session.kind === 'expired' && <ReLogin session={session} />}
      <LeaveBlockedAlert />
    </>
  );
};
