import { useState } from 'react';
import { shellDesktop } from '../../desktop/shellDesktop';
import { useShellStore } from '../../desktop/shellStore';
import type { Attendance, PastAttendance } from '../../../shared/platform/attendances';

/**
 * What stands in the middle column. Main says which conversation is open; this finds out what it is.
 *
 *     none ──► current ⇄ past ──► none
 *                 └──► gone ──────┘
 *
 * `past`: one of the customer's earlier attendances is being read; `from` is where the agent came from. `gone`: it is
 * open, but it is not the agent's any more.
 */
export type OpenedAttendance =
  | { readonly kind: 'none' }
  | { readonly kind: 'current'; readonly attendance: Attendance }
  | { readonly kind: 'past'; readonly past: PastAttendance; readonly from: Attendance }
  | { readonly kind: 'gone' };

interface PastReading {
  readonly past: PastAttendance;
  readonly from: Attendance;
}

/** Decides what the open conversation is. Pure. */
export const describeOpened = (
  openId: string | null,
  attendances: readonly Attendance[],
  reading: PastReading | null,
): OpenedAttendance => {
  if (openId === null) return { kind: 'none' };
  const attendance = attendances.find(
    ({ id, state }) => id === openId && (state === 'offered' || state === 'in-progress'),
  );
  if (attendance !== undefined) return { kind: 'current', attendance };
  if (reading?.past.id !== openId) return { kind: 'gone' };
  // What stands in the list is newer than what stood there when the agent left it.
  return {
    kind: 'past',
    past: reading.past,
    from: attendances.find(({ id }) => id === reading.from.id) ?? reading.from,
  };
};

interface OpenedAttendanceDoor {
  readonly opened: OpenedAttendance;
  /** Grows whenever the agent asked for a conversation to write in. */
  readonly focusRequest: number;
  readonly open: (attendanceId: string) => void;
  readonly openPast: (past: PastAttendance, from: Attendance) => void;
  readonly close: () => void;
}

/** The open attendance, and the ways to another one. */
export const useOpenedAttendance = (): OpenedAttendanceDoor => {
  const openId = useShellStore((state) => state.conversation?.attendanceId ?? null);
  const attendances = useShellStore((state) => state.attendances);
  const [reading, setReading] = useState<PastReading | null>(null);
  const [focusRequest, setFocusRequest] = useState(0);

  const tellMain = (attendanceId: string | null) => {
    shellDesktop.openAttendance({ attendanceId }).catch(reportError);
  };
  return {
    opened: describeOpened(openId, attendances, reading),
    focusRequest,
    open: (attendanceId) => {
      setFocusRequest((count) => count + 1);
      tellMain(attendanceId);
    },
    openPast: (past, from) => {
      setReading({ past, from });
      tellMain(past.id);
    },
    close: () => tellMain(null),
  };
};
