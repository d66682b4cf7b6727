import { closeWindow } from '../support/app';
import { shiftMainClock, shiftPageClock } from '../support/mainClock';
import { expectTimeSinceLogin, openQueues, pauseQueue, queuePanel, queueSwitch, timeOf } from '../support/queues';
import { expectLoginScreen, logIn, logInToQueues, logOut } from '../support/screens';
import { expect, test } from '../support/test';
import { readTimer } from '../support/timer';

const minute = 60_000;

test('the time stands still and red without a queue, runs green from the first login, and is right after a restart and after sleep', async ({
  launch,
  control,
  ana,
}) => {
  const first = await launch();
  await logIn(first.page, ana);

  await test.step('it has the colour of its state', async () => {
    const { page } = first;
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
    await page.keyboard.press('Escape');
    await expect(queuePanel(page)).toBeHidden();
  });

  await test.step('it counts on from the login to the queue after a restart of the app', async () => {
    await logInToQueues(first.page, ['Vendas WhatsApp']);
    await control.advance(60 * minute);
    await expectTimeSinceLogin(first.page, control);
    expect(await readTimer(first.page, 'Tempo on-line')).toBeGreaterThanOrEqual(60 * 60);
    await closeWindow(first);
    expect(await first.exited).toBe(0);
  });

  const app = await launch();
  const { page } = app;
  await expect(timeOf(page, 'Tempo on-line')).toBeVisible();
  expect(await readTimer(page, 'Tempo on-line')).toBeGreaterThan(60 * 60);
  await expectTimeSinceLogin(page, control);
  expect((await control.state()).queueLogins).toHaveLength(1);

  await test.step('it is right after the computer slept', async () => {
    // An hour passes everywhere but in the app, whose timers stand still while its computer sleeps.
    await control.advance(60 * minute);
    await shiftMainClock(app, 60 * minute);
    await shiftPageClock(app, 60 * minute);
    await app.application.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
    await expectTimeSinceLogin(page, control);
    expect(await readTimer(page, 'Tempo on-line')).toBeGreaterThan(120 * 60);
  });

  await test.step('it does not care that the clock of this computer is wrong', async () => {
    await logOut(page);
    await expectLoginScreen(page);
    await shiftMainClock(app, -3 * 60 * minute);
    await shiftPageClock(app, -3 * 60 * minute);
    await logIn(page, ana);
    await logInToQueues(page, ['Vendas WhatsApp']);
    await expectTimeSinceLogin(page, control);
  });
});
