import * as z from 'zod/mini';
import { microsoftPlaceSchema } from './microsoft';

export const languageSchema = z.enum(['pt-BR', 'en']);
export const themeSchema = z.enum(['system', 'light', 'dark']);

/** What an agent chose on this computer. Kept in a plain file: nothing secret, nothing of customers. */
export const settingsSchema = z.object({
  /** Null: follow the system (English where that is English, else Portuguese). */
  language: z.nullable(languageSchema),
  theme: themeSchema,
  isSideMenuCollapsed: z.boolean(),
  /** Where this agent's computer signs in with Microsoft. */
  microsoftPlace: microsoftPlaceSchema,
  /** Closing the window hides it to the tray, where there is one. */
  closesToTray: z.boolean(),
  /** The app starts when its user logs in to the computer. */
  startsAtLogin: z.boolean(),
  lastEmail: z.nullable(z.string().check(z.maxLength(254))),
});

/** Settings that a policy can take out of the agent's hands. */
export const enforceableSettingSchema = z.enum(['closesToTray', 'startsAtLogin']);

/** Settings as they count: with everything decided that the agent left open, or that the company decides. */
export const settingsStateSchema = z.extend(settingsSchema, {
  effectiveLanguage: languageSchema,
  /** A policy has decided these. Nobody changes them. */
  enforced: z.readonly(z.array(enforceableSettingSchema)),
});

export const settingsChangeSchema = z.partial(
  z.pick(settingsSchema, {
    language: true,
    theme: true,
    isSideMenuCollapsed: true,
    microsoftPlace: true,
    closesToTray: true,
    startsAtLogin: true,
  }),
);

export type Language = z.infer<typeof languageSchema>;
export type Theme = z.infer<typeof themeSchema>;
export type EnforceableSetting = z.infer<typeof enforceableSettingSchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type SettingsState = z.infer<typeof settingsStateSchema>;
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

/** The language that a text names, or the reference, Portuguese. */
export const parseLanguage = (text: unknown): Language => languageSchema.safeParse(text).data ?? 'pt-BR';
