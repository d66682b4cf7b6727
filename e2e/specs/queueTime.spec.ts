import { closeWindow } from '../support/app';
import { shiftMainClock, shiftPageClock } from '../support/mainClock';
import { expectTimeSinceLogin, openQueues, pauseQueue, queueSwitch, timeOf } from '../support/queues';
import { logIn, logInToQueues } from '../support/screens';
import { expect, test } from '../support/test';
import { readTimer } from '../support/timer';

const minute = 60_000;

test('the time stands still and red without a queue, and runs green from the first login', async ({ launch, ana }) => {
  const { page } = await launch();
  await logIn(page, ana);
  const chip = (name: string) => page.locator('header').getByText(name, { exact: true }).locator('..');
  const off = timeOf(page, 'Fora das filas');
  await expect(off).toHaveText('00:00');
  const colourOf = (name: string) =>
    chip(name)
      .locator('span[aria-hidden]')
      .first()
      .evaluate((dot) => getComputedStyle(dot).backgroundColor);
  const token = (name: string) =>
    page.evaluate((variable) => {
      const probe = document.createElement('i');
      probe.style.backgroundColor = `var(${variable})`;
      document.body.append(probe);
      const colour = getComputedStyle(probe).backgroundColor;
      probe.remove();
      return colour;
    }, name);
  expect(await colourOf('Fora das filas')).toBe(await token('--danger'));
  await logInToQueues(page, ['Vendas WhatsApp']);
  expect(await colourOf('Tempo on-line')).toBe(await token('--positive'));
  await openQueues(page);
  await pauseQueue(page, 'Vendas WhatsApp', 'Almoço');
  expect(await colourOf('Tempo em pausa')).toBe(await token('--warning'));
  await queueSwitch(page, 'Vendas WhatsApp').click();
  await expect(off).toHaveText('00:00');
});

test('the time counts on from the login to the queue after a restart of the app', async ({ launch, control, ana }) => {
  const first = await launch();
  await logIn(first.page, ana);
  await logInToQueues(first.page, ['Vendas WhatsApp']);
  await control.advance(20 * minute);
  await expectTimeSinceLogin(first.page, control);
  await closeWindow(first);
  expect(await first.exited).toBe(0);

  const { page } = await launch();
  await expect(timeOf(page, 'Tempo on-line')).toBeVisible();
  expect(await readTimer(page, 'Tempo on-line')).toBeGreaterThan(20 * 60);
  await expectTimeSinceLogin(page, control);
  expect((await control.state()).queueLogins).toHaveLength(1);
});

test('the time is right after the computer slept', async ({ launch, control, ana }) => {
  const app = await launch();
  const { page } = app;
  await logIn(page, ana);
  await logInToQueues(page, ['Vendas WhatsApp']);
  await expectTimeSinceLogin(page, control);
  // An hour passes everywhere but in the app, whose timers stand still while its computer sleeps.
  await control.advance(60 * minute);
  await shiftMainClock(app, 60 * minute);
  await shiftPageClock(app, 60 * minute);
  await app.application.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await expectTimeSinceLogin(page, control);
  expect(await readTimer(page, 'Tempo on-line')).toBeGreaterThan(60 * 60);
});

test('the time does not care that the clock of this computer is wrong', async ({ launch, control, ana }) => {
  const app = await launch();
  const { page } = app;
  await shiftMainClock(app, -3 * 60 * minute);
  await shiftPageClock(app, -3 * 60 * minute);
  await logIn(page, ana);
  await logInToQueues(page, ['Vendas WhatsApp']);
  await expectTimeSinceLogin(page, control);
});
