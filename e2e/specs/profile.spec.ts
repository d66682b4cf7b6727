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

test('the profile shows e-mail and extension as they are, and saves the name here and at the platform', async ({
  launch,
  control,
  ana,
}) => {
  const { page } = await launch();
  await logIn(page, ana);
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

test('the profile says why it could not be saved, and keeps what was typed', async ({ launch, control, ana }) => {
  const { page } = await launch();
  await logIn(page, ana);
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
  await expect(userMenu(page)).toHaveAccessibleDescription('Ana Lúcia Souza');
});

test('the profile takes a photo, which stays over a restart, and gives it up again', async ({ launch, ana }) => {
  const first = await launch();
  await logIn(first.page, ana);
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
