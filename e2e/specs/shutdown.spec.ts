import { finish, inProgressList, logIn } from '../support/screens';
import { startLogind, whyNoLogind } from '../support/logind';
import type { PrivateLogind } from '../support/logind';
import { readLog } from '../support/profileFiles';
import { startServing } from '../support/serving';
import { expect, test } from '../support/test';

test.describe('a computer with logind', () => {
  const reason = whyNoLogind();
  test.skip(reason !== null, reason ?? '');
  let logind: PrivateLogind;

  test.beforeEach(async () => {
    logind = await startLogind();
  });

  test.afterEach(async () => {
    await logind.stop();
  });

  test('may not shut down while an attendance is in progress, is told why, and may again after it', async ({
    launch,
    control,
    ana,
  }) => {
    const app = await launch({ env: logind.env });
    const { attendanceId } = await startServing(app, control, ana);
    await expect
      .poll(logind.locks)
      .toMatch(/^Smartspace .*shutdown Há atendimentos em andamento\. Finalize-os antes de sair\./);

    await finish(app.page, 'Resolvido no atendimento');
    await expect.poll(async () => (await control.attendance(attendanceId)).state).toBe('finished');
    await expect(inProgressList(app.page).getByRole('listitem')).toHaveCount(0);
    await expect.poll(logind.locks).toBe('');
  });

  test('may shut down while nobody is served', async ({ launch, ana }) => {
    const app = await launch({ env: logind.env });
    await logIn(app.page, ana);
    expect(await logind.locks()).toBe('');
  });

  test('is free again when the app is killed in the middle of an attendance', async ({ launch, control, ana }) => {
    const app = await launch({ env: logind.env });
    await startServing(app, control, ana);
    await expect.poll(logind.locks).toContain('Smartspace');
    await app.kill();
    await expect.poll(logind.locks).toBe('');
  });
});

test('a computer without logind does no harm to anybody, and the log says so once', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  test.skip(process.platform !== 'linux', 'no other system has it');
  const app = await launch({ env: { DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/nonexistent/bus' } });
  await startServing(app, control, ana);
  await expect.poll(() => readLog(profile)).toContain('no lock from logind');
  await expect(app.page.getByRole('textbox', { name: 'Mensagem' })).toBeVisible();
});

test('a signal sent twice in a row ends the app as one does', async ({ launch, ana }) => {
  const app = await launch();
  await logIn(app.page, ana);
  app.application.process().kill('SIGTERM');
  app.application.process().kill('SIGTERM');
  expect(await app.exited).toBe(0);
});
