import { shellDesktop } from '../../desktop/shellDesktop';
import { draftTextLimit, type Draft } from '../../../shared/state/drafts';

/**
 * What the agent has typed and not sent yet, by attendance: the page's copy, which the text box needs at once. Main owns
 * the drafts, hears of each change shortly after, and gives them back to a page that is new.
 */
export interface Drafts {
  readonly read: (attendanceId: string) => string;
  readonly write: (attendanceId: string, text: string) => void;
  /** Takes what main has kept. What was typed in this page is newer. */
  readonly restore: (kept: readonly Draft[]) => void;
  /** Tells main now of what it has not heard yet. */
  readonly flush: () => void;
  /** Forgets everything: the agent has signed out. */
  readonly clear: () => void;
  /** Forgets the drafts of attendances that are not among these: they are finished. */
  readonly keepOnly: (attendanceIds: readonly string[]) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Main hears of a change at once, and of those that follow within so many milliseconds together. */
const tellPause = 100;

/** @param tell has main keep a draft */
export const createDrafts = (tell: (draft: Draft) => void): Drafts => {
  /** Empty texts stay: they are newer than what main may have kept. */
  const texts = new Map<string, string>();
  const untold = new Set<string>();
  const listeners = new Set<() => void>();
  let restored: readonly Draft[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const change = () => listeners.forEach((listener) => listener());
  const stopWaiting = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const flush = () => {
    const attendanceIds = [...untold];
    untold.clear();
    attendanceIds.forEach((attendanceId) => {
      tell({ attendanceId, text: (texts.get(attendanceId) ?? '').slice(0, draftTextLimit) });
    });
  };
  const tellSoon = () => {
    if (timer !== undefined || untold.size === 0) return;
    flush();
    timer = setTimeout(() => {
      timer = undefined;
      tellSoon();
    }, tellPause);
  };
  return {
    read: (attendanceId) => texts.get(attendanceId) ?? '',
    write: (attendanceId, text) => {
      texts.set(attendanceId, text);
      untold.add(attendanceId);
      tellSoon();
      change();
    },
    restore: (kept) => {
      // The same list again is not news: what it told may be finished by now.
      if (kept === restored) return;
      restored = kept;
      kept
        .filter(({ attendanceId }) => !texts.has(attendanceId))
        .forEach((draft) => texts.set(draft.attendanceId, draft.text));
      change();
    },
    flush,
    clear: () => {
      stopWaiting();
      untold.clear();
      texts.clear();
      change();
    },
    keepOnly: (attendanceIds) => {
      const kept = new Set(attendanceIds);
      for (const attendanceId of texts.keys()) {
        if (kept.has(attendanceId)) continue;
        texts.delete(attendanceId);
        untold.delete(attendanceId);
      }
      change();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};

/** The drafts of this window. */
export const drafts = createDrafts((draft) => {
  shellDesktop.writeDraft(draft).catch(reportError);
});
