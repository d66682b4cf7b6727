import { agentNameSchema, type Agent } from '../../../shared/platform/agent';

/** What the agent has typed and chosen so far. */
export interface ProfileDraft {
  readonly name: string;
  readonly photo: string | null;
}

/** The longest name the platform takes, in characters. */
export const nameLimit = 80;

/** What a draft would change at the platform; `null` photo: remove it. */
export interface ProfileChanges {
  readonly name?: string;
  readonly photo?: string | null;
}

/** What differs from what the platform has. Blanks around a name are no change. */
export const changesOf = (draft: ProfileDraft, agent: Pick<Agent, 'name' | 'photo'>): ProfileChanges => ({
  ...(draft.name.trim() !== agent.name && { name: draft.name.trim() }),
  ...(draft.photo !== agent.photo && { photo: draft.photo }),
});

export const hasChanges = (changes: ProfileChanges): boolean => Object.keys(changes).length > 0;

/** Why a name can't be saved, or null. */
export const nameFault = (name: string): 'empty' | 'tooLong' | null => {
  if (agentNameSchema.safeParse(name).success) return null;
  return name.trim() === '' ? 'empty' : 'tooLong';
};
