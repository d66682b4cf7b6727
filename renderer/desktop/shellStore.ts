import { create } from 'zustand';
import type { Attendance } from '../../shared/platform/attendances';
import type { Presence } from '../../shared/platform/queues';
import type { ConversationState } from '../../shared/state/attendances';
import type { Draft } from '../../shared/state/drafts';
import type { UpdateState } from '../../shared/state/update';
import { shellDesktop } from './shellDesktop';

interface ShellMirror {
  /** Null until the platform has said it once. */
  readonly presence: Presence | null;
  /** By this computer's clock, in milliseconds since 1970. */
  readonly presenceHeardAt: number | null;
  readonly attendances: readonly Attendance[];
  readonly areAttendancesLoaded: boolean;
  readonly conversation: ConversationState | null;
  /** What main had kept when it last told all of it. The agent may have typed since. */
  readonly keptDrafts: readonly Draft[];
  /** The page was loaded anew because it had died, and the agent has not read so yet. */
  readonly wasReloaded: boolean;
  readonly update: UpdateState;
}

interface ShellStore extends ShellMirror {
  readonly dismissReloadNotice: () => void;
}

const initial: ShellMirror = {
  presence: null,
  presenceHeardAt: null,
  attendances: [],
  areAttendancesLoaded: false,
  conversation: null,
  keptDrafts: [],
  wasReloaded: false,
  update: { kind: 'idle', checkedAt: null },
};

/** A mirror of what main owns of the agent's work; filled by `connectShellStore`, never changed by a screen. */
export const useShellStore = create<ShellStore>()((set) => ({
  ...initial,
  dismissReloadNotice: () => set({ wasReloaded: false }),
}));

/** Mirrors main from now on. Returns the way out, which empties the mirror: the next agent sees nothing of this one. */
export const connectShellStore = (): (() => void) => {
  let isConnected = true;
  const heard = new Set<'presence' | 'attendances' | 'conversation' | 'drafts' | 'update'>();
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
    shellDesktop.onDraftsRestored((keptDrafts) => {
      heard.add('drafts');
      setState({ keptDrafts });
    }),
    shellDesktop.onUpdateChanged((update) => {
      heard.add('update');
      setState({ update });
    }),
  ];
  const readFirstContents = async () => {
    const { presence, attendances, conversation, drafts, wasReloaded, update } = await shellDesktop.tellShellReady();
    if (!isConnected) return;
    // What main sent meanwhile is newer than its answer.
    if (!heard.has('presence')) setState({ presence: presence.presence, presenceHeardAt: presence.heardAt });
    if (!heard.has('attendances'))
      setState({ attendances: attendances.attendances, areAttendancesLoaded: attendances.isLoaded });
    if (!heard.has('drafts')) setState({ keptDrafts: drafts });
    if (!heard.has('conversation')) setState({ conversation });
    setState({ wasReloaded });
    if (!heard.has('update')) setState({ update });
  };
  readFirstContents().catch(reportError);
  return () => {
    isConnected = false;
    stops.forEach((stop) => stop());
    setState(initial);
  };
};
