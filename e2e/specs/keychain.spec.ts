import { expectLoginScreen, logIn } from '../support/screens';
import { close } from '../support/session';
import { expect, test } from '../support/test';

/** Where there is no session bus, there is no keyring: the address says so in the bus's own words. */
const withoutKeychain = { env: { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } };

test.describe('without a keychain', () => {
  // The secret service is Linux' own; other systems always have their keychain.
  test.skip(process.platform !== 'linux');

  test('the app works, tells that the login will not survive a restart, and after one asks for it', async ({
    launch,
    ana,
  }) => {
    const first = await launch(withoutKeychain);
    await logIn(first.page, ana);
    const notice = first.page.getByText('ao fechar o aplicativo, será preciso entrar novamente');
    await expect(notice).toBeVisible();
    await first.page.getByRole('button', { name: 'Entendi' }).click();
    await expect(notice).toHaveCount(0);
    await close(first);

    const { page } = await launch(withoutKeychain);
    await expectLoginScreen(page);
    await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue(ana.email);
  });

  test('a stored login that can not be read is not taken for none: the next start has it again', async ({
    launch,
    control,
    ana,
  }) => {
    const first = await launch();
    await logIn(first.page, ana);
    const [session] = (await control.state()).sessions;
    await close(first);

    const locked = await launch(withoutKeychain);
    await expectLoginScreen(locked.page);
    await expect(locked.page.getByText('O acesso guardado não foi apagado.')).toBeVisible();
    await close(locked);

    const { page } = await launch();
    await expect(page.getByRole('button', { name: 'Menu do usuário' })).toContainText(ana.name);
    expect((await control.state()).sessions).toEqual([session]);
  });
});
