import { loadTexts } from '../i18n/i18n';

const load = async () => {
  const [{ ShellArea }] = await Promise.all([import('./ShellArea'), loadTexts('shell')]);
  return { default: ShellArea };
};

let loading: ReturnType<typeof load> | null = null;

/** Loads the shell with its texts, once; called ahead of time when it is about to be needed. */
export const loadShell = (): ReturnType<typeof load> => (loading ??= load());
