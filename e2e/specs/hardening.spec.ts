import { logIn, waitForUsableLogin } from '../support/screens';
import { expect, test } from '../support/test';
import { eventVerbs, requestVerbs } from '../../shared/ipc/desktop';

const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "media-src 'self' blob:; connect-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

test('our page has a policy, a sandbox and a door of named verbs, and neither Node nor downloads', async ({
  launch,
  ana,
}) => {
  const app = await launch();
  await waitForUsableLogin(app.page);
  await test.step('every page and every script comes with the content policy, letter for letter', async () => {
    const policies = await app.page.evaluate(async () => {
      const script = document.querySelector('script')?.src ?? '';
      const answers = await Promise.all([location.href, script].map((address) => fetch(address)));
      return answers.map(({ status, headers }) => [
        status,
        headers.get('content-security-policy'),
        headers.get('x-content-type-options'),
      ]);
    });
    expect(policies).toEqual([
      [200, contentSecurityPolicy, 'nosniff'],
      [200, contentSecurityPolicy, 'nosniff'],
    ]);
  });
  await test.step('a download comes to nothing', async () => {
    await app.application.evaluate(({ session }) => {
      const downloads: boolean[] = [];
      Reflect.set(globalThis, 'downloads', downloads);
      session.defaultSession.on('will-download', (event) => {
        downloads.push(event.defaultPrevented);
      });
    });
    await app.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['taken']));
      link.download = 'taken.txt';
      link.click();
    });
    await expect
      .poll(() => app.application.evaluate(() => Reflect.get(globalThis, 'downloads') as unknown))
      .toEqual([true]);
  });
  await test.step('the page has no Node, no Electron, and a door of named verbs that nobody can change', async () => {
    const found = await app.page.evaluate(() => ({
      globals: [
        'require',
        'module',
        'exports',
        'process',
        'Buffer',
        'global',
        '__dirname',
        'electron',
        'ipcRenderer',
        'setImmediate',
      ].filter((name) => name in globalThis),
      verbs: Object.keys(window.desktop).sort(),
      kinds: [...new Set(Object.values(window.desktop).map((verb) => typeof verb))],
      isFrozen: Object.isFrozen(window.desktop),
      property: Object.getOwnPropertyDescriptor(window, 'desktop'),
    }));
    expect(found.globals).toEqual([]);
    expect(found.verbs).toEqual([...Object.keys(requestVerbs), ...Object.keys(eventVerbs)].sort());
    expect(found.kinds).toEqual(['function']);
    expect(found.isFrozen).toBe(true);
    expect(found.property).toMatchObject({ writable: false, configurable: false });
  });
  // Comes last: it leaves the page that the others look at.
  await test.step('every renderer is sandboxed, isolated and without Node, as the app starts and as it is used', async () => {
    const preferences = () =>
      app.application.evaluate(({ webContents }) =>
        webContents.getAllWebContents().map((contents) => {
          // Not in the typings; Electron's own way to look at them.
          const door = contents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
          return door.getLastWebPreferences();
        }),
      );
    const hard = {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    };
    for (const found of await preferences()) expect(found).toMatchObject(hard);
    await logIn(app.page, ana);
    const used = await preferences();
    expect(used).toHaveLength(1);
    for (const found of used) expect(found).toMatchObject(hard);
  });
});

test('the door is for our own window on our own page, and our pages are for our own session', async ({ launch }) => {
  const app = await launch();
  await waitForUsableLogin(app.page);
  await test.step('another window with our preload on our page is refused by the door', async () => {
    const answer = await app.application.evaluate(async ({ app: electronApp, BrowserWindow }) => {
      const preload = `${electronApp.getAppPath()}/out/preload/index.cjs`;
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      });
      await window.loadURL('smartspace-app://bundle/login.pt-BR.html');
      const said: unknown = await window.webContents.executeJavaScript(
        'window.desktop.tellReady().then(() => "answered", (error) => error.message)',
      );
      window.destroy();
      return said;
    });
    expect(answer).toContain('app:ready refused: the sender');
  });
  await test.step('a stored page of our scheme can not be reached from another session', async () => {
    const answer = await app.application.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { partition: 'elsewhere' } });
      const said = await window.loadURL('smartspace-app://bundle/login.pt-BR.html').then(
        () => 'loaded',
        () => 'refused',
      );
      window.destroy();
      return said;
    });
    expect(answer).toBe('refused');
  });
  // Comes last: it takes our page away.
  await test.step('our own window on a page of another scheme is refused by the door', async () => {
    const answer = await app.application.evaluate(async ({ BrowserWindow }) => {
      const [ours, ...others] = BrowserWindow.getAllWindows();
      if (ours === undefined || others.length > 0) throw new Error('There is not just our own window');
      await ours.loadURL('data:text/html,<p>elsewhere</p>');
      const said: unknown = await ours.webContents.executeJavaScript(
        'window.desktop.tellReady().then(() => "answered", (error) => error.message)',
      );
      return said;
    });
    expect(answer).toContain('app:ready refused: the sender');
  });
});
