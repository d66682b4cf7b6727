import { AppImageUpdater, CancellationToken, MacUpdater, NsisUpdater } from 'electron-updater';
import type { AppUpdater } from 'electron-updater';
import { keepingFile } from './keepingFile';
import { describeUpdateFailure } from './updateFailures';
import { UpdateError } from './updateDriver';
import type { DriverChannel, UpdateDriver } from './updateDriver';

export interface ElectronUpdaterOptions {
  readonly channel: DriverChannel;
  /** In place of the feed's address that the package carries, where the app is not packaged: a file like app-update.yml. */
  readonly developmentConfiguration: string | null;
}

/** The library's own choice takes system packages in; those are not ours to replace (docs/decisions/0016). */
const createUpdater = (): AppUpdater => {
  if (process.platform === 'win32') return new NsisUpdater();
  return process.platform === 'darwin' ? new MacUpdater() : new AppImageUpdater();
};

const translate = async <Value>(work: Promise<Value>): Promise<Value> => {
  try {
    return await work;
  } catch (error) {
    throw describeUpdateFailure(error);
  }
};

/** electron-updater 6 behind our port: the one file that knows it. */
export const createElectronUpdaterDriver = (options: ElectronUpdaterOptions): UpdateDriver => {
  const updater = createUpdater();
  updater.autoDownload = false;
  // On macOS the system fetches the update only with this, and without it would quit by itself some time after the
  // agent was asked. Elsewhere it would install in a quit that nobody was asked about, at a sign-out half of it.
  updater.autoInstallOnAppQuit = process.platform === 'darwin';
  updater.channel = options.channel === 'beta' ? 'beta' : 'latest';
  // Setting the channel has allowed it.
  updater.allowDowngrade = false;
  // Its words hold folders and addresses; what matters of them comes as errors.
  updater.logger = null;
  if (options.developmentConfiguration !== null) {
    updater.forceDevUpdateConfig = true;
    updater.updateConfigPath = options.developmentConfiguration;
  }
  let lastError: unknown = null;
  // Without a listener an error event would be thrown. Those of a check and of a download reject as well.
  updater.on('error', (error) => {
    lastError = error;
  });

  return {
    async check() {
      const answer = await translate(updater.checkForUpdates());
      if (answer?.isUpdateAvailable !== true) return null;
      const { version, releaseNotes } = answer.updateInfo;
      return { version, releaseNotes };
    },
    async download(onProgress, signal) {
      const token = new CancellationToken();
      const giveUp = () => {
        token.cancel();
      };
      const tellProgress = ({ percent }: { readonly percent: number }) => {
        onProgress(percent);
      };
      signal.addEventListener('abort', giveUp, { once: true });
      updater.on('download-progress', tellProgress);
      try {
        await translate(updater.downloadUpdate(token));
      } catch (error) {
        throw signal.aborted ? new UpdateError('interrupted', 'STANDSTILL') : error;
      } finally {
        signal.removeEventListener('abort', giveUp);
        updater.off('download-progress', tellProgress);
      }
    },
    install() {
      lastError = null;
      const start = (): boolean => {
        // Silent, and the new version starts after it. What goes wrong at once is told by the event, not thrown.
        updater.quitAndInstall(true, true);
        return lastError === null;
      };
      const appImage = process.platform === 'linux' ? process.env['APPIMAGE'] : undefined;
      if (appImage === undefined ? start() : keepingFile(appImage, start)) return true;
      throw describeUpdateFailure(lastError);
    },
  };
};
