import type { EnforceableSetting, SettingsChange, SettingsState } from '../../../shared/state/settings';
import { ObservableState, type Observable } from '../base/observable';
import { describeError } from '../logging/describeError';
import type { Logger } from '../logging/logger';
import { effectiveLanguage } from './effectiveLanguage';
import { putCorruptedSettingsAside, writeSettingsText, writeSettingsTextAtOnce } from './settingsDisk';
import { parseSettingsFile, type ChosenSettings, type SettingsFile } from './settingsFile';

/** Who decides about the settings that are not the agent's alone. */
export interface SettingsRules {
  readonly decideSettings: (chosen: ChosenSettings) => Pick<SettingsState, EnforceableSetting | 'enforced'>;
}

/** What counts until policies are known, which is before anybody asks. */
const noRules: SettingsRules = {
  decideSettings: ({ closesToTray, startsAtLogin }) => ({
    closesToTray: closesToTray ?? false,
    startsAtLogin: startsAtLogin ?? false,
    enforced: [],
  }),
};

export interface SettingsServiceOptions {
  /** The profile folder. */
  readonly folder: string;
  /** What `readSettingsText` found there. */
  readonly initialText: string | null;
  /** SMARTSPACE_LANG. */
  readonly environmentLanguage: string | undefined;
  /** The system's language tag. */
  readonly systemLanguage: string;
  readonly logger: Logger;
}

/** Owns what the agent chose on this computer, and what counts of it. Changes count at once and reach the file soon after. */
export class SettingsService {
  readonly #options: SettingsServiceOptions;
  readonly #state: ObservableState<SettingsState>;
  #rules = noRules;
  #file: SettingsFile;
  #written: SettingsFile;
  #writing: Promise<void> | undefined;
  /** Files are touched one after the other; a damaged one is put aside before the first write. */
  readonly #prepared: Promise<void>;

  constructor(options: SettingsServiceOptions) {
    this.#options = options;
    const { settings, isCorrupted } = parseSettingsFile(options.initialText);
    this.#file = settings;
    this.#written = settings;
    this.#state = new ObservableState(this.#stateOf(settings));
    this.#prepared = isCorrupted ? this.#putAside() : Promise.resolve();
  }

  get state(): Observable<SettingsState> {
    return this.#state;
  }

  /** Whether a login may be in the keychain; see `settingsFileSchema`. */
  get hadSession(): boolean {
    return this.#file.hadSession;
  }

  /** Has policies decide from now on about what they have a say in. */
  obey(rules: SettingsRules): void {
    this.#rules = rules;
    this.#tell();
  }

  /** Also what doesn't count for now. */
  get chosen(): ChosenSettings {
    const { microsoftPlace, closesToTray, startsAtLogin } = this.#file;
    return { microsoftPlace, closesToTray, startsAtLogin };
  }

  /** Takes nothing for what is enforced: it would only count once nobody thinks of it any more. */
  change(change: SettingsChange): void {
    const { language = this.#file.language, theme = this.#file.theme } = change;
    const { microsoftPlace = this.#file.microsoftPlace } = change;
    const { enforced } = this.#state.value;
    const choiceOf = (name: EnforceableSetting) =>
      (enforced.includes(name) ? undefined : change[name]) ?? this.#file[name];
    this.#replace({
      ...this.#file,
      ...{ language, theme, microsoftPlace },
      ...{ closesToTray: choiceOf('closesToTray'), startsAtLogin: choiceOf('startsAtLogin') },
      isSideMenuCollapsed: change.isSideMenuCollapsed ?? this.#file.isSideMenuCollapsed,
    });
  }

  /** The next login screen offers this e-mail. */
  rememberEmail(email: string): void {
    this.#replace({ ...this.#file, lastEmail: email });
  }

  /** Whether the next start is to look for a stored login. */
  setHadSession(hadSession: boolean): void {
    this.#replace({ ...this.#file, hadSession });
  }

  /** Whether the agent knows where a window goes that is closed to the tray. */
  get isTrayExplained(): boolean {
    return this.#file.isTrayExplained;
  }

  setTrayExplained(): void {
    this.#replace({ ...this.#file, isTrayExplained: true });
  }

  /** Whether the system may have been told to start the app at login; see `settingsFileSchema`. */
  get hasLoginEntry(): boolean {
    return this.#file.hasLoginEntry;
  }

  setHasLoginEntry(hasLoginEntry: boolean): void {
    this.#replace({ ...this.#file, hasLoginEntry });
  }

  /** Resolves once everything changed so far is in the file, or could not be written. */
  async flush(): Promise<void> {
    await this.#prepared;
    await this.#writing;
  }

  /** Has everything changed so far in the file before it returns. */
  flushAtOnce(): void {
    if (this.#written === this.#file) return;
    const file = this.#file;
    writeSettingsTextAtOnce(this.#options.folder, textOf(file));
    this.#written = file;
  }

  #replace(file: SettingsFile): void {
    if (JSON.stringify(file) === JSON.stringify(this.#file)) return;
    this.#file = file;
    this.#tell();
    this.#writing ??= this.#write().finally(() => (this.#writing = undefined));
  }

  #tell(): void {
    const state = this.#stateOf(this.#file);
    if (JSON.stringify(state) !== JSON.stringify(this.#state.value)) this.#state.set(state);
  }

  /** Goes on until what is in the file is what counts: changes made while writing go out together. */
  async #write(): Promise<void> {
    await this.#prepared;
    while (this.#written !== this.#file) {
      const file = this.#file;
      try {
        await writeSettingsText(this.#options.folder, textOf(file));
      } catch (error) {
        this.#options.logger.warn('the settings could not be written', { ...describeError(error) });
      }
      this.#written = file;
    }
  }

  async #putAside(): Promise<void> {
    this.#options.logger.warn('the settings file is damaged; it is kept aside');
    try {
      await putCorruptedSettingsAside(this.#options.folder);
    } catch (error) {
      this.#options.logger.warn('the damaged settings file could not be kept aside', { ...describeError(error) });
    }
  }

  #stateOf(file: SettingsFile): SettingsState {
    const { language, theme, isSideMenuCollapsed, microsoftPlace, lastEmail } = file;
    const { environmentLanguage, systemLanguage } = this.#options;
    return {
      language,
      theme,
      isSideMenuCollapsed,
      microsoftPlace,
      ...this.#rules.decideSettings(file),
      lastEmail,
      effectiveLanguage: effectiveLanguage({
        chosen: language,
        environment: environmentLanguage,
        system: systemLanguage,
      }),
    };
  }
}

const textOf = (file: SettingsFile): string => `${JSON.stringify(file, null, 2)}\n`;
