import { create } from 'zustand';
import type { Attendance } from '../../shared/platform/attendances';
import type { Presence } from '../../shared/platform/queues';
import type { ConversationState } from '../../shared/state/attendances';
import { shellDesktop } from './shellDesktop';

interface ShellMirror {
  /** Null until the platform has said it once. */
  readonly presence: Presence | null;
  /** By this computer's clock, in milliseconds since 1970. */
  readonly presenceHeardAt: number | null;
  readonly attendances: readonly Attendance[];
  readonly areAttendancesLoaded: boolean;
  readonly conversation: ConversationState | null;
}

const initial: ShellMirror = {
  presence: null,
  presenceHeardAt: null,
  attendances: [],
  areAttendancesLoaded: false,
  conversation: null,
};

/** A mirror of what main owns of the agent's work; filled by `connectShellStore`, never changed by a screen. */
export const useShellStore = create<ShellMirror>()(() => initial);

/** Mirrors main from now on. Returns the way out, which empties the mirror: the next agent sees nothing of this one. */
export const connectShellStore = (): (() => void) => {
  let isConnected = true;
  const heard = new Set<'presence' | 'attendances' | 'conversation'>();
  const { setState } = useShellStore;
  const stops = [
    shellDesktop.onPresenceChanged(({ presence, heardAt }) => {
      heard.add('presence');
      setState({ presence, presenceHeardAt: heardAt });
    }),
    shellDesktop.onAttendancesChanged(({ attendances, isLoaded }) => {
      heard.add('attendances');
      setState({ attendances, areAttendancesLoaded: isLoaded });
    }),
    shellDesktop.onConversationChanged((conversation) => {
      heard.add('conversation');
      setState({ conversation });
    }),
  ];
  const readFirstContents = async () => {
    const { presence, attendances, conversation } = await shellDesktop.tellShellReady();
    if (!isConnected) return;
    // What main sent meanwhile is newer than its answer.
    if (!heard.has('presence')) setState({ presence: presence.presence, presenceHeardAt: presence.heardAt });
    if (!heard.has('attendances'))
      setState({ attendances: attendances.attendances, areAttendancesLoaded: attendances.isLoaded });
    if (!heard.has('conversation')) setState({ conversation });
  };
  readFirstContents().catch(reportError);
  return () => {
    isConnected = false;
    stops.forEach((stop) => stop());
    setState(initial, true);
  };
};
