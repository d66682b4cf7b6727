import { managedBy } from '../support/policies';
import { logIn } from '../support/screens';
import { expect } from '../support/test';
import { lookForUpdates, openUpdates, test } from '../support/updates';

test.skip(process.platform !== 'linux', 'AppImages are of Linux');

test('where the company wants versions to try out, those are looked for, and no others', async ({
  launch,
  profile,
  ana,
  feed,
  installed,
}) => {
  feed.publish({ version: '0.3.0' });
  feed.publish({ version: '0.2.0-beta.1', channel: 'beta' });
  const managed = await managedBy(profile, { UpdateChannel: 'beta' });
  const { page } = await launch({ env: { ...installed.env, ...managed.env } });
  await logIn(page, ana);
  await lookForUpdates(page, 'A versão 0.2.0-beta.1 está pronta');
  expect(feed.requests).toEqual(['beta-linux.yml', 'Smartspace-0.2.0-beta.1.AppImage']);
});

test('where the company wants no updates, none are looked for, and the agent reads why', async ({
  launch,
  profile,
  ana,
  feed,
  installed,
}) => {
  feed.publish({ version: '0.2.0' });
  const managed = await managedBy(profile, { UpdateChannel: 'off' });
  const { page } = await launch({ env: { ...installed.env, ...managed.env } });
  await logIn(page, ana);
  const dialog = await openUpdates(page);
  await expect(dialog.getByRole('status')).toHaveText('As atualizações são gerenciadas pela sua empresa.');
  await expect(dialog.getByRole('button', { name: 'Procurar atualizações' })).toHaveCount(0);
  // Answered once what there is to look for has been looked for.
  await page.evaluate(() => window.desktop.checkForUpdates());
  expect(feed.requests).toEqual([]);
});
