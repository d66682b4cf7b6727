import { finish, inProgressList, logIn, logInToQueues } from '../support/screens';
import { startLogind, whyNoLogind } from '../support/logind';
import type { PrivateLogind } from '../support/logind';
import { readLog } from '../support/profileFiles';
import { serveCustomer, startServing } from '../support/serving';
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

  test('may not shut down while an attendance is in progress, and may whenever none is', async ({
    launch,
    control,
    ana,
  }) => {
    const app = await launch({ env: logind.env });
    const { page } = app;
    await logIn(page, ana);
    await test.step('may shut down while nobody is served', async () => {
      expect(await logind.locks()).toBe('');
    });
    await logInToQueues(page, ['Suporte WhatsApp']);
    await test.step('may not shut down while an attendance is in progress, is told why, and may again after it', async () => {
      const { attendanceId } = await serveCustomer(app, control, 'queue-support-whatsapp', 'customer-001');
      await expect
        .poll(logind.locks)
        .toMatch(/^Smartspace .*shutdown Há atendimentos em andamento\. Finalize-os antes de sair\./);

      await finish(page, 'Resolvido no atendimento');
      await expect.poll(async () => (await control.attendance(attendanceId)).state).toBe('finished');
      await expect(inProgressList(page).getByRole('listitem')).toHaveCount(0);
      await expect.poll(logind.locks).toBe('');
    });
    await test.step('is free again when the app is killed in the middle of an attendance', async () => {
      await serveCustomer(app, control, 'queue-support-whatsapp', 'customer-002');
      await expect.poll(logind.locks).toContain('Smartspace');
      await app.kill();
      await expect.poll(logind.locks).toBe('');
    });
  });
});

test('a computer without logind does no harm to anybody, and a signal sent twice ends the app there as one does', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  const app = await launch({ env: { DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/nonexistent/bus' } });
  const { page } = app;
  await startServing(app, control, ana);
  // No other system has logind.
  if (process.platform === 'linux') {
    await test.step('a computer without logind does no harm to anybody, and the log says so once', async () => {
      await expect.poll(() => readLog(profile)).toContain('no lock from logind');
      await expect(page.getByRole('textbox', { name: 'Mensagem' })).toBeVisible();
    });
  }
  await finish(page, 'Resolvido no atendimento');
  await expect(inProgressList(page).getByRole('listitem')).toHaveCount(0);
  await test.step('a signal sent twice in a row ends the app as one does', async () => {
    app.application.process().kill('SIGTERM');
    app.application.process().kill('SIGTERM');
    expect(await app.exited).toBe(0);
  });
});
