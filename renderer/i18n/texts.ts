import type { Language } from '../../shared/state/settings';
import type common from './pt-BR/common.json';
import type problems from './pt-BR/problems.json';
import type login from './pt-BR/login.json';
import type shell from './pt-BR/shell.json';
import type queues from './pt-BR/queues.json';
import type preferences from './pt-BR/preferences.json';
import type profile from './pt-BR/profile.json';
import type attendances from './pt-BR/attendances.json';
import type about from './pt-BR/about.json';
import type leaving from './pt-BR/leaving.json';
import type updates from './pt-BR/updates.json';
import type microsoft from './pt-BR/microsoft.json';
import type password from './pt-BR/password.json';

/** The Portuguese texts are the reference: their keys are the keys there are. */
export interface Texts {
  readonly common: typeof common;
  readonly problems: typeof problems;
  readonly login: typeof login;
  readonly shell: typeof shell;
  readonly queues: typeof queues;
  readonly preferences: typeof preferences;
  readonly profile: typeof profile;
  readonly attendances: typeof attendances;
  readonly leaving: typeof leaving;
  readonly updates: typeof updates;
  readonly about: typeof about;
  readonly microsoft: typeof microsoft;
  readonly password: typeof password;
}

/** Texts are loaded in bundles a language: what the first screen needs, and the rest with the screens that show it. */
export type TextBundle = 'first' | 'later' | 'shell';

/** The texts of some namespaces. Their keys are held to the reference by a test, since plural forms differ by language. */
type BundleTexts = Readonly<Partial<Record<keyof Texts, object>>>;

const loaders: Readonly<
  Record<TextBundle, Readonly<Record<Language, () => Promise<{ readonly texts: BundleTexts }>>>>
> = {
  first: { 'pt-BR': () => import('./pt-BR/first'), en: () => import('./en/first') },
  later: { 'pt-BR': () => import('./pt-BR/later'), en: () => import('./en/later') },
  shell: { 'pt-BR': () => import('./pt-BR/shell'), en: () => import('./en/shell') },
};

export const loadTextBundle = async (bundle: TextBundle, language: Language): Promise<BundleTexts> =>
  (await loaders[bundle][language]()).texts;
