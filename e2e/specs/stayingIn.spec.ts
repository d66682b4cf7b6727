import { readRefreshToken } from '../support/doors';
import { recordPlatformRequests, countPlatformRequests } from '../support/platformRequests';
import { readLog } from '../support/profileFiles';
import { askToFinish, expectLoginScreen, inProgressList, logIn, waitForUsableLogin } from '../support/screens';
import { startServing } from '../support/serving';
import { loginAgain, sessionId } from '../support/session';
import { expect, test } from '../support/test';

test('finishing an attendance on a session that is over is done once after logging in again', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  const app = await launch();
  const { page } = app;
  const { attendanceId } = await startServing(app, control, ana);
  await recordPlatformRequests(app);
  // The session ends while the command is on its way.
  await control.faults({
    delay: { milliseconds: 3_000, pathPrefix: `/v1/attendances/${attendanceId}/finish`, next: 1 },
  });
  await askToFinish(page, 'Resolvido no atendimento');
  await expect.poll(() => countPlatformRequests(app, `POST /v1/attendances/${attendanceId}/finish`)).toBe(1);
  await control.revoke(await sessionId(control));
  await expect(loginAgain(page)).toContainText('o administrador revogou o acesso');
  expect((await control.attendance(attendanceId)).state).not.toBe('finished');

  await loginAgain(page).getByRole('textbox', { name: 'Senha' }).fill(ana.password);
  await loginAgain(page).getByRole('button', { name: 'Entrar' }).click();
  await expect(loginAgain(page)).toHaveCount(0);
  await expect.poll(async () => (await control.attendance(attendanceId)).state).toBe('finished');
  await expect(inProgressList(page).getByRole('listitem')).toHaveCount(0);
  expect(await countPlatformRequests(app, `POST /v1/attendances/${attendanceId}/finish`)).toBe(2);
  const ends = (await readLog(profile)).split('\n').filter((line) => line.includes('the platform ended the session'));
  expect(ends).toHaveLength(1);
  expect(ends[0]).toMatch(/reason="revoked".*agentId="agent-1"/);
});

test('a login on another computer is said to have ended this one', async ({ launch, control, ana, demo }) => {
  const { page } = await launch();
  await logIn(page, ana);
  const { email, password } = ana;
  const elsewhere = await fetch(`${demo.url}/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  expect(elsewhere.ok).toBe(true);
  await expect(loginAgain(page)).toContainText('você entrou em outro computador');
  expect((await control.state()).sessions).toHaveLength(1);
});

test('a refresh token that somebody else used ends the session for both, and says why', async ({
  launch,
  demo,
  ana,
}) => {
  const app = await launch();
  await logIn(app.page, ana);
  const body = JSON.stringify({ refreshToken: await readRefreshToken(app) });
  const refresh = () =>
    fetch(`${demo.url}/v1/auth/refresh`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  // A thief refreshes first; the same token once more is how the platform finds out.
  expect((await refresh()).ok).toBe(true);
  expect((await refresh()).status).toBe(401);
  await expect(loginAgain(app.page)).toContainText('Sua sessão foi encerrada por segurança');
});

test('an answer of 50 MB to the login is not read to its end, and the app goes on', async ({
  launch,
  control,
  ana,
}) => {
  const { page } = await launch();
  await waitForUsableLogin(page);
  await control.faults({ malformed: { as: 'over-long', pathPrefix: '/v1/auth/login', next: 1 } });
  await page.getByRole('textbox', { name: 'E-mail' }).fill(ana.email);
  await page.getByRole('textbox', { name: 'Senha' }).fill(ana.password);
  await page.getByRole('button', { name: 'Entrar' }).click();
  await expect(page.getByRole('alert')).toContainText('uma resposta que este aplicativo não entende');
  await expectLoginScreen(page);
  await logIn(page, ana);
});
