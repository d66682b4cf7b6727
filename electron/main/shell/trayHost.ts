import { execFile } from 'node:child_process';

/** How long the desktop may take to answer, in milliseconds. */
const answerLimit = 2_000;

/**
 * Whether there is a tray that shows icons. Windows and macOS always have one. A Linux desktop has one where somebody
 * stands on the session's bus for it and shows what is given to them; GNOME for instance has not, without an extension.
 * Electron's own call succeeds without anything to be seen, so the bus is asked, with systemd's tool. Never rejects.
 */
export const hasTrayHost = (platform: NodeJS.Platform): Promise<boolean> => {
  if (platform !== 'linux') return Promise.resolve(true);
  const watcher = 'org.kde.StatusNotifierWatcher';
  const question = ['get-property', watcher, '/StatusNotifierWatcher', watcher, 'IsStatusNotifierHostRegistered'];
  return new Promise((resolve) => {
    execFile('busctl', ['--user', '--auto-start=no', ...question], { timeout: answerLimit }, (error, answer) => {
      resolve(error === null && answer.trim() === 'b true');
    });
  });
};
