import {
  expectRefusal,
  expectSamePage,
  openHostilePage,
  openedLinks,
  recordOpenedLinks,
  refusalOf,
  ruleAgainst,
} from '../support/hostilePage';
import { expect, test } from '../support/test';

// Each of these runs in our own page, as if somebody else's script had got into it.

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

test('leaving our page comes to nothing', async ({ launch, profile }) => {
  const app = await openHostilePage(launch);
  await recordOpenedLinks(app);
  for (const [name, attempt] of navigations) {
    await test.step(`${name} is refused`, async () => {
      await expectRefusal(profile, 'navigation', () => app.page.evaluate(attempt));
      await expectSamePage(app);
      expect(await openedLinks(app)).toEqual([]);
    });
  }
  await test.step('to a file, to data or by a script address comes to nothing', async () => {
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
  await test.step('by a form is refused by the content policy', async () => {
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

test('new windows and the door let nothing out but links that can do no harm', async ({ launch, profile }) => {
  const app = await openHostilePage(launch);
  await test.step('open nothing; https, mailto and tel go to the operating system, and nothing else does', async () => {
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
  await test.step('the door opens the same links, and tells of those it refuses', async () => {
    await recordOpenedLinks(app);
    const ask = (link: string) => app.page.evaluate((target) => window.desktop.openLink({ link: target }), link);
    expect(await ask('https://www.aurora.example/ajuda')).toBe(true);
    for (const link of ['javascript:alert(1)', 'file:///etc/passwd', 'http://aurora.example', 'smartspace://x', 'x']) {
      expect(await ask(link)).toBe(false);
    }
    expect(await openedLinks(app)).toEqual(['https://www.aurora.example/ajuda']);
  });
});

test('a page gets no webview, no second door, no file but those of our pages, and no service worker', async ({
  launch,
}) => {
  const app = await openHostilePage(launch);
  const { page } = app;
  await test.step('a webview is an unknown element and loads nothing', async () => {
    const kind = await page.evaluate(() => {
      const view = document.createElement('webview');
      view.setAttribute('src', 'https://attacker.example/');
      document.body.append(view);
      return `${view.constructor.name} ${String('getWebContentsId' in view)}`;
    });
    expect(kind).toMatch(/^HTML(Unknown)?Element false$/);
    await expectSamePage(app);
  });
  await test.step('a frame without an address has no door', async () => {
    const door = await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      return String(Reflect.get(frame.contentWindow ?? {}, 'desktop') as unknown);
    });
    expect(door).toBe('undefined');
  });
  await test.step('no path leads out of the folder with our pages', async () => {
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
  await test.step('a service worker can not be registered', async () => {
    const refusal = await refusalOf(page, () => {
      const workers = Reflect.get(navigator, 'serviceWorker') as ServiceWorkerContainer | undefined;
      if (workers === undefined) throw new TypeError('There are none');
      return workers.register('smartspace-app://bundle/assets/worker.js');
    });
    expect(['TypeError', 'SecurityError', 'NotSupportedError']).toContain(refusal);
  });
});
