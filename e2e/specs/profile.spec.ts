import path from 'node:path';
import { closeWindow } from '../support/app';
import { logIn } from '../support/screens';
import { expect, test } from '../support/test';
import type { Page } from 'playwright';

const picture = path.resolve(import.meta.dirname, '../../resources/icon.png');

const userMenu = (page: Page) => page.getByRole('button', { name: 'Menu do usuário' });

const openProfile = async (page: Page) => {
  await userMenu(page).click();
  await page.getByRole('menuitem', { name: 'Meu Perfil' }).click();
  return page.getByRole('dialog', { name: 'Meu Perfil' });
};

test('the profile shows and saves what an agent may change, the photo also over a restart', async ({
  launch,
  control,
  ana,
}) => {
  const first = await launch();
  await logIn(first.page, ana);

  await test.step('it shows e-mail and extension as they are, and saves the name here and at the platform', async () => {
    const { page } = first;
    const profile = await openProfile(page);
    await expect(profile.getByText(ana.email)).toBeVisible();
    await expect(profile.getByText('2001')).toBeVisible();
    await expect(profile.getByRole('textbox')).toHaveCount(1);
    await profile.getByRole('textbox', { name: 'Nome' }).fill('Ana Paula Souza');
    await profile.getByRole('button', { name: 'Salvar' }).click();
    await expect(profile).toHaveCount(0);
    await expect(userMenu(page)).toHaveAccessibleDescription('Ana Paula Souza');
    const agent = (await control.state()).agents.find(({ email }) => email === ana.email);
    expect(agent?.name).toBe('Ana Paula Souza');
  });

  await test.step('it says why it could not be saved, and keeps what was typed', async () => {
    const { page } = first;
    const profile = await openProfile(page);
    const name = profile.getByRole('textbox', { name: 'Nome' });
    await name.fill(' ');
    await profile.getByRole('button', { name: 'Salvar' }).click();
    await expect(name).toHaveAccessibleDescription('Informe seu nome.');
    await control.faults({ status: { status: 503, pathPrefix: '/v1/me' } });
    await name.fill('Ana Lúcia Souza');
    await profile.getByRole('button', { name: 'Salvar' }).click();
    await expect(profile).toContainText('A plataforma não está respondendo');
    await expect(name).toHaveValue('Ana Lúcia Souza');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Continuar editando' }).click();
    await control.faults({ clear: true });
    await profile.getByRole('button', { name: 'Salvar' }).click();
    await expect(profile).toHaveCount(0);
    await expect(userMenu(page)).toHaveAccessibleDescription('Ana Lúcia Souza');
  });

  await test.step('it takes a photo', async () => {
    const profile = await openProfile(first.page);
    const file = profile.locator('input[type=file]');
    await file.setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await expect(profile.getByRole('alert')).toContainText('não é uma imagem');
    await file.setInputFiles(picture);
    await expect(profile.locator('img')).toBeVisible();
    await profile.getByRole('button', { name: 'Salvar' }).click();
    await expect(profile).toHaveCount(0);
    await expect(userMenu(first.page).locator('img')).toBeVisible();
    await closeWindow(first);
    expect(await first.exited).toBe(0);
  });

  await test.step('the photo stays over a restart, and is given up again', async () => {
    const { page } = await launch();
    const photo = userMenu(page).locator('img');
    await expect(photo).toBeVisible();
    expect(await photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    const again = await openProfile(page);
    await again.getByRole('button', { name: 'Remover foto' }).click();
    await again.getByRole('button', { name: 'Salvar' }).click();
    await expect(photo).toHaveCount(0);
    await expect(userMenu(page)).toContainText('AS');
  });
});
