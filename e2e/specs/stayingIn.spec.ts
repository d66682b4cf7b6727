import type { Page } from 'playwright';
import { readRefreshToken } from '../support/doors';
import { recordPlatformRequests, countPlatformRequests } from '../support/platformRequests';
import { readLog } from '../support/profileFiles';
import { askToFinish, expectLoginScreen, inProgressList, waitForUsableLogin } from '../support/screens';
import { startServing } from '../support/serving';
import { loginAgain, sessionId } from '../support/session';
import { expect, test } from '../support/test';
import type { PasswordAgent } from '../support/test';

/** Types the password in the dialog that asks for it over what is on the screen. */
const logInAgain = async (page: Page, { password }: PasswordAgent): Promise<void> => {
  await loginAgain(page).getByRole('textbox', { name: 'Senha' }).fill(password);
  await loginAgain(page).getByRole('button', { name: 'Entrar' }).click();
  await expect(loginAgain(page)).toHaveCount(0);
};

test('an agent stays in over whatever ends a session, is told what it was, and nothing is done twice', async ({
  launch,
  control,
  demo,
  ana,
  profile,
}) => {
  const app = await launch();
  const { page } = app;
  const post = (path: string, body: object) =>
    fetch(`${demo.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  await waitForUsableLogin(page);

  await test.step('an answer of 50 MB to the login is not read to its end, and the app goes on', async () => {
    await control.faults({ malformed: { as: 'over-long', pathPrefix: '/v1/auth/login', next: 1 } });
    await page.getByRole('textbox', { name: 'E-mail' }).fill(ana.email);
    await page.getByRole('textbox', { name: 'Senha' }).fill(ana.password);
    await page.getByRole('button', { name: 'Entrar' }).click();
    await expect(page.getByRole('alert')).toContainText('uma resposta que este aplicativo não entende');
    await expectLoginScreen(page);
  });

  const { attendanceId } = await startServing(app, control, ana);

  await test.step('finishing an attendance on a session that is over is done once after logging in again', async () => {
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

    await logInAgain(page, ana);
    await expect.poll(async () => (await control.attendance(attendanceId)).state).toBe('finished');
    await expect(inProgressList(page).getByRole('listitem')).toHaveCount(0);
    expect(await countPlatformRequests(app, `POST /v1/attendances/${attendanceId}/finish`)).toBe(2);
    const ends = (await readLog(profile)).split('\n').filter((line) => line.includes('the platform ended the session'));
    expect(ends).toHaveLength(1);
    expect(ends[0]).toMatch(/reason="revoked".*agentId="agent-1"/);
  });

  await test.step('a login on another computer is said to have ended this one', async () => {
    expect((await post('/v1/auth/login', { email: ana.email, password: ana.password })).ok).toBe(true);
    await expect(loginAgain(page)).toContainText('você entrou em outro computador');
    expect((await control.state()).sessions).toHaveLength(1);
    await logInAgain(page, ana);
  });

  await test.step('a refresh token that somebody else used ends the session for both, and says why', async () => {
    const refreshToken = await readRefreshToken(app);
    // A thief refreshes first; the same token once more is how the platform finds out.
    expect((await post('/v1/auth/refresh', { refreshToken })).ok).toBe(true);
    expect((await post('/v1/auth/refresh', { refreshToken })).status).toBe(401);
    await expect(loginAgain(page)).toContainText('Sua sessão foi encerrada por segurança');
  });
});
