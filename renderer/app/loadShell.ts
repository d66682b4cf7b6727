import type { ComponentType } from 'react';
import { loadTexts } from '../i18n/i18n';
import type { ShellAreaProps } from './ShellArea';

let loading: Promise<{ readonly default: ComponentType<ShellAreaProps> }> | null = null;
let loaded: ComponentType<ShellAreaProps> | null = null;

const load = async () => {
  const [{ ShellArea }] = await Promise.all([import('./ShellArea'), loadTexts('shell')]);
  loaded = ShellArea;
  return { default: ShellArea };
};

/** Loads the shell with its texts, once; called ahead of time when it is about to be needed. */
export const loadShell = (): NonNullable<typeof loading> => (loading ??= load());

/** The shell where it has been loaded, else null. */
export const loadedShell = (): typeof loaded => loaded;
