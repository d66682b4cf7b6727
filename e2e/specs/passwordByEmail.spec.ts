import { followToApp, readAddressees, readEmail } from '../support/mail';
import { expectFormFor, setPassword } from '../support/passwordLinks';
import { readLog } from '../support/profileFiles';
import { expectLoginScreen, logIn, waitForUsableLogin } from '../support/screens';
import { createHome, openBySystem } from '../support/systemLinks';
import { expect, test } from '../support/test';

const newPassword = 'Pitangueira@2027';

test('a forgotten password is asked for in the app and set by e-mail, and nobody learns whether there is an account', async ({
  launch,
  demo,
  ana,
  profile,
}) => {
  const home = await createHome();
  try {
    const { page } = await launch({ env: home.env });
    const asking = async (email: string) => {
      await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
      await page.getByRole('link', { name: 'Esqueci minha senha' }).click();
      await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue(email);
      await page.getByRole('button', { name: 'Enviar link' }).click();
      await expect(page.getByText('Se houver uma conta com este e-mail')).toBeVisible();
    };
    await waitForUsableLogin(page);
    await test.step('the answer is the same for an account that there is not, and no e-mail goes out', async () => {
      await asking('ninguem@aurora.example');
      await page.getByRole('button', { name: 'Voltar' }).click();
      await asking(ana.email);
      // The one that does go out, asked for later, is all there is.
      await readEmail(demo, ana.email);
      expect(await readAddressees(demo)).toEqual([expect.stringContaining(ana.email)]);
    });
    await test.step('a forgotten password: e-mailed, opened by the system, set, and logged in with', async () => {
      test.skip(process.platform !== 'linux', 'Elsewhere only an installed app is registered');
      const link = await followToApp(await readEmail(demo, ana.email));
      await expect.poll(() => readLog(profile)).toContain('links open this app from now on');
      const opening = openBySystem({ platformUrl: demo.url, profile, env: home.env }, link);
      await expectFormFor(page, ana.email);
      expect(await opening.exited).toBe(0);
      await setPassword(page, newPassword);
      await expect(page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();

      await page.getByRole('button', { name: 'Menu do usuário' }).click();
      await page.getByRole('menuitem', { name: 'Log out' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Log out' }).click();
      await expectLoginScreen(page);
      await logIn(page, { ...ana, password: newPassword });
    });
  } finally {
    await home.remove();
  }
});
