/**
 * The house as lint sees it: which area may import which, and who alone may use what. Adding to these tables needs a
 * sample in samples.ts.
 */

/**
 * @typedef {object} Area
 * @property {string} folder
 * @property {readonly string[]} imports areas whose files it may import, besides its own
 * @property {readonly string[]} [testImports] areas that only its `*.test.ts` files may import as well
 * @property {readonly string[]} [onlyPackages] the packages it may import; without it, all but `noPackages`
 * @property {readonly string[]} [noPackages] the packages it may not import; `node:` stands for Node's own modules
 */

const drawing = ['react', 'react-dom', 'react-i18next', 'radix-ui', 'lucide-react', 'zustand', 'react-hook-form'];

const notInPages = ['electron', 'electron-log', 'keytar', 'axios', 'eventsource-parser', 'fastify', 'playwright'];

/**
 * The first folder here that holds a file is its area. Files in no area (the configuration in the root) may import
 * anything. Tests may import any package.
 *
 * @type {readonly Area[]}
 */
export const areas = [
  { folder: 'shared', imports: [], onlyPackages: ['zod'] },
  // Runs while the app is built, and draws the first paint with the real components.
  { folder: 'renderer/prerender', imports: ['renderer', 'shared'], noPackages: notInPages },
  { folder: 'renderer', imports: ['shared'], noPackages: ['node:', ...notInPages] },
  { folder: 'electron/main', imports: ['shared'], testImports: ['demo'], noPackages: [...drawing, 'fastify'] },
  { folder: 'electron/preload', imports: ['shared'], noPackages: ['node:', ...drawing, 'fastify', 'axios', 'keytar'] },
  { folder: 'demo', imports: ['shared'], noPackages: [...drawing, 'electron', 'axios', 'keytar'] },
  { folder: 'e2e', imports: ['shared', 'demo', 'packaging'] },
  { folder: 'bench', imports: ['shared', 'demo'] },
  // Decides what is packed, and is packed itself nowhere.
  { folder: 'packaging', imports: ['shared'], noPackages: ['electron', ...drawing, 'fastify', 'axios', 'keytar'] },
  { folder: 'scripts', imports: [] },
  { folder: 'lint', imports: [] },
];

/**
 * @typedef {object} OwnedImport
 * @property {string} what a package, or with `./` a folder of our own
 * @property {readonly string[]} [names] only these names of it
 * @property {boolean} [mayBeAwaited] whether `await import()` is open to everybody
 * @property {readonly string[]} owners folders that may import it
 * @property {string} instead what everybody else does
 */

/**
 * What one folder alone may import, in the product's own areas (electron, renderer, shared). Types may be imported
 * anywhere.
 *
 * @type {readonly OwnedImport[]}
 */
export const ownedImports = [
  {
    what: 'electron',
    names: ['ipcMain', 'MessageChannelMain'],
    owners: ['electron/main/ipc'],
    instead: 'Add the channel to shared/ipc and handle it through electron/main/ipc, which checks sender and payload.',
  },
  {
    what: 'electron',
    names: ['ipcRenderer', 'contextBridge'],
    owners: ['electron/preload'],
    instead: 'Add the verb to shared/ipc/desktop.ts; the preload exposes it.',
  },
  {
    what: 'electron-log',
    owners: ['electron/main/logging'],
    instead: 'Take a Logger (electron/main/logging/logger.ts) by constructor.',
  },
  {
    what: 'keytar',
    owners: ['electron/main/secrets'],
    instead: 'Take the SecretStore of electron/main/secrets by constructor.',
  },
  {
    what: '@azure/msal-node',
    owners: ['electron/main/microsoft', 'demo/testing'],
    instead: 'Take MicrosoftSignIn (electron/main/microsoft/microsoftSignIn.ts) by constructor.',
  },
  {
    what: 'axios',
    owners: ['electron/main/platform'],
    instead: 'Take the Platform (electron/main/platform/platform.ts) by constructor.',
  },
  {
    what: 'eventsource-parser',
    owners: ['electron/main/realtime'],
    instead: 'Take Realtime (electron/main/realtime/realtime.ts) by constructor.',
  },
  {
    what: 'electron-updater',
    owners: ['electron/main/updates'],
    instead: 'Take the UpdateService of electron/main/updates by constructor.',
  },
  {
    what: './electron/main/testing',
    mayBeAwaited: true,
    owners: ['electron/main/testing'],
    instead: 'Load test doors with await import(), and only when NODE_ENV is test, so that no package holds them.',
  },
];

/**
 * @typedef {object} OnlyEntry
 * @property {string} what a package
 * @property {string} entry the one place of it that may be imported
 * @property {string} instead why, and what to write
 */

/**
 * Packages with a large form and a small one: the product's own areas import the small one, types and tests too.
 *
 * @type {readonly OnlyEntry[]}
 */
export const onlyEntries = [
  {
    what: 'zod',
    entry: 'zod/mini',
    instead:
      'The large form is slow to build at the start. Write z.optional(a) for a.optional(), a.check(z.minLength(1)) for a.min(1).',
  },
];

/**
 * @typedef {object} OwnedMember
 * @property {readonly string[]} types the interfaces or classes that declare it
 * @property {string} [declaredBy] the package whose typings declare them; without it, our own code
 * @property {readonly string[]} members
 * @property {readonly string[]} owners folders that may use it
 * @property {string} instead what everybody else does
 */

const leaving = 'It is a way out: ask requestLeave of electron/main/lifecycle, which asks for vetoes first.';
const sending = 'Send through electron/main/ipc, which knows the channels and waits until the renderer is ready.';
const navigating = 'Only electron/main/windows decides what a window shows; reloading goes through requestLeave.';

/**
 * Members of others' objects that one folder alone may use, whatever the object is called.
 *
 * @type {readonly OwnedMember[]}
 */
export const ownedMembers = [
  {
    types: ['App'],
    declaredBy: 'electron',
    members: ['quit', 'exit', 'relaunch'],
    owners: ['electron/main/lifecycle', 'electron/main/testing'],
    instead: leaving,
  },
  {
    types: ['BaseWindow', 'BrowserWindow'],
    declaredBy: 'electron',
    members: ['destroy'],
    owners: ['electron/main/lifecycle', 'electron/main/testing'],
    instead: leaving,
  },
  {
    types: ['WebContents', 'WebFrameMain', 'BrowserWindow'],
    declaredBy: 'electron',
    members: ['reload', 'reloadIgnoringCache', 'forcefullyCrashRenderer'],
    owners: ['electron/main/lifecycle', 'electron/main/testing'],
    instead: leaving,
  },
  {
    types: ['AutoUpdater', 'AppUpdater'],
    declaredBy: 'electron',
    members: ['quitAndInstall'],
    owners: ['electron/main/lifecycle'],
    instead: leaving,
  },
  {
    types: ['AppUpdater', 'BaseUpdater', 'MacUpdater'],
    declaredBy: 'electron-updater',
    members: ['quitAndInstall'],
    owners: ['electron/main/updates/electronUpdaterDriver.ts'],
    instead: leaving,
  },
  {
    types: ['UpdateDriver'],
    members: ['install'],
    owners: ['electron/main/updates/updateService.ts'],
    instead: leaving,
  },
  {
    types: ['UpdateService'],
    members: ['installNow'],
    owners: ['electron/main/boot.ts'],
    instead: 'Only the exit that boot.ts hands to electron/main/lifecycle: ask requestLeave, as its install() does.',
  },
  {
    types: ['Process'],
    declaredBy: '@types/node',
    members: ['exit', 'abort', 'kill'],
    owners: ['electron/main/lifecycle', 'electron/main/testing'],
    instead: leaving,
  },
  {
    types: ['Location'],
    declaredBy: 'typescript',
    members: ['reload', 'assign', 'replace'],
    owners: [],
    instead: navigating,
  },
  { types: ['History'], declaredBy: 'typescript', members: ['go', 'back', 'forward'], owners: [], instead: navigating },
  {
    types: ['WebContents', 'WebFrameMain'],
    declaredBy: 'electron',
    members: ['send', 'postMessage', 'ipc'],
    owners: ['electron/main/ipc'],
    instead: sending,
  },
  {
    types: ['WebContents', 'WebFrameMain'],
    declaredBy: 'electron',
    members: ['executeJavaScript', 'executeJavaScriptInIsolatedWorld'],
    owners: ['electron/main/testing'],
    instead: 'Main runs no script in a page: send an event of the contract.',
  },
  {
    types: ['Shell'],
    declaredBy: 'electron',
    members: ['openExternal', 'openPath'],
    owners: ['electron/main/shell', 'electron/main/windows'],
    instead: 'Open links through electron/main/shell, which checks them against the allow-list.',
  },
  {
    types: ['Window'],
    members: ['desktop'],
    owners: ['renderer/desktop'],
    instead: 'Import the verb from renderer/desktop, which parses what comes back.',
  },
];

/**
 * @param {string} file a path from the root of the house, with slashes
 * @param {string} folder
 */
export const isIn = (file, folder) => `${file}/`.startsWith(`${folder}/`);

/** @param {string} file */
export const isTest = (file) => /\.test\.tsx?$/.test(file);

/**
 * @param {string} file
 * @returns {Area | undefined}
 */
export const areaOf = (file) => areas.find(({ folder }) => isIn(file, folder));

/**
 * Whether a file belongs to the product itself, not to what surrounds it.
 *
 * @param {string} file
 */
export const isProduct = (file) => ['electron', 'renderer', 'shared'].some((folder) => isIn(file, folder));
