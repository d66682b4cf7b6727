/**
 * What agents have typed and not sent yet, by attendance. In memory only: customers' matters are not written to disk.
 * `owner` is the agent whose words these are; another agent, or nobody, finds nothing.
 */
export interface Drafts {
  read(attendanceId: string): string;
  write(attendanceId: string, text: string): void;
  /** Forgets everything unless it is `owner`'s. */
  keepFor(owner: string | null): void;
  /** Forgets the drafts of attendances that are not among these: they are finished. */
  keepOnly(attendanceIds: readonly string[]): void;
}

/** An empty set of drafts that belongs to nobody yet. */
export const createDrafts = (): Drafts => {
  const texts = new Map<string, string>();
  let currentOwner: string | null = null;
  return {
    read: (attendanceId) => texts.get(attendanceId) ?? '',
    write: (attendanceId, text) => {
      if (text === '') texts.delete(attendanceId);
      else texts.set(attendanceId, text);
    },
    keepFor: (owner) => {
      if (owner !== currentOwner) texts.clear();
      currentOwner = owner;
    },
    keepOnly: (attendanceIds) => {
      const kept = new Set(attendanceIds);
      for (const attendanceId of texts.keys()) if (!kept.has(attendanceId)) texts.delete(attendanceId);
    },
  };
};

/** The drafts of this window. */
export const drafts = createDrafts();
