import { z } from 'zod';
import { identifierSchema } from '../../../shared/platform/primitives';
import { draftSchema, type Draft } from '../../../shared/state/drafts';

/** What an agent is in the middle of: the texts not sent yet, and the attendance that is open. */
export interface Work {
  readonly drafts: ReadonlyMap<string, string>;
  readonly openAttendanceId: string | null;
}

export const noWork: Work = { drafts: new Map(), openAttendanceId: null };

const fileSchema = z.object({
  v: z.literal(1),
  openAttendanceId: identifierSchema.nullable(),
  drafts: z.array(draftSchema),
});

/** Work as the file holds it, before it is encrypted. */
export const formatWork = ({ drafts, openAttendanceId }: Work): string =>
  JSON.stringify({ v: 1, openAttendanceId, drafts: listDrafts(drafts) } satisfies z.input<typeof fileSchema>);

/** Null where the text is no work, or of a version that this one does not know. */
export const parseWork = (text: string): Work | null => {
  const parsed = fileSchema.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const { drafts, openAttendanceId } = parsed.data;
  return { drafts: new Map(drafts.map((draft) => [draft.attendanceId, draft.text])), openAttendanceId };
};

export const isNothing = ({ drafts, openAttendanceId }: Work): boolean =>
  drafts.size === 0 && openAttendanceId === null;

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

/** Without the drafts of attendances that have ended, or are not the agent's any more. */
export const keepDrafts = (work: Work, isKept: (attendanceId: string) => boolean): Work => {
  const drafts = new Map([...work.drafts].filter(([attendanceId]) => isKept(attendanceId)));
  return drafts.size === work.drafts.size ? work : { ...work, drafts };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
