import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Attendance } from '../../../shared/platform/attendances';
import type { AttendanceListState, ConversationState } from '../../../shared/state/attendances';
import type { OutgoingEntry } from '../attendances/outgoing';
import { FakeClock, settle } from '../base/fakeClock';
import { ObservableState } from '../base/observable';
import { MemoryLogger } from '../logging/memoryLogger';
import { DraftService } from './draftService';
import { keyLength } from './seal';

const attendance = (id: string, state: Attendance['state'] = 'in-progress'): Attendance => ({
  id,
  revision: 1,
  protocol: '2026',
  channel: 'whatsapp',
  queue: { id: 'queue', name: 'Suporte' },
  origin: '+55 11 4000-0000',
  customer: { id: 'customer', name: 'Célia', contact: '+55 11 99999-0000' },
  state,
  arrivedAt: '2026-11-22T12:00:00.000Z',
  startedAt: null,
  offer: null,
  lastMessage: null,
  unread: 0,
  dispositions: [],
});

/** A computer: what is on its disk and in its keychain outlives the app. */
class Computer {
  readonly files = new Map<string, Buffer>();
  key: Buffer | null = null;
  hasKeychain = true;

  readonly folder = {
    read: (name: string) => this.files.get(name) ?? null,
    write: (name: string, bytes: Buffer) => Promise.resolve(void this.files.set(name, bytes)),
    writeNow: (name: string, bytes: Buffer) => void this.files.set(name, bytes),
    removeAllBut: (kept: string | null) => {
      const others = [...this.files.keys()].filter((name) => name !== kept);
      for (const name of others) this.files.delete(name);
      return others.length;
    },
  };

  /** Starts the app. */
  start() {
    const list = new ObservableState<AttendanceListState>({ isLoaded: false, attendances: [] });
    const conversation = new ObservableState<ConversationState | null>(null);
    const unsent = new ObservableState<readonly OutgoingEntry[]>([]);
    const clock = new FakeClock();
    const logger = new MemoryLogger();
    const open = (attendanceId: string | null) => {
      conversation.set(
        attendanceId === null ? null : { attendanceId, load: { kind: 'loading' }, messages: [], outgoing: [] },
      );
    };
    const drafts = new DraftService({
      folder: this.folder,
      key: {
        obtain: () => {
          if (!this.hasKeychain) return Promise.resolve(null);
          this.key ??= randomBytes(keyLength);
          return Promise.resolve(this.key);
        },
        forget: () => {
          this.key = null;
          return Promise.resolve();
        },
      },
      platformOrigin: 'https://app.smartspace.us',
      attendances: {
        ...{ list, conversation, open, unsent },
        restoreUnsent: (earlier) => {
          unsent.set([...earlier, ...unsent.value]);
        },
      },
      clock,
      logger,
    });
    drafts.start();
    const show = (...attendances: readonly Attendance[]) => {
      list.set({ isLoaded: true, attendances: [...attendances] });
    };
    /** The session is over: main forgets the attendances. */
    const clear = () => {
      list.set({ isLoaded: false, attendances: [] });
      conversation.set(null);
      unsent.set([]);
    };
    return { drafts, list, conversation, unsent, open, show, clear, clock, logger };
  }
}

const draft = (attendanceId: string, text: string) => ({ attendanceId, text });

const message = (attendanceId: string, id: string): OutgoingEntry => ({
  ...{ attendanceId, clientMessageId: `message-${id}`, commandId: `command-${id}` },
  ...{ text: 'Boa viagem', queuedAt: 1, state: { kind: 'sending' } },
});

/** Ana at work: two attendances, the first one open and written in. */
const startWork = async (computer = new Computer()) => {
  const app = computer.start();
  await app.drafts.begin('ana');
  app.show(attendance('one'), attendance('two'));
  app.open('one');
  app.drafts.write(draft('one', 'Bom dia'));
  return { computer, ...app };
};

/** The same computer after a kill. */
const startAgain = async (computer: Computer, agentId = 'ana') => {
  const app = computer.start();
  await app.drafts.begin(agentId);
  return app;
};

describe('DraftService', () => {
  it('brings drafts and the open attendance back after a kill, a tenth of a second after the last change', async () => {
    const { computer, clock } = await startWork();
    await clock.advance(100);
    const app = await startAgain(computer);
    expect(app.drafts.restored.value).toEqual([draft('one', 'Bom dia')]);
    expect(app.conversation.value).toBeNull();
    app.show(attendance('one'), attendance('two'));
    expect(app.conversation.value?.attendanceId).toBe('one');
    expect(app.drafts.list()).toEqual([draft('one', 'Bom dia')]);
  });

  it('has a message on the disk, and its draft off it, before it goes out', async () => {
    const { computer, drafts, unsent, clock } = await startWork();
    await clock.advance(100);
    drafts.write(draft('one', ''));
    // A kill in between costs nothing.
    expect((await startAgain(computer)).drafts.list()).toEqual([draft('one', 'Bom dia')]);
    unsent.set([message('one', '1')]);
    const app = await startAgain(computer);
    expect([app.drafts.list(), app.unsent.value]).toEqual([[], [message('one', '1')]]);
  });

  it('brings unsent messages back as they were, before those sent while the file was not read yet', async () => {
    const { computer, unsent } = await startWork();
    const failed: OutgoingEntry = {
      ...message('two', '2'),
      state: { kind: 'failed', problem: { kind: 'at-capacity' } },
    };
    unsent.set([message('one', '1'), failed]);
    const app = computer.start();
    const begun = app.drafts.begin('ana');
    app.unsent.set([message('one', '3')]);
    await begun;
    expect(app.unsent.value).toEqual([message('one', '1'), failed, message('one', '3')]);
    app.drafts.flushNow();
    expect((await startAgain(computer)).unsent.value).toEqual(app.unsent.value);
  });

  it('forgets a message that the platform has taken a tenth of a second later, and one whose attendance is over', async () => {
    const { computer, unsent, show, open, drafts, clock } = await startWork();
    drafts.write(draft('one', ''));
    open(null);
    unsent.set([message('one', '1'), message('two', '2')]);
    unsent.set([message('two', '2')]);
    await clock.advance(100);
    expect((await startAgain(computer)).unsent.value).toEqual([message('two', '2')]);
    // The conversation of one that is over may still be on the screen, with its message.
    show(attendance('one'));
    await clock.advance(100);
    expect(computer.files.size).toBe(0);
  });

  it("gives nobody another agent's messages, and leaves none after a log-out", async () => {
    const { computer, unsent, drafts, clear } = await startWork();
    unsent.set([message('one', '1')]);
    expect((await startAgain(computer, 'bruno')).unsent.value).toEqual([]);
    expect(computer.files.size).toBe(0);

    unsent.set([message('one', '1'), message('one', '2')]);
    expect(computer.files.size).toBe(1);
    const wiped = drafts.wipe();
    clear();
    await wiped;
    expect([computer.files.size, computer.key]).toEqual([0, null]);
  });

  it('keeps messages where a stored login has run out, until the same agent is back', async () => {
    const { computer, unsent, drafts, clear } = await startWork();
    unsent.set([message('one', '1')]);
    drafts.suspend();
    clear();
    await settle();
    expect((await startAgain(computer)).unsent.value).toEqual([message('one', '1')]);
  });

  it('has everything on disk at once when the system does not wait', async () => {
    const { computer, drafts } = await startWork();
    expect(computer.files.size).toBe(0);
    drafts.flushNow();
    expect((await startAgain(computer)).drafts.list()).toEqual([draft('one', 'Bom dia')]);
  });

  it('opens no attendance that is over, and none where the agent was quicker', async () => {
    const { computer, drafts } = await startWork();
    drafts.flushNow();
    const files = new Map(computer.files);
    const late = await startAgain(computer);
    late.show(attendance('two'));
    expect([late.conversation.value, late.drafts.list()]).toEqual([null, []]);

    for (const [name, bytes] of files) computer.files.set(name, bytes);
    const quick = await startAgain(computer);
    quick.open('two');
    quick.show(attendance('one'), attendance('two'));
    expect(quick.conversation.value?.attendanceId).toBe('two');
  });

  it('does not open again what the agent has closed', async () => {
    const { computer, drafts, open } = await startWork();
    open(null);
    drafts.flushNow();
    const app = await startAgain(computer);
    app.show(attendance('one'));
    expect(app.conversation.value).toBeNull();
  });

  it('remembers the attendance before what is read of the past, and leads back to it on a new page', async () => {
    const { computer, drafts, open, conversation } = await startWork();
    open('past');
    drafts.flushNow();
    drafts.leavePast();
    expect(conversation.value?.attendanceId).toBe('one');
    const app = await startAgain(computer);
    app.show(attendance('one'));
    expect(app.conversation.value?.attendanceId).toBe('one');
  });

  it('removes a draft when its attendance ends, and the file with the last of them', async () => {
    const { computer, drafts, show, open, clock } = await startWork();
    await clock.advance(100);
    expect(computer.files.size).toBe(1);
    open(null);
    show(attendance('two'));
    expect(drafts.list()).toEqual([]);
    await clock.advance(100);
    expect(computer.files.size).toBe(0);
  });

  it('takes no draft for an attendance that is over: what the page says last may come too late', async () => {
    const { drafts, show } = await startWork();
    show(attendance('two'), attendance('three', 'offered'));
    drafts.write(draft('one', 'tarde'));
    drafts.write(draft('three', 'cedo'));
    expect(drafts.list()).toEqual([]);
  });

  it('holds what is typed before the file is read for newer', async () => {
    const { computer, drafts } = await startWork();
    drafts.flushNow();
    const app = computer.start();
    const begun = app.drafts.begin('ana');
    app.drafts.write(draft('one', 'Boa tarde'));
    await begun;
    expect(app.drafts.restored.value).toEqual([draft('one', 'Boa tarde')]);
  });

  it('goes on where the same agent logs in again over an expired session', async () => {
    const { drafts } = await startWork();
    await drafts.begin('ana');
    expect(drafts.list()).toEqual([draft('one', 'Bom dia')]);
  });

  it('leaves nothing of an agent who has logged out: no text, no file, no key', async () => {
    const { computer, drafts, clear, clock } = await startWork();
    drafts.flushNow();
    const wiped = drafts.wipe();
    clear();
    await wiped;
    await clock.advance(1_000);
    drafts.write(draft('one', 'tarde'));
    expect([drafts.list(), drafts.restored.value, computer.files.size, computer.key]).toEqual([[], [], 0, null]);
  });

  it('writes nothing of an agent who logged out while their key was being asked for', async () => {
    const { drafts, clock } = new Computer().start();
    const begun = drafts.begin('ana');
    await drafts.wipe();
    await begun;
    drafts.write(draft('one', 'tarde'));
    expect([drafts.list(), clock.pending]).toEqual([[], 0]);
  });

  it("keeps the file for its agent where a stored login has run out, and lets nobody else's eyes on it", async () => {
    const { computer, drafts, clear } = await startWork();
    drafts.suspend();
    clear();
    await settle();
    expect([drafts.list(), computer.files.size]).toEqual([[], 1]);
    expect((await startAgain(computer)).drafts.list()).toEqual([draft('one', 'Bom dia')]);
    expect((await startAgain(computer, 'bruno')).drafts.list()).toEqual([]);
    expect(computer.files.size).toBe(0);
  });

  it('keeps drafts in memory, and nothing on disk, where there is no keychain', async () => {
    const computer = new Computer();
    computer.hasKeychain = false;
    const { drafts, clock } = await startWork(computer);
    drafts.flushNow();
    await clock.advance(1_000);
    expect([drafts.list(), computer.files.size]).toEqual([[draft('one', 'Bom dia')], 0]);
  });

  it('leaves a file alone that it has no key for at the moment', async () => {
    const { computer, drafts } = await startWork();
    drafts.flushNow();
    computer.hasKeychain = false;
    const locked = await startAgain(computer);
    expect(locked.drafts.list()).toEqual([]);
    locked.drafts.flushNow();
    computer.hasKeychain = true;
    expect((await startAgain(computer)).drafts.list()).toEqual([draft('one', 'Bom dia')]);
  });

  it('writes no word into the log', async () => {
    const { computer, unsent, logger } = await startWork();
    unsent.set([message('one', '1')]);
    const app = await startAgain(computer);
    expect([...logger.lines, ...app.logger.lines].join()).not.toMatch(/Bom dia|Boa viagem/);
    expect(app.logger.lines.join()).toContain('drafts are restored drafts=1');
    expect(app.logger.lines.join()).toContain('unsent messages are restored messages=1');
  });
});
