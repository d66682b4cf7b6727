import path from 'node:path';
import type { RunningApp } from '../support/app';
import { logIn } from '../support/screens';
import { expect, test } from '../support/test';
import { eventVerbs, requestVerbs } from '../../shared/ipc/desktop';

const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "media-src 'self' blob:; connect-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const preload = path.resolve(import.meta.dirname, '../../out/preload/index.cjs');

const isUsable = ({ page }: RunningApp) => expect(page.getByRole('button', { name: 'Entrar' })).toBeVisible();

test('every page and every script comes with the content policy, letter for letter', async ({ launch }) => {
  const app = await launch();
  await isUsable(app);
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

test.describe('permissions', () => {
  const requests: readonly (readonly [name: string, ask: () => Promise<unknown>])[] = [
    [
      'the place',
      () =>
        new Promise((resolve, reject) => {
          navigator.geolocation.getCurrentPosition(resolve, ({ code }) => {
            reject(new Error(code === 1 ? 'denied' : 'other'));
          });
        }),
    ],
    ['the microphone', () => navigator.mediaDevices.getUserMedia({ audio: true })],
    ['the camera', () => navigator.mediaDevices.getUserMedia({ video: true })],
    ['the screen', () => navigator.mediaDevices.getDisplayMedia({ video: true })],
    ['reading the clipboard', () => navigator.clipboard.readText()],
    ['writing the clipboard', () => navigator.clipboard.writeText('overwritten')],
    [
      'USB',
      () =>
        (Reflect.get(navigator, 'usb') as { requestDevice(options: object): Promise<unknown> }).requestDevice({
          filters: [],
        }),
    ],
    ['serial ports', () => (Reflect.get(navigator, 'serial') as { requestPort(): Promise<unknown> }).requestPort()],
    [
      'Bluetooth',
      () =>
        (Reflect.get(navigator, 'bluetooth') as { requestDevice(options: object): Promise<unknown> }).requestDevice({
          acceptAllDevices: true,
        }),
    ],
    ['MIDI', () => navigator.requestMIDIAccess({ sysex: true })],
    ['the pointer', async () => document.body.requestPointerLock()],
    ['staying awake', () => navigator.wakeLock.request('screen')],
    [
      'the idle state',
      () =>
        (Reflect.get(globalThis, 'IdleDetector') as { requestPermission(): Promise<string> })
          .requestPermission()
          .then((answer) => {
            if (answer === 'denied') throw new Error('denied');
          }),
    ],
    [
      'the fonts',
      () =>
        (Reflect.get(globalThis, 'queryLocalFonts') as () => Promise<readonly unknown[]>)().then((fonts) => {
          if (fonts.length === 0) throw new Error('denied');
        }),
    ],
    [
      'notifications',
      () =>
        Notification.requestPermission().then((answer) => {
          if (answer === 'denied') throw new Error('denied');
        }),
    ],
  ];
  for (const [name, ask] of requests) {
    test(`${name}: refused`, async ({ launch }) => {
      const app = await launch();
      await isUsable(app);
      await app.page.evaluate(`window.ask = ${ask.toString()}`);
      const outcome = await app.page.evaluate(() =>
        (Reflect.get(window, 'ask') as () => Promise<unknown>)().then(
          () => 'allowed',
          () => 'refused',
        ),
      );
      expect(outcome).toBe('refused');
    });
  }

  test('the whole screen: not given', async ({ launch }) => {
    const app = await launch();
    await isUsable(app);
    // A refusal leaves the request unanswered; the answer to one that comes after it shows that it has been decided.
    const isFull = await app.page.evaluate(async () => {
      void document.documentElement.requestFullscreen().catch(() => undefined);
      await new Promise<void>((resolve) => {
        const answered = () => {
          resolve();
        };
        navigator.geolocation.getCurrentPosition(answered, answered);
      });
      return document.fullscreenElement !== null;
    });
    expect(isFull).toBe(false);
    const windowIsFull = await app.application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some((window) => window.isFullScreen()),
    );
    expect(windowIsFull).toBe(false);
  });

  test('HID devices: none is given', async ({ launch }) => {
    const app = await launch();
    await isUsable(app);
    const devices = await app.page.evaluate(async () => {
      const hid = Reflect.get(navigator, 'hid') as { requestDevice(options: object): Promise<readonly unknown[]> };
      return (await hid.requestDevice({ filters: [] }).catch(() => [])).length;
    });
    expect(devices).toBe(0);
  });

  test('none is found granted', async ({ launch }) => {
    const app = await launch();
    await isUsable(app);
    const states = await app.page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'microphone',
        'camera',
        'clipboard-read',
        'clipboard-write',
        'midi',
      ];
      const answers = await Promise.all(
        names.map((name) => navigator.permissions.query({ name: name as PermissionName })),
      );
      return answers.filter(({ state }) => state === 'granted').map((_answer, index) => names[index]);
    });
    expect(states).toEqual([]);
    expect(await app.page.evaluate(() => Notification.permission)).toBe('denied');
  });
});

test('a download comes to nothing', async ({ launch }) => {
  const app = await launch();
  await isUsable(app);
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

test('the page has no Node, no Electron, and a door of named verbs that nobody can change', async ({ launch }) => {
  const app = await launch();
  await isUsable(app);
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

test('every renderer is sandboxed, isolated and without Node, as the app starts and as it is used', async ({
  launch,
  ana,
}) => {
  const app = await launch();
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

test('another window with our preload on our page is refused by the door', async ({ launch }) => {
  const app = await launch();
  await isUsable(app);
  const answer = await app.application.evaluate(async ({ BrowserWindow }, script) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { preload: script, sandbox: true, contextIsolation: true },
    });
    await window.loadURL('smartspace-app://bundle/login.pt-BR.html');
    const said: unknown = await window.webContents.executeJavaScript(
      'window.desktop.tellReady().then(() => "answered", (error) => error.message)',
    );
    window.destroy();
    return said;
  }, preload);
  expect(answer).toContain('app:ready refused: the sender');
});

test('our own window on a page of another scheme is refused by the door', async ({ launch }) => {
  const app = await launch();
  await isUsable(app);
  const answer = await app.application.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    await contents?.loadURL('data:text/html,<p>elsewhere</p>');
    const said: unknown = await contents?.executeJavaScript(
      'window.desktop.tellReady().then(() => "answered", (error) => error.message)',
    );
    return said;
  });
  expect(answer).toContain('app:ready refused: the sender');
});

test('a stored page of our scheme can not be reached from another session', async ({ launch }) => {
  const app = await launch();
  await isUsable(app);
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
