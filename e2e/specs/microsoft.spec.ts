import { readIpcTraffic } from '../support/doors';
import { keychainEntries } from '../support/keychain';
import {
  logInWithMicrosoft,
  microsoftAgent,
  openedInBrowser,
  openMicrosoft,
  otherTitles,
  signInAtMicrosoft,
  trustingIdentity,
  watchBrowser,
} from '../support/microsoft';
import { filesHolding, readLog } from '../support/profileFiles';
import { logIn, logOut } from '../support/screens';
import { close, loginAgain, sessionId } from '../support/session';
import { expect, test } from '../support/test';
import type { RunningApp } from '../support/app';

const patient = { timeout: 45_000 };
const userMenu = ({ page }: RunningApp) => page.getByRole('button', { name: 'Menu do usuário' });

/** What logging in as this agent would leave behind, were it not wiped. */
const expectNoTraces = async (profile: string, words: readonly string[]) => {
  for (const word of words) expect(await filesHolding(profile, word), word).toEqual([]);
};

test.describe('with Microsoft', () => {
  test('an agent logs in, is still in after a restart, and logs out leaving no account behind', async ({
    demo,
    launch,
    control,
    profile,
  }) => {
    const fernanda = microsoftAgent(demo);
    const options = await trustingIdentity(demo, profile);
    const first = await launch({ ...options, env: { ...options.env, SMARTSPACE_LOG_LEVEL: 'debug' } });
    await logInWithMicrosoft(first, fernanda);
    await expect.poll(() => otherTitles(first)).toEqual([]);
    const before = await sessionId(control);
    await close(first);
    expect((await keychainEntries(profile)).filter((entry) => entry.startsWith('microsoft-'))).not.toEqual([]);

    const second = await launch(options);
    await expect(userMenu(second)).toContainText(fernanda.name);
    expect(await sessionId(control)).toBe(before);
    await logOut(second.page);
    await expect(second.page.getByRole('button', { name: 'Microsoft' })).toBeVisible();
    expect((await control.state()).sessions).toEqual([]);
    await close(second);

    expect(await keychainEntries(profile)).toEqual([]);
    await expectNoTraces(profile, [fernanda.password, fernanda.name, 'eyJ', 'refresh_token']);
    // The next login offers the last e-mail; nothing else knows it.
    expect(await filesHolding(profile, fernanda.email)).toEqual(['settings.json']);
    expect(await readLog(profile)).toContain('sign-in with Microsoft');
    expect(`${first.output()}${second.output()}`).not.toMatch(/eyJ|boreal\.example/);
  });

  test('a session that has ended is renewed without a window, gone on with over the screen, or said to have expired', async ({
    demo,
    launch,
    control,
    profile,
  }) => {
    const fernanda = microsoftAgent(demo);
    const options = await trustingIdentity(demo, profile);
    /** A refresh token lasts thirty days, and Microsoft's goes by the real clock. */
    const haveSessionExpire = async () => {
      await control.timeScale(5_000_000);
      await expect.poll(async () => (await control.state()).sessions, patient).toEqual([]);
      await control.timeScale(1);
    };
    const first = await launch(options);
    await logInWithMicrosoft(first, fernanda);
    const before = await sessionId(control);
    await close(first);
    await haveSessionExpire();

    const second = await launch(options);
    await test.step('a session that expired while the app was closed is renewed without a window', async () => {
      await expect(userMenu(second)).toContainText(fernanda.name);
      expect(await sessionId(control)).not.toBe(before);
      expect(await otherTitles(second)).toEqual([]);
      expect(await readLog(profile)).toContain('Microsoft has renewed the session');
    });
    await test.step('a session that the administrator revoked is gone on with over what is on the screen', async () => {
      await control.revoke(await sessionId(control));
      await expect(loginAgain(second.page)).toContainText('o administrador revogou o acesso');
      const opening = second.application.waitForEvent('window');
      await loginAgain(second.page).getByRole('button', { name: 'Microsoft' }).click();
      await signInAtMicrosoft(await opening, fernanda);
      await expect(loginAgain(second.page)).toHaveCount(0);
      await expect(userMenu(second)).toContainText(fernanda.name);
    });
    await close(second);
    await haveSessionExpire();
    await control.faults({ identity: 'refresh-token-dead' });

    const third = await launch(options);
    await test.step('an expired session whose renewal Microsoft refuses says that it has expired, and opens no window', async () => {
      await expect(third.page.getByText('Sua sessão foi encerrada porque expirou')).toBeVisible();
      expect(await otherTitles(third)).toEqual([]);
    });
    await test.step("Microsoft's window closes when the app is closed", async () => {
      const popup = await openMicrosoft(third, fernanda.email);
      await popup.evaluate(() => {
        window.addEventListener('beforeunload', (event) => {
          event.preventDefault();
        });
      });
      await third.application.evaluate(({ BrowserWindow }) => {
        const main = BrowserWindow.getAllWindows().find((window) => window.getParentWindow() === null);
        setTimeout(() => main?.close());
      });
      expect(await third.exited).toBe(0);
    });
    // The key of the drafts waits for the agent to come back.
    expect((await keychainEntries(profile)).filter((entry) => !entry.startsWith('drafts-'))).toEqual([]);
  });
});

test("Microsoft's window shows where it is, goes nowhere else, and leaves nothing for the next agent", async ({
  demo,
  launch,
  control,
  ana,
  profile,
}) => {
  const fernanda = microsoftAgent(demo);
  const app = await launch(await trustingIdentity(demo, profile));
  await watchBrowser(app);
  const isClosedInApp = () => expect(app.page.getByText('Continue na janela da Microsoft')).toHaveCount(0);
  await test.step('closed by the agent is a change of mind, and a second try works', async () => {
    await (await openMicrosoft(app, fernanda.email)).close();
    await isClosedInApp();
    await expect(app.page.getByRole('alert')).toHaveCount(0);
    await logInWithMicrosoft(app, fernanda);
    await logOut(app.page);
  });
  await test.step('goes to no scheme but the web, and opens no link of the app', async () => {
    await control.faults({ identity: 'foreign-scheme' });
    const popup = await openMicrosoft(app, fernanda.email);
    const before = popup.url();
    // The page is already on its way there by itself, and Playwright's own click would wait for it to arrive.
    await popup.getByRole('link', { name: 'Abrir aplicativo' }).dispatchEvent('click');
    await popup.evaluate(() => {
      location.href = 'smartspace-app://bundle/';
    });
    await popup.evaluate(() => {
      location.href = 'file:///etc/passwd';
    });
    await expect
      .poll(async () => (await readLog(profile)).match(/a page was refused/g)?.length ?? 0)
      .toBeGreaterThan(1);
    expect(await popup.evaluate(() => [location.href, document.querySelectorAll('#password').length])).toEqual([
      before,
      1,
    ]);
    expect(await openedInBrowser(app)).toEqual([]);
    expect((await readIpcTraffic(app)).some((entry) => entry.startsWith('["password:link-changed"'))).toBe(false);
    await control.faults({ identity: null });
    await popup.close();
    await isClosedInApp();
  });
  await test.step('says where it is, knows nothing of the app, and is gone with all it held', async () => {
    const popup = await openMicrosoft(app, fernanda.email);
    await expect(popup.getByRole('textbox', { name: 'E-mail' })).toHaveValue(fernanda.email);
    const origin = new URL(popup.url()).origin;
    expect(await otherTitles(app)).toEqual([origin]);
    await popup.evaluate(() => (document.title = 'https://login.microsoftonline.com'));
    expect(await otherTitles(app)).toEqual([origin]);

    const reached = await popup.evaluate(async () => ({
      node: 'process' in window || 'require' in window || 'desktop' in window,
      notifications: await Notification.requestPermission(),
      opened: window.open('https://help.example/') !== null,
      alsoOpened: window.open('smartspace://reset-password?token=a-token-that-nobody-sent') !== null,
    }));
    expect(reached).toEqual({ node: false, notifications: 'denied', opened: false, alsoOpened: false });
    expect(await openedInBrowser(app)).toEqual(['https://help.example/']);

    await popup.evaluate(() => {
      document.cookie = 'planted=cookie-of-fernanda; secure; max-age=3600';
      localStorage.setItem('planted', 'storage-of-fernanda');
    });
    await signInAtMicrosoft(popup, fernanda);
    await expect(userMenu(app)).toContainText(fernanda.name);
    expect(popup.isClosed()).toBe(true);
    // What the next step looks for.
    await app.page.evaluate(() => {
      localStorage.setItem('draft', 'rascunho-de-fernanda');
      document.cookie = 'who=biscoito-de-fernanda';
    });
    await logOut(app.page);
    const again = await openMicrosoft(app, fernanda.email);
    expect(await again.evaluate(() => [document.cookie, localStorage.length])).toEqual(['', 0]);
    await again.close();
    await isClosedInApp();
  });
  await test.step('closes when the agent gives up in the app', async () => {
    const popup = await openMicrosoft(app, fernanda.email);
    await app.page.getByRole('button', { name: 'Cancelar' }).click();
    await expect.poll(() => popup.isClosed()).toBe(true);
  });
  await test.step('a shared computer keeps nothing of the agent before', async () => {
    await expect(app.page.getByRole('button', { name: 'Microsoft' })).toBeVisible();
    await app.page.getByRole('textbox', { name: 'E-mail' }).fill(ana.email);
    await app.page.getByRole('textbox', { name: 'E-mail' }).press('Tab');
    await logIn(app.page, ana);
    expect(await app.page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
    expect((await control.state()).sessions.map(({ email }) => email)).toEqual([ana.email]);
    await close(app);
    expect((await keychainEntries(profile)).some((entry) => entry.startsWith('microsoft-'))).toBe(false);
    await expectNoTraces(profile, [
      'cookie-of-fernanda',
      'storage-of-fernanda',
      fernanda.email,
      fernanda.name,
      fernanda.password,
      'boreal',
      'rascunho-de-fernanda',
      'biscoito-de-fernanda',
    ]);
    // What is in a file is found in it.
    expect(await filesHolding(profile, ana.email)).toEqual(['settings.json']);
  });
});
