import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright';
import { pressShortcut } from '../support/menu';
import { block, blockText, finish, inProgressList, logIn, logInToQueues } from '../support/screens';
import { serveCustomer } from '../support/serving';
import { expect } from '../support/test';
import { newVersion } from '../support/updateFeed';
import { leaveUpdates, lookForUpdates, openUpdates, test, updates } from '../support/updates';

// The real electron-updater in the real app, against a feed on this computer. The app runs from its sources; for the
// updater it is an AppImage, which on Linux is one file that replaces itself.

test.skip(process.platform !== 'linux', 'AppImages are of Linux');

const oldVersion = '# the old version';

const offer = (page: Page, version = '0.2.0'): Locator =>
  page.getByText(`A versão ${version} está pronta para ser instalada.`);

test('looks by itself 30 seconds after the start, offers what it has downloaded, and becomes the new version', async ({
  launch,
  ana,
  feed,
  installed,
}) => {
  feed.publish({ version: '0.2.0', notes: '<b>Filas</b> mais rápidas<script>alert(1)</script>' });
  const app = await launch({ env: installed.env });
  const { page } = app;
  await logIn(page, ana);
  expect(feed.requests).toEqual([]);
  await expect(offer(page)).toBeVisible({ timeout: 60_000 });

  await page.getByRole('button', { name: 'Novidades' }).click();
  await expect(updates(page)).toContainText('Filas mais rápidas');
  await expect(updates(page)).not.toContainText('alert');
  await leaveUpdates(page);
  expect(await installed.installedVersion()).toBe(oldVersion);

  await page.getByRole('button', { name: 'Instalar agora' }).click();
  expect(await app.exited).toBe(0);
  expect(await installed.installedVersion()).toBe('# version 0.2.0');
  await expect.poll(() => installed.ran()).toBe('ran 0.2.0 lock=free\n');
});

test('takes nothing that is not for it, and keeps running as it is, and says so, when something goes wrong', async ({
  launch,
  ana,
  feed,
  installed,
  profile,
}) => {
  const app = await launch({ env: installed.env });
  const { page } = app;
  await logIn(page, ana);
  await test.step('takes nothing older, and nothing that is staged for others, from a feed', async () => {
    feed.publish({ version: '0.0.9' });
    await lookForUpdates(page, 'Você já tem a versão mais recente.');
    await leaveUpdates(page);
    feed.publish({ version: '0.2.0', stagingPercentage: 0 });
    await lookForUpdates(page, 'Você já tem a versão mais recente.');
    await expect.poll(() => feed.requests).toHaveLength(2);
    await expect(updates(page).getByRole('status')).toContainText('Você já tem a versão mais recente.');
    expect(feed.requests).toEqual(['latest-linux.yml', 'latest-linux.yml']);
    await leaveUpdates(page);
  });
  await test.step('keeps running as it is where the file is not the one that was announced', async () => {
    const sent = () => feed.requests.filter((name) => name === 'Smartspace-0.2.0.AppImage').length;
    const tampered = newVersion('0.2.0');
    tampered.write('# version 6.6.6', 10);
    feed.publish({ version: '0.2.0', sentInstead: tampered });
    await lookForUpdates(page, 'o arquivo recebido não é o que foi publicado');
    await leaveUpdates(page);
    await expect(offer(page)).toBeHidden();

    const before = sent();
    feed.publish({ version: '0.2.0', sentInstead: newVersion('0.2.0').subarray(0, 1_000) });
    await lookForUpdates(page, 'o arquivo recebido não é o que foi publicado');
    await expect.poll(sent).toBeGreaterThan(before);
    await expect(updates(page).getByRole('status')).toContainText('o arquivo recebido não é o que foi publicado');
    expect(await installed.installedVersion()).toBe(oldVersion);
    expect(await installed.ran()).toBe('');
    await leaveUpdates(page);
  });
  await test.step('keeps running as it is where the line breaks in the middle, and takes the whole file the next time', async () => {
    feed.publish({ version: '0.2.0', delivery: 'cut' });
    await lookForUpdates(page, 'A nova versão não chegou inteira.');
    await leaveUpdates(page);
    feed.publish({ version: '0.2.0' });
    await lookForUpdates(page, 'pronta');
    expect(await installed.installedVersion()).toBe(oldVersion);
  });
  await test.step('keeps running as it is where what was downloaded is gone when it is to be installed', async () => {
    await rm(path.join(installed.cache, 'pending'), { recursive: true });
    await updates(page).getByRole('button', { name: 'Instalar agora' }).click();
    await expect(updates(page)).toBeHidden();
    await expect((await openUpdates(page)).getByRole('status')).toContainText('não pôde ser instalada');
    expect(await installed.installedVersion()).toBe(oldVersion);
    // It is the one instance of its profile again.
    expect(execFileSync('ls', [profile]).toString()).toContain('SingletonLock');
    await leaveUpdates(page);
    await expect(page.getByRole('button', { name: 'Canais de atendimento' })).toBeVisible();
  });
  await test.step('keeps running as it is where the feed is down', async () => {
    await feed.stop();
    await lookForUpdates(page, 'Não foi possível procurar atualizações agora.');
    await leaveUpdates(page);
    await expect(page.getByRole('button', { name: 'Canais de atendimento' })).toBeVisible();
  });
});

test('keeps running as it is, and says so, when the disk is full', async ({ launch, ana, feed, installed }) => {
  test.skip(process.getuid?.() !== 0, 'Only root can have a disk so small');
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', installed.cache]);
  try {
    const app = await launch({ env: installed.env });
    const { page } = app;
    await logIn(page, ana);
    feed.publish({ version: '0.2.0' });
    await lookForUpdates(page, 'Não há espaço em disco para a nova versão.');
    expect(await installed.installedVersion()).toBe(oldVersion);
    await app.kill();
  } finally {
    execFileSync('umount', [installed.cache]);
  }
});

test('disturbs no attendance, is put off when the agent says so, and installs nothing when the app is then quit', async ({
  launch,
  control,
  ana,
  feed,
  installed,
}) => {
  feed.publish({ version: '0.2.0', delivery: 'held' });
  const app = await launch({ env: installed.env });
  const { page } = app;
  await logIn(page, ana);
  await test.step('an attendance that begins during the download is not disturbed; the offer comes after it has ended', async () => {
    await lookForUpdates(page, 'Baixando a versão 0.2.0');
    await leaveUpdates(page);
    await logInToQueues(page, ['Suporte WhatsApp']);
    await serveCustomer(app, control, 'queue-support-whatsapp', 'customer-001');
    feed.release();
    const dialog = await openUpdates(page);
    await expect(dialog.getByRole('status')).toContainText('pronta');
    await leaveUpdates(page);
    await expect(offer(page)).toBeHidden();
    await finish(page, 'Resolvido no atendimento');
    await expect(inProgressList(page).getByRole('listitem')).toHaveCount(0);
    await expect(offer(page)).toBeVisible();
    expect(await installed.installedVersion()).toBe(oldVersion);
  });
  await test.step('an attendance in progress refuses the installation with the alert, and no file is touched', async () => {
    const serving = await serveCustomer(app, control, 'queue-support-whatsapp', 'customer-002');
    feed.publish({ version: '0.3.0' });
    const before = feed.requests.length;
    // Where one is ready, nobody is offered to look for another: only the app does, from time to time.
    await page.evaluate(() => window.desktop.checkForUpdates());
    await expect((await openUpdates(page)).getByRole('status')).toContainText(
      'quando não houver atendimentos em andamento',
    );
    expect(new Set(feed.requests.slice(before))).toEqual(new Set(['latest-linux.yml']));
    await leaveUpdates(page);
    await finish(page, 'Resolvido no atendimento');
    await expect(offer(page, '0.3.0')).toBeVisible();

    const next = await serveCustomer(app, control, 'queue-support-whatsapp', 'customer-003');
    await expect(offer(page, '0.3.0')).toBeHidden();
    await (await openUpdates(page)).getByRole('button', { name: 'Instalar agora' }).click();
    await expect(block(page)).toContainText(blockText);
    await expect(block(page)).toContainText('A atualização fica para depois.');
    await expect(block(page).getByRole('listitem')).toHaveText([next.line]);
    expect(next.line).not.toBe(serving.line);
    expect(await installed.installedVersion()).toBe(oldVersion);
    expect(await installed.ran()).toBe('');
    await block(page).getByRole('button', { name: 'Entendi' }).click();
    await expect(page.getByRole('textbox', { name: 'Mensagem' })).toBeVisible();
    await finish(page, 'Resolvido no atendimento');
  });
  await test.step('puts an offer off when the agent says so, and installs nothing when the app is then quit', async () => {
    await expect(offer(page, '0.3.0')).toBeVisible();
    await page.getByRole('button', { name: 'Depois' }).click();
    await expect(offer(page, '0.3.0')).toBeHidden();
    await pressShortcut(app, 'Q');
    expect(await app.exited).toBe(0);
    expect(await installed.installedVersion()).toBe(oldVersion);
    expect(await installed.ran()).toBe('');
  });
});
