import { useState } from 'react';
import { shellDesktop } from '../../desktop/shellDesktop';
import type { Problem } from '../../../shared/state/problem';

export interface OfferActions {
  /** What is under way with an offer, by attendance. */
  readonly underWay: Readonly<Record<string, 'accept' | 'reject'>>;
  /** Why the last accept or reject did not work, until it is dismissed or another one is tried. */
  readonly failure: Problem | null;
  readonly accept: (attendanceId: string) => void;
  readonly reject: (attendanceId: string) => void;
  readonly dismissFailure: () => void;
}

/** Accepting and rejecting offers. `onAccepted` is called with an attendance once it is the agent's. */
export const useOfferActions = (onAccepted: (attendanceId: string) => void): OfferActions => {
  const [underWay, setUnderWay] = useState<Readonly<Record<string, 'accept' | 'reject'>>>({});
  const [failure, setFailure] = useState<Problem | null>(null);

  const run = async (attendanceId: string, action: 'accept' | 'reject'): Promise<void> => {
    setFailure(null);
    setUnderWay((now) => ({ ...now, [attendanceId]: action }));
    try {
      const result =
        action === 'accept'
          ? await shellDesktop.acceptAttendance({ attendanceId })
          : await shellDesktop.rejectAttendance({ attendanceId });
      if (!result.ok) setFailure(result.problem);
      else if (action === 'accept') onAccepted(attendanceId);
    } finally {
      setUnderWay(({ [attendanceId]: done, ...others }) => others);
    }
  };

  return {
    underWay,
    failure,
    accept: (attendanceId) => void run(attendanceId, 'accept').catch(reportError),
    reject: (attendanceId) => void run(attendanceId, 'reject').catch(reportError),
    dismissFailure: () => setFailure(null),
  };
};
