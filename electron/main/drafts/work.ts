import * as z from 'zod/mini';
import { commandIdSchema, identifierSchema } from '../../../shared/platform/primitives';
import { outgoingMessageSchema } from '../../../shared/state/attendances';
import { draftSchema, type Draft } from '../../../shared/state/drafts';
import type { OutgoingEntry } from '../attendances/outgoing';

/** What an agent is in the middle of: texts, messages that the platform has not taken yet, the attendance that is open. */
export interface Work {
  readonly drafts: ReadonlyMap<string, string>;
  readonly unsent: readonly OutgoingEntry[];
  readonly openAttendanceId: string | null;
}

export const noWork: Work = { drafts: new Map(), unsent: [], openAttendanceId: null };

const fileSchema = z.object({
  v: z.literal(1),
  openAttendanceId: z.nullable(identifierSchema),
  drafts: z.array(draftSchema),
  /** Files from before there were any are read as well. */
  unsent: z._default(
    z.array(z.extend(outgoingMessageSchema, { attendanceId: identifierSchema, commandId: commandIdSchema })),
    [],
  ),
});

/** Work as the file holds it, before it is encrypted. */
export const formatWork = ({ drafts, unsent, openAttendanceId }: Work): string => {
  const file: z.output<typeof fileSchema> = { v: 1, openAttendanceId, drafts: listDrafts(drafts), unsent: [...unsent] };
  return JSON.stringify(file);
};

/** Null where the text is no work, or of a version that this one does not know. */
export const parseWork = (text: string): Work | null => {
  const parsed = fileSchema.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const { drafts, unsent, openAttendanceId } = parsed.data;
  return { drafts: new Map(drafts.map((draft) => [draft.attendanceId, draft.text])), unsent, openAttendanceId };
};

export const isNothing = ({ drafts, unsent, openAttendanceId }: Work): boolean =>
  drafts.size === 0 && unsent.length === 0 && openAttendanceId === null;

export const listDrafts = (drafts: Work['drafts']): Draft[] =>
  [...drafts].map(([attendanceId, text]) => ({ attendanceId, text }));

/** An empty text takes the draft away. */
export const withDraft = (work: Work, { attendanceId, text }: Draft): Work => {
  if ((work.drafts.get(attendanceId) ?? '') === text) return work;
  const drafts = new Map(work.drafts);
  if (text === '') drafts.delete(attendanceId);
  else drafts.set(attendanceId, text);
  return { ...work, drafts };
};

export const withOpen = (work: Work, openAttendanceId: string | null): Work =>
  work.openAttendanceId === openAttendanceId ? work : { ...work, openAttendanceId };

export const withUnsent = (work: Work, unsent: Work['unsent']): Work => ({ ...work, unsent });

/** Without the words for attendances that have ended, or are not the agent's any more. */
export const keepServed = (work: Work, isServed: (attendanceId: string) => boolean): Work => {
  const drafts = new Map([...work.drafts].filter(([attendanceId]) => isServed(attendanceId)));
  const unsent = work.unsent.filter(({ attendanceId }) => isServed(attendanceId));
  const isSame = drafts.size === work.drafts.size && unsent.length === work.unsent.length;
  return isSame ? work : { ...work, drafts, unsent };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
