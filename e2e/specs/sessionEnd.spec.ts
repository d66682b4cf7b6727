import { closeWindow } from '../support/app';
import { block, blockText, expectLoginScreen, finish, inProgressList } from '../support/screens';
import { startServing } from '../support/serving';
import { close, loginAgain, sessionId } from '../support/session';
import { expect, test } from '../support/test';

test('a session that the platform ends asks for the password, over what is on the screen or after a restart', async ({
  launch,
  control,
  ana,
}) => {
  const app = await launch();
  await test.step('it asks over what is on the screen, keeps what was typed, and goes on', async () => {
    const { page } = app;
    const { attendanceId, customerName } = await startServing(app, control, ana);
    await page.getByRole('textbox', { name: 'Mensagem' }).fill('Já digitei isto tudo');
    await control.revoke(await sessionId(control));

    await expect(loginAgain(page)).toBeVisible();
    await expect(loginAgain(page)).toContainText('o administrador revogou o acesso');
    await page.keyboard.press('Escape');
    await expect(loginAgain(page)).toBeVisible();
    await expect(loginAgain(page).getByRole('textbox', { name: 'E-mail' })).toHaveValue(ana.email);
    await expect(loginAgain(page).getByRole('textbox', { name: 'Senha' })).toBeFocused();

    // Held as before: the attendance is still the agent's.
    await closeWindow(app);
    await expect(block(page)).toContainText(blockText);
    await block(page).getByRole('button', { name: 'Entendi' }).click();

    await loginAgain(page).getByRole('textbox', { name: 'Senha' }).fill('Errada@2026');
    await loginAgain(page).getByRole('button', { name: 'Entrar' }).click();
    await expect(loginAgain(page)).toContainText('E-mail ou senha incorretos');
    await loginAgain(page).getByRole('textbox', { name: 'Senha' }).fill(ana.password);
    await loginAgain(page).getByRole('button', { name: 'Entrar' }).click();
    await expect(loginAgain(page)).toHaveCount(0);

    await expect(inProgressList(page).getByText(customerName)).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Mensagem' })).toHaveValue('Já digitei isto tudo');
    await page.getByRole('button', { name: 'Enviar' }).click();
    await expect.poll(() => control.agentsWords(attendanceId)).toEqual(['Já digitei isto tudo']);
    await finish(page, 'Resolvido no atendimento');
    await expect(inProgressList(page).getByRole('listitem')).toHaveCount(0);
  });

  await test.step('while the app was closed it asks on the login screen, and says why', async () => {
    const before = await sessionId(control);
    await close(app);
    await control.revoke(before);
    const { page } = await launch();
    await expectLoginScreen(page);
    await expect(page.getByText('o administrador revogou o acesso')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue(ana.email);
  });
});
