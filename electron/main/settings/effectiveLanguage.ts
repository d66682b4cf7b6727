import { languageSchema, type Language } from '../../../shared/state/settings';

export interface LanguageSources {
  /** What the agent chose. */
  readonly chosen: Language | null;
  /** SMARTSPACE_LANG. */
  readonly environment: string | undefined;
  /** The system's language tag, for instance "en-GB". */
  readonly system: string;
}

/** The interface's language: the agent's choice, else the environment's, else English where the system is, else Portuguese. */
export const effectiveLanguage = ({ chosen, environment, system }: LanguageSources): Language => {
  if (chosen !== null) return chosen;
  const fromEnvironment = languageSchema.safeParse(environment);
  if (fromEnvironment.success) return fromEnvironment.data;
  return /^en\b/i.test(system) ? 'en' : 'pt-BR';
};
