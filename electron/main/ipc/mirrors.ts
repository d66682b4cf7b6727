import type { EventChannel, EventPayload } from '../../../shared/ipc/contract';
import type { AttendanceListState, ConversationState } from '../../../shared/state/attendances';
import type { ConnectionState } from '../../../shared/state/connection';
import type { Draft } from '../../../shared/state/drafts';
import type { PasswordLinkState } from '../../../shared/state/passwordLink';
import type { PresenceState } from '../../../shared/state/presence';
import type { SessionState } from '../../../shared/state/session';
import type { SettingsState } from '../../../shared/state/settings';
import type { UpdateState } from '../../../shared/state/update';
import type { Observable } from '../base/observable';

/** The states main owns and a renderer holds copies of. */
export interface MirroredStates {
  readonly session: Observable<SessionState>;
  readonly connection: Observable<ConnectionState>;
  readonly clockOffset: Observable<number>;
  readonly settings: Observable<SettingsState>;
  readonly passwordLink: Observable<PasswordLinkState>;
  readonly presence: Observable<PresenceState>;
  readonly attendances: Observable<AttendanceListState>;
  readonly conversation: Observable<ConversationState | null>;
  readonly restoredDrafts: Observable<Draft[]>;
  readonly update: Observable<UpdateState>;
}

type Send = <Channel extends EventChannel>(channel: Channel, payload: EventPayload<Channel>) => void;

/** Tells the renderer of every change of what it mirrors. */
export const mirrorStates = (states: MirroredStates, send: Send): void => {
  const mirror = <Channel extends EventChannel>(channel: Channel, state: Observable<EventPayload<Channel>>) => {
    state.onDidChange((value) => {
      send(channel, value);
    });
  };
  mirror('session:changed', states.session);
  mirror('connection:changed', states.connection);
  mirror('connection:clock-changed', states.clockOffset);
  mirror('settings:changed', states.settings);
  mirror('password:link-changed', states.passwordLink);
  mirror('presence:changed', states.presence);
  mirror('attendances:changed', states.attendances);
  mirror('attendances:conversation-changed', states.conversation);
  mirror('drafts:restored', states.restoredDrafts);
  mirror('updates:changed', states.update);
};
