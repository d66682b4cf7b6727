import { closeWindow } from '../support/app';
import { countPlatformRequests, recordPlatformRequests, setNetwork } from '../support/platformRequests';
import { expectLoginScreen, logIn, logOut, waitForUsableLogin } from '../support/screens';
import { startUntrustedServer } from '../support/untrustedServer';
import { holdScripts } from '../support/holdScripts';
import { freePort } from '../support/freePort';
import { expect, test } from '../support/test';
import type { Control } from '../support/control';
import type { Page } from 'playwright';
import type { PasswordAgent } from '../support/test';

const email = (page: Page) => page.getByRole('textbox', { name: 'E-mail' });
const password = (page: Page) => page.getByRole('textbox', { name: 'Senha' });
const enter = (page: Page) => page.getByRole('button', { name: 'Entrar' });
const shell = (page: Page) => page.getByRole('navigation', { name: 'Menu principal' });

const tryLogIn = async (page: Page, agent: PasswordAgent, typed = agent.password) => {
  await email(page).fill(agent.email);
  await password(page).fill(typed);
  await enter(page).click();
};

test.describe('what went wrong is said in one clear text', () => {
  test('a wrong password, with the password ready to be typed over', async ({ launch, control, ana }) => {
    const { page } = await launch();
    await tryLogIn(page, ana, 'Errada@2026');
    await expect(page.getByRole('alert')).toContainText('E-mail ou senha incorretos');
    await expect(password(page)).toBeFocused();
    expect((await control.state()).sessions).toEqual([]);
    await page.keyboard.type(ana.password);
    await page.keyboard.press('Enter');
    await expect(shell(page)).toBeVisible();
  });

  test('an account locked after five wrong passwords, with until when', async ({ launch, control, ana }) => {
    const { page } = await launch();
    for (let attempt = 1; attempt < 5; attempt += 1) {
      await tryLogIn(page, ana, `Errada@202${String(attempt)}`);
      await expect(page.getByRole('alert')).toContainText('E-mail ou senha incorretos');
      await expect(enter(page)).not.toHaveAttribute('aria-busy', 'true');
    }
    const before = Date.parse((await control.state()).time);
    await tryLogIn(page, ana, 'Errada@2025');
    await expect(page.getByRole('alert')).toContainText('Conta bloqueada até');
    const after = Date.parse((await control.state()).time);
    const time = new Intl.DateTimeFormat('pt-BR', { hour: '2-digit', minute: '2-digit' });
    const lock = 15 * 60_000;
    const possible = [before, after].map((now) => `Conta bloqueada até ${time.format(now + lock)}`);
    const said = await page.getByRole('alert').innerText();
    expect(possible.some((text) => said.includes(text))).toBe(true);
    await expect(page.getByRole('alert').getByRole('timer')).toHaveText(/^Faltam 1[45]:\d\d$/);

    // Even with the right password.
    await tryLogIn(page, ana);
    await expect(page.getByRole('alert')).toContainText('Conta bloqueada até');
    expect((await control.state()).sessions).toEqual([]);
  });

  const answers: readonly (readonly [
    name: string,
    faults: Parameters<Control['faults']>[0],
    texts: readonly (string | RegExp)[],
    timers?: readonly RegExp[],
  ])[] = [
    [
      'too many tries, with when to try again',
      { status: { status: 429, retryAfterSeconds: 3600, pathPrefix: '/v1/auth/login' } },
      ['Tentativas demais em pouco tempo', /Espere até \d\d:\d\d e tente de novo\./],
      [/^Faltam (59:\d\d|01:00:00)$/],
    ],
    [
      'a platform that is down for maintenance, with its code',
      { status: { status: 503 } },
      ['A plataforma não está respondendo', '(código 503)'],
    ],
    ...(['wrong-shape', 'not-json'] as const).map(
      (as) =>
        [
          `an answer that is not understood (${as}), with where`,
          { malformed: { as, pathPrefix: '/v1/auth/login' } },
          ['A plataforma deu uma resposta que este aplicativo não entende', /Informe ao suporte: .*logIn/],
        ] as const,
    ),
  ];
  test(`what the platform answered: ${answers.map(([name]) => name).join('; ')}`, async ({ launch, control, ana }) => {
    const { page } = await launch();
    for (const [name, faults, texts, timers = []] of answers) {
      await test.step(name, async () => {
        await page.reload();
        await waitForUsableLogin(page);
        await expect(page.getByRole('alert')).toHaveCount(0);
        await control.faults({ clear: true, ...faults });
        await tryLogIn(page, ana);
        for (const text of texts) await expect(page.getByRole('alert')).toContainText(text);
        await expect(page.getByRole('alert').getByRole('timer')).toHaveText([...timers]);
        await expect(shell(page)).toHaveCount(0);
      });
    }
  });

  test('no network, and afterwards the same button logs in', async ({ launch, ana }) => {
    const app = await launch();
    const { page } = app;
    await setNetwork(app, false);
    await tryLogIn(page, ana);
    await expect(page.getByRole('alert')).toContainText('Este computador está sem rede');
    await setNetwork(app, true);
    await enter(page).click();
    await expect(shell(page)).toBeVisible();
  });

  test('a certificate that is not trusted, and nothing was sent', async ({ launch, ana }) => {
    const server = await startUntrustedServer();
    try {
      const { page } = await launch({ platformUrl: server.url });
      await tryLogIn(page, ana);
      await expect(page.getByRole('alert')).toContainText('A conexão com a plataforma não é segura');
      await expect(page.getByRole('alert')).toContainText(
        `Este computador não confia no certificado de ${new URL(server.url).host}.`,
      );
      expect(server.requestCount()).toBe(0);
    } finally {
      await server.stop();
    }
  });

  test('a platform where nothing listens', async ({ launch, ana }) => {
    const { page } = await launch({ platformUrl: `http://127.0.0.1:${String(await freePort())}` });
    await tryLogIn(page, ana);
    await expect(page.getByRole('alert')).toContainText('A plataforma não está respondendo');
  });
});

test.describe('an agent who is not ready for attendances', () => {
  test('gets the shell and what the administrator still has to do', async ({ launch, agents }) => {
    const { page } = await launch();
    const bruno = agents['bruno.carvalho'];
    if (bruno === undefined) throw new Error('The demo has no Bruno');
    await logIn(page, bruno);
    await expect(page.getByRole('heading', { name: 'O atendimento ainda não está habilitado' })).toBeVisible();
    await expect(page.getByText('Perfil omnichannel')).toBeVisible();
    await expect(page.getByText('Você ainda não foi vinculado a nenhuma fila.')).toBeVisible();
    await expect(page.getByText('Licença', { exact: true })).toHaveCount(0);
    await logOut(page);
    await expectLoginScreen(page);
  });

  test('gets no attendance module without the permission', async ({ launch, agents }) => {
    const { page } = await launch();
    const carla = agents['carla.nogueira'];
    if (carla === undefined) throw new Error('The demo has no Carla');
    await logIn(page, carla);
    await expect(page.getByText('Nenhum módulo liberado para você')).toBeVisible();
    await expect(shell(page).getByRole('button', { name: 'Atendimento' })).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Em atendimento' })).toHaveCount(0);
  });
});

test.describe('the form', () => {
  test('asks for both fields, hides the password, and is worked by keyboard alone', async ({ launch, ana }) => {
    const app = await launch();
    const { page } = app;
    await expect(email(page)).toBeFocused();
    await test.step('says under each field what is missing, and asks the platform nothing', async () => {
      await recordPlatformRequests(app);
      await enter(page).click();
      await expect(email(page)).toHaveAccessibleDescription('Digite seu e-mail');
      await expect(password(page)).toHaveAccessibleDescription('Digite sua senha');
      await expect(email(page)).toBeFocused();
      expect(await countPlatformRequests(app, 'POST /v1/auth/login')).toBe(0);
    });
    await test.step('shows and hides the password', async () => {
      await password(page).fill(ana.password);
      await expect(password(page)).toHaveAttribute('type', 'password');
      await page.getByRole('button', { name: 'Mostrar senha' }).click();
      await expect(password(page)).toHaveAttribute('type', 'text');
      await expect(password(page)).toHaveValue(ana.password);
      await page.getByRole('button', { name: 'Ocultar senha' }).click();
      await expect(password(page)).toHaveAttribute('type', 'password');
    });
    await test.step('says while Caps Lock is on', async () => {
      await expect(enter(page)).toBeVisible();
      // No keyboard of a test has the lock: the event carries it as the real one does.
      const press = (modifierCapsLock: boolean) =>
        password(page).evaluate((input, isOn) => {
          input.dispatchEvent(new KeyboardEvent('keydown', { key: 'A', bubbles: true, modifierCapsLock: isOn }));
        }, modifierCapsLock);
      const hint = page.getByText('Caps Lock está ativado');
      await expect
        .poll(async () => {
          await press(true);
          return hint.count();
        })
        .toBe(1);
      await press(false);
      await expect(hint).toHaveCount(0);
    });
    await test.step('starts in the e-mail, goes on by Tab and logs in by Enter', async () => {
      await page.reload();
      await waitForUsableLogin(page);
      await expect(email(page)).toBeFocused();
      await page.keyboard.type(ana.email);
      await page.keyboard.press('Tab');
      await expect(password(page)).toBeFocused();
      await page.keyboard.type(ana.password);
      await page.keyboard.press('Enter');
      await expect(shell(page)).toBeVisible();
    });
  });

  test('sends one login however often and fast the button is pressed', async ({ launch, control, ana }) => {
    const app = await launch();
    const { page } = app;
    await recordPlatformRequests(app);
    await control.faults({ delay: { milliseconds: 300, pathPrefix: '/v1/auth/login' } });
    await email(page).fill(ana.email);
    await password(page).fill(ana.password);
    await enter(page).dblclick();
    await page.keyboard.press('Enter');
    await expect(shell(page)).toBeVisible();
    expect(await countPlatformRequests(app, 'POST /v1/auth/login')).toBe(1);
    expect((await control.state()).sessions).toHaveLength(1);
  });

  test('keeps what was typed before its scripts ran', async ({ launch, ana }) => {
    const { page } = await launch();
    const release = await holdScripts(page);
    await page.reload({ waitUntil: 'commit' });
    await email(page).fill(ana.email);
    await password(page).pressSequentially('Giras');
    expect(await page.evaluate(() => performance.getEntriesByName('login-usable').length)).toBe(0);
    release();
    await expect.poll(() => page.evaluate(() => performance.getEntriesByName('login-usable').length)).toBe(1);
    await expect(email(page)).toHaveValue(ana.email);
    await expect(password(page)).toHaveValue('Giras');
    await password(page).pressSequentially('sol@2026');
    await page.keyboard.press('Enter');
    await expect(shell(page)).toBeVisible();
  });

  test('sends what was sent before its scripts ran', async ({ launch, ana }) => {
    const { page } = await launch();
    await waitForUsableLogin(page);
    const release = await holdScripts(page);
    await page.reload({ waitUntil: 'commit' });
    await tryLogIn(page, ana);
    expect(await page.evaluate(() => performance.getEntriesByName('login-usable').length)).toBe(0);
    release();
    await expect(shell(page)).toBeVisible();
  });

  test('remembers the last e-mail after a restart, with the cursor in the password', async ({ launch, ana }) => {
    const first = await launch();
    await logIn(first.page, ana);
    await logOut(first.page);
    await expectLoginScreen(first.page);
    await expect(email(first.page)).toHaveValue(ana.email);
    await closeWindow(first);
    expect(await first.exited).toBe(0);

    const { page } = await launch();
    await expect(email(page)).toHaveValue(ana.email);
    await expect(password(page)).toBeFocused();
    await expect(password(page)).toHaveValue('');
  });
});
