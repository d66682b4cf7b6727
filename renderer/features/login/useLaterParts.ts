import { useEffect, useState } from 'react';
import { loadTexts } from '../../i18n/i18n';

const load = async () => {
  const [parts] = await Promise.all([import('./laterParts'), loadTexts('later')]);
  return parts;
};

export type LaterParts = Awaited<ReturnType<typeof load>>;

let loading: Promise<LaterParts> | null = null;

/** Loads what few logins show, with its texts, once. */
export const loadLaterParts = (): Promise<LaterParts> => (loading ??= load());

/** The same for a screen that is about to need them: null until they are there. */
export const useLaterParts = (isNeeded: boolean): LaterParts | null => {
  const [parts, setParts] = useState<LaterParts | null>(null);
  useEffect(() => {
    if (isNeeded) loadLaterParts().then(setParts, reportError);
  }, [isNeeded]);
  return parts;
};
