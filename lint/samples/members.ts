import type { Sample } from './sample';

const owned = ['house/owned-members'];
const app = `import { app } from 'electron';`;
const window = `import type { BrowserWindow } from 'electron'; declare const main: BrowserWindow;`;
const desktop = `declare global { interface Window { readonly desktop: { signIn(): void } } }`;

/** What could get around the house, and who alone may use it. */
export const memberSamples: readonly Sample[] = [
  { at: 'electron/main/lifecycle/a.ts', code: `${app} app.quit(); app.exit(); app.relaunch(); process.exit(0);` },
  { at: 'electron/main/testing/a.ts', code: `${app} app.exit();` },
  { at: 'electron/main/a.ts', code: `${app} app.quit();`, rules: owned, says: 'requestLeave' },
  { at: 'electron/main/a.ts', code: `${app} app.exit();`, rules: owned, says: 'App.exit' },
  { at: 'electron/main/a.ts', code: `${app} app['relaunch']();`, rules: owned, says: 'App.relaunch' },
  {
    at: 'electron/main/a.ts',
    code: `${app} const { quit } = app; quit();`,
    rules: ['@typescript-eslint/unbound-method', ...owned],
  },
  { at: 'electron/main/a.ts', code: `${app} const host: Pick<typeof app, 'quit'> = app; host.quit();`, rules: owned },
  { at: 'electron/main/a.ts', code: `export const quit = (parts: { quit(): void }) => parts.quit();` },
  { at: 'electron/main/lifecycle/a.ts', code: `${window} main.destroy(); main.webContents.reload(); main.reload();` },
  { at: 'electron/main/windows/a.ts', code: `${window} main.close();` },
  {
    at: 'electron/main/windows/a.ts',
    code: `${window} main.destroy();`,
    rules: owned,
    says: 'destroy. It is a way out',
  },
  { at: 'electron/main/a.ts', code: `import { connect } from 'node:net'; connect(1).destroy();` },
  { at: 'electron/main/a.ts', code: `${window} main.reload();`, rules: owned, says: 'requestLeave' },
  {
    at: 'electron/main/a.ts',
    code: `${window} main.webContents.reloadIgnoringCache();`,
    rules: owned,
    says: 'requestLeave',
  },
  {
    at: 'electron/main/a.ts',
    code: `${window} main.webContents.forcefullyCrashRenderer();`,
    rules: owned,
    says: 'way out',
  },
  {
    at: 'electron/main/updates/a.ts',
    code: `import { autoUpdater } from 'electron'; autoUpdater.quitAndInstall();`,
    rules: owned,
    says: 'quitAndInstall',
  },
  {
    at: 'electron/main/updates/a.ts',
    code: `import { NsisUpdater } from 'electron-updater'; new NsisUpdater().quitAndInstall();`,
    rules: owned,
    says: 'AppUpdater.quitAndInstall',
  },
  {
    at: 'electron/main/updates/a.ts',
    code: `interface UpdateDriver { install(): boolean } declare const driver: UpdateDriver; driver.install();`,
    rules: owned,
    says: 'requestLeave',
  },
  {
    at: 'electron/main/ipc/a.ts',
    code: `class UpdateService { installNow() {} } new UpdateService().installNow();`,
    rules: owned,
    says: 'ask requestLeave',
  },
  { at: 'electron/main/a.ts', code: `process.exit(1);`, rules: owned, says: 'Process.exit' },
  { at: 'electron/main/a.ts', code: `process.abort();`, rules: owned, says: 'Process.abort' },
  { at: 'electron/main/a.ts', code: `process.kill(process.pid);`, rules: owned, says: 'Process.kill' },
  { at: 'renderer/app/a.ts', code: `location.reload();`, rules: owned, says: 'reloading goes through requestLeave' },
  { at: 'renderer/app/a.ts', code: `window.location.assign('/');`, rules: owned, says: 'what a window shows' },
  { at: 'renderer/app/a.ts', code: `history.back();`, rules: owned, says: 'what a window shows' },
  { at: 'renderer/app/a.ts', code: `location.replace('/');`, rules: owned, says: 'Location.replace' },
  { at: 'renderer/app/a.ts', code: `history.go(-1);`, rules: owned, says: 'History.go' },
  { at: 'renderer/app/a.ts', code: `history.forward();`, rules: owned, says: 'History.forward' },
  { at: 'electron/main/ipc/a.ts', code: `${window} main.webContents.send('session:changed', null);` },
  {
    at: 'electron/main/a.ts',
    code: `${window} main.webContents.send('a:b');`,
    rules: owned,
    says: 'electron/main/ipc',
  },
  { at: 'electron/main/a.ts', code: `${window} main.webContents.postMessage('a:b', 1);`, rules: owned, says: 'Send' },
  { at: 'electron/main/a.ts', code: `${window} main.webContents.ipc.removeAllListeners();`, rules: owned, says: 'ipc' },
  {
    at: 'electron/main/a.ts',
    code: `${window} void main.webContents.executeJavaScript('1');`,
    rules: owned,
    says: 'script',
  },
  {
    at: 'electron/main/a.ts',
    code: `${window} void main.webContents.executeJavaScriptInIsolatedWorld(1, []);`,
    rules: owned,
    says: 'executeJavaScriptInIsolatedWorld',
  },
  { at: 'electron/main/shell/a.ts', code: `import { shell } from 'electron'; void shell.openExternal('');` },
  {
    at: 'electron/main/queues/a.ts',
    code: `import { shell } from 'electron'; void shell.openExternal('');`,
    rules: owned,
    says: 'allow-list',
  },
  {
    at: 'electron/main/queues/a.ts',
    code: `import { shell } from 'electron'; void shell.openPath('');`,
    rules: owned,
    says: 'allow-list',
  },
  { at: 'renderer/desktop/a.ts', code: `${desktop} export const signIn = () => window.desktop.signIn();` },
  { at: 'renderer/app/a.ts', code: `${desktop} window.desktop.signIn();`, rules: owned, says: 'renderer/desktop' },
  { at: 'renderer/app/a.ts', code: `${desktop} const { desktop } = window; desktop.signIn();`, rules: owned },
  { at: 'renderer/app/a.ts', code: `${desktop} const view: Window = self; view.desktop.signIn();`, rules: owned },
];
