import * as z from 'zod/mini';
import { settingsSchema, type EnforceableSetting } from '../../../shared/state/settings';

const { shape } = settingsSchema;

/**
 * settings.json. A field that does not fit falls back by itself, so that one bad value does not cost the others; fields
 * of a later version are dropped.
 */
const settingsFileSchema = z.object({
  language: z.catch(shape.language, null),
  theme: z.catch(shape.theme, 'system'),
  isSideMenuCollapsed: z.catch(shape.isSideMenuCollapsed, false),
  microsoftPlace: z.catch(shape.microsoftPlace, 'popup'),
  /** Null: never chosen, so that a policy's suggestion counts. */
  closesToTray: z.catch(z.nullable(shape.closesToTray), null),
  /** Likewise. */
  startsAtLogin: z.catch(z.nullable(shape.startsAtLogin), null),
  lastEmail: z.catch(shape.lastEmail, null),
  /**
   * Whether a login was kept when the app last ran. A hint for the first page and for whether to ask the keychain, which
   * alone knows. Unreadable counts as yes: then the keychain is asked.
   */
  hadSession: z.catch(z.boolean(), true),
  /** Whether the agent has been told where a window goes that is closed to the tray. */
  isTrayExplained: z.catch(z.boolean(), false),
  /**
   * Whether the system may still have been told to start the app at login, by whomever that was wanted. Unreadable counts
   * as yes: then it is told not to, where that is no longer wanted.
   */
  hasLoginEntry: z.catch(z.boolean(), true),
});

export type SettingsFile = z.infer<typeof settingsFileSchema>;

/** What the agent chose of what a policy has a say in. */
export type ChosenSettings = Pick<SettingsFile, 'microsoftPlace' | EnforceableSetting>;

/** A computer where the app has never run. */
export const firstSettings: SettingsFile = {
  language: null,
  theme: 'system',
  isSideMenuCollapsed: false,
  microsoftPlace: 'popup',
  closesToTray: null,
  startsAtLogin: null,
  lastEmail: null,
  hadSession: false,
  isTrayExplained: false,
  hasLoginEntry: false,
};

/** @param text the file's text, or null where there is no file */
export const parseSettingsFile = (
  text: string | null,
): { readonly settings: SettingsFile; readonly isCorrupted: boolean } => {
  if (text === null) return { settings: firstSettings, isCorrupted: false };
  const parsed = settingsFileSchema.safeParse(parseJson(text));
  return parsed.success
    ? { settings: parsed.data, isCorrupted: false }
    : { settings: { ...firstSettings, hadSession: true, hasLoginEntry: true }, isCorrupted: true };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
