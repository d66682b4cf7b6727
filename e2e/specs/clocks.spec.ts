import type { RunningApp } from '../support/app';
import type { Control } from '../support/control';
import { shiftMainClock, shiftPageClock } from '../support/mainClock';
import { countPlatformRequests, recordPlatformRequests } from '../support/platformRequests';
import { inProgressList, logIn, logInToQueues, send } from '../support/screens';
import { serveCustomer } from '../support/serving';
import type { Serving } from '../support/serving';
import { askManyAtOnce, loginAgain, sessionId } from '../support/session';
import { expect, test } from '../support/test';
import { readTimer } from '../support/timer';

const day = 24 * 3_600_000;

const expectRightCounters = async (app: RunningApp, control: Control): Promise<Serving> => {
  await logInToQueues(app.page, ['Suporte WhatsApp']);
  await expect.poll(() => readTimer(app.page, 'Tempo on-line')).toBeGreaterThan(0);
  expect(await readTimer(app.page, 'Tempo on-line')).toBeLessThan(600);
  const serving = await serveCustomer(app, control, 'queue-support-whatsapp', 'customer-001');
  await expect(inProgressList(app.page).getByRole('listitem')).toHaveCount(1);
  await expect(inProgressList(app.page).getByTitle('Desde o início do atendimento')).toHaveText(/^0\d:\d\d$/);
  expect(await askManyAtOnce(app.page, 5)).toBe(5);
  return serving;
};

test("a computer's clock that is slow by a day does no harm", async ({ launch, control, ana }) => {
  await control.advance(day);
  const app = await launch();
  await logIn(app.page, ana);
  await expectRightCounters(app, control);
});

test("a computer's clock that is fast by a day does no harm, and neither does sleep over the expiry", async ({
  launch,
  control,
  ana,
}) => {
  const app = await launch();
  const { page } = app;
  await shiftMainClock(app, day);
  await shiftPageClock(app, day);
  await logIn(page, ana);
  const { attendanceId } = await expectRightCounters(app, control);

  await test.step('on waking up the session goes on, and what came meanwhile is there', async () => {
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
});
