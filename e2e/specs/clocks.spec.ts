import type { RunningApp } from '../support/app';
import type { Control } from '../support/control';
import { shiftMainClock, shiftPageClock } from '../support/mainClock';
import { countPlatformRequests, recordPlatformRequests } from '../support/platformRequests';
import { acceptOffer, inProgressList, logIn, logInToQueues, send } from '../support/screens';
import { startServing } from '../support/serving';
import { askManyAtOnce, loginAgain, sessionId } from '../support/session';
import { expect, test } from '../support/test';
import { readTimer } from '../support/timer';

const day = 24 * 3_600_000;

test('sleep over the expiry: on waking up the session goes on, and what came meanwhile is there', async ({
  launch,
  control,
  ana,
}) => {
  const app = await launch();
  const { page } = app;
  const { attendanceId } = await startServing(app, control, ana);
  const before = await sessionId(control);
  await recordPlatformRequests(app);
  // The computer sleeps: no event gets through, and both clocks move on past the end of the token's life.
  await control.faults({ holdEvents: true });
  await control.advance(10 * 60_000);
  await shiftMainClock(app, 10 * 60_000);
  await control.write(attendanceId, 'Alguém aí?');
  expect(await countPlatformRequests(app, 'GET /v1/events')).toBe(0);
  await app.application.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('resume');
  });
  // The line from before may be dead without looking so: another one is opened.
  await expect.poll(() => countPlatformRequests(app, 'GET /v1/events')).toBeGreaterThan(0);
  await control.faults({ holdEvents: false });
  await expect(page.getByText('Alguém aí?').first()).toBeVisible();
  await send(page, 'Estou de volta.');
  await expect.poll(() => control.agentsWords(attendanceId)).toEqual(['Estou de volta.']);
  await expect(loginAgain(page)).toHaveCount(0);
  expect(await sessionId(control)).toBe(before);
  expect(await countPlatformRequests(app, 'POST /v1/auth/login')).toBe(0);
});

test.describe("a computer's clock that is wrong by a day", () => {
  const expectRightCounters = async (app: RunningApp, control: Control) => {
    await logInToQueues(app.page, ['Suporte WhatsApp']);
    await expect.poll(() => readTimer(app.page, 'Tempo on-line')).toBeGreaterThan(0);
    expect(await readTimer(app.page, 'Tempo on-line')).toBeLessThan(600);
    await control.arrive('queue-support-whatsapp', 'customer-001');
    await acceptOffer(app.page);
    await expect(inProgressList(app.page).getByRole('listitem')).toHaveCount(1);
    await expect(inProgressList(app.page).getByTitle('Desde o início do atendimento')).toHaveText(/^0\d:\d\d$/);
    expect(await askManyAtOnce(app.page, 5)).toBe(5);
  };

  test('does no harm when it is slow', async ({ launch, control, ana }) => {
    await control.advance(day);
    const app = await launch();
    await logIn(app.page, ana);
    await expectRightCounters(app, control);
  });

  test('does no harm when it is fast', async ({ launch, control, ana }) => {
    const app = await launch();
    await shiftMainClock(app, day);
    await shiftPageClock(app, day);
    await logIn(app.page, ana);
    await expectRightCounters(app, control);
  });
});
