import { act, render } from '@testing-library/react';
import { onTestFinished, vi } from 'vitest';
import type { Desktop } from '../../../../shared/ipc/desktop';
import type { Attendance } from '../../../../shared/platform/attendances';
import type { ConversationState } from '../../../../shared/state/attendances';
import { connectAppStore } from '../../../desktop/appStore';
import { connectShellStore } from '../../../desktop/shellStore';
import { createFakeMain, type FakeMain, type FakeWorld } from '../../../testing/fakeDesktop';
import { AttendanceModule } from '../AttendanceModule';

interface StartedModule extends FakeMain {
  /** Main tells the list. */
  readonly showList: (attendances: readonly Attendance[]) => void;
  /** Main tells what the open conversation is: attendance-1, loaded and empty, but for the changes. */
  readonly showConversation: (changes: Partial<ConversationState>) => void;
  /** Main tells that no conversation is open. */
  readonly leaveConversation: () => void;
  /** The window gets wide enough for three columns, or too narrow. */
  readonly setNarrow: (isNarrow: boolean) => void;
}

/** happy-dom lays nothing out; the message list draws only what has room. */
const giveRoom = () => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40);
};

/** A window wide enough for three columns, or not; returns what makes it the other. */
const stubWidth = (isNarrow: boolean) => {
  let matches = isNarrow;
  const media = new EventTarget();
  vi.stubGlobal('matchMedia', () => Object.assign(media, { matches }));
  return (isNowNarrow: boolean) => {
    matches = isNowNarrow;
    media.dispatchEvent(new Event('change'));
  };
};

/** The module on the screen, connected to a main that knows `world` and answers with `verbs`. */
export const startModule = async (
  world: Partial<FakeWorld> = {},
  verbs: Partial<Desktop> = {},
  isNarrow = false,
): Promise<StartedModule> => {
  giveRoom();
  const changeWidth = stubWidth(isNarrow);
  const main = createFakeMain(world, verbs);
  vi.stubGlobal('desktop', main.desktop);
  const stopApp = await connectAppStore();
  const stopShell = connectShellStore();
  onTestFinished(() => {
    stopShell();
    stopApp();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
  await act(async () => {
    render(<AttendanceModule />);
    // Main's first answer is on its way.
    await Promise.resolve();
  });
  return {
    ...main,
    showList: (attendances) =>
      act(() => main.emit('attendances:changed', { isLoaded: true, attendances: [...attendances] })),
    setNarrow: (isNowNarrow) => act(() => changeWidth(isNowNarrow)),
    leaveConversation: () => act(() => main.emit('attendances:conversation-changed', null)),
    showConversation: (changes) =>
      act(() =>
        main.emit('attendances:conversation-changed', {
          attendanceId: 'attendance-1',
          load: { kind: 'loaded', hasOlder: false },
          messages: [],
          outgoing: [],
          ...changes,
        }),
      ),
  };
};
