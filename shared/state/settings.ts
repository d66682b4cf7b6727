import { z } from 'zod';
import { microsoftPlaceSchema } from './microsoft';

export const languageSchema = z.enum(['pt-BR', 'en']);
export const themeSchema = z.enum(['system', 'light', 'dark']);

/** What an agent chose on this computer. Kept in a plain file: nothing secret, nothing of customers. */
export const settingsSchema = z.object({
  /** Null: follow the system (English where that is English, else Portuguese). */
  language: languageSchema.nullable(),
  theme: themeSchema,
  isSideMenuCollapsed: z.boolean(),
  /** Where this agent's computer signs in with Microsoft. */
  microsoftPlace: microsoftPlaceSchema,
  lastEmail: z.string().max(254).nullable(),
});

/** Settings as the interface needs them: with the language decided. */
export const settingsStateSchema = settingsSchema.extend({ effectiveLanguage: languageSchema });

export const settingsChangeSchema = settingsSchema
  .pick({ language: true, theme: true, isSideMenuCollapsed: true, microsoftPlace: true })
  .partial();

export type Language = z.infer<typeof languageSchema>;
export type Theme = z.infer<typeof themeSchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type SettingsState = z.infer<typeof settingsStateSchema>;
export type SettingsChange = z.infer<typeof settingsChangeSchema>;
