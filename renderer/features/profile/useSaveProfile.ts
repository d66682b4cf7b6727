import { useState } from 'react';
import type { Problem } from '../../../shared/state/problem';
import { shellDesktop } from '../../desktop/shellDesktop';
import type { ProfileChanges } from './profileDraft';

const send = async ({ name, photo }: ProfileChanges): Promise<Problem | null> => {
  try {
    if (name !== undefined) {
      const result = await shellDesktop.changeName({ name });
      if (!result.ok) return result.problem;
    }
    if (photo !== undefined) {
      const result = await shellDesktop.changePhoto({ photo });
      if (!result.ok) return result.problem;
    }
    return null;
  } catch (error) {
    reportError(error);
    return { kind: 'unexpected', incident: 'profile' };
  }
};

/** Saves a profile's changes. `save` answers whether all of them are at the platform. */
export const useSaveProfile = () => {
  const [isSaving, setIsSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (changes: ProfileChanges): Promise<boolean> => {
    setIsSaving(true);
    setProblem(null);
    const failure = await send(changes);
    setProblem(failure);
    setIsSaving(false);
    return failure === null;
  };
  return { isSaving, problem, save };
};
