import { expect, test } from '../support/test';

/**
 * What a page of ours must not get, how it would ask, and what the refusal is called, which tells it from a computer that
 * has no such thing. Written as text: most of it is in no typings.
 */
const requests: readonly (readonly [name: string, ask: string, refusal: string])[] = [
  [
    'the place',
    'new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, ({ code }) => reject(new Error(`code ${code}`))))',
    'Error: code 1',
  ],
  ['the screen', 'navigator.mediaDevices.getDisplayMedia({ video: true })', 'NotAllowedError'],
  ['reading the clipboard', 'navigator.clipboard.readText()', 'NotAllowedError'],
  ['writing the clipboard', 'navigator.clipboard.writeText("overwritten")', 'NotAllowedError'],
  ['MIDI', 'navigator.requestMIDIAccess({ sysex: true })', 'NotAllowedError'],
  ['the pointer', 'document.body.requestPointerLock()', 'SecurityError'],
  ['staying awake', 'navigator.wakeLock.request("screen")', 'NotAllowedError'],
  ['the idle state', 'IdleDetector.requestPermission().then((answer) => Promise.reject(answer))', 'denied'],
  ['notifications', 'Notification.requestPermission().then((answer) => Promise.reject(answer))', 'denied'],
  ['the fonts', 'queryLocalFonts().then((fonts) => Promise.reject(fonts.length))', '0'],
];

test('a page of ours is given nothing of the computer', async ({ launch }) => {
  const { application, page } = await launch();
  await expect(page.getByRole('button', { name: 'Entrar' })).toBeVisible();
  await test.step('each is found denied before it is asked for', async () => {
    const names = ['geolocation', 'notifications', 'microphone', 'camera', 'clipboard-read', 'clipboard-write', 'midi'];
    for (const name of names) {
      const state = await page.evaluate(`navigator.permissions.query({ name: '${name}' }).then(({ state }) => state)`);
      expect(state, name).toBe('denied');
    }
    expect(await page.evaluate(() => Notification.permission)).toBe('denied');
  });
  // Comes before the place is asked for: a page may remember that answer, which would then tell nothing of main.
  await test.step('the whole screen: not given', async () => {
    // A refusal leaves the request unanswered; the answer to one that comes after it shows that it has been decided.
    const isFull = await page.evaluate(async () => {
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
    const isWindowFull = await application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some((window) => window.isFullScreen()),
    );
    expect(isWindowFull).toBe(false);
  });
  await test.step('a page of ours is refused whatever it asks for', async () => {
    for (const [name, ask, refusal] of requests) {
      await page.evaluate(`window.ask = () => ${ask}.then(() => 'allowed', (error) => String(error))`);
      // Asked in a call of its own, which counts as the agent's own doing: without it some are not even considered.
      const outcome = await page.evaluate(() => (Reflect.get(window, 'ask') as () => Promise<string>)());
      expect.soft(outcome, name).toMatch(new RegExp(`^${refusal}`));
    }
  });
  await test.step('devices: none is given', async () => {
    for (const ask of [
      'navigator.hid.requestDevice({ filters: [] })',
      'navigator.usb.requestDevice({ filters: [] })',
      'navigator.serial.requestPort()',
    ]) {
      const devices = await page.evaluate(`${ask}.then((devices) => [devices].flat().length, () => 0)`);
      expect(devices, ask).toBe(0);
    }
  });
});
