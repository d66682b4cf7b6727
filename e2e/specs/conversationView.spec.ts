import type { Page } from 'playwright';
import { setSize } from '../support/appearance';
import type { RunningApp } from '../support/app';
import type { Control } from '../support/control';
import { messageArea, messageBox, shownWords } from '../support/conversation';
import { acceptOffer, logIn, logInToQueues } from '../support/screens';
import { expect, test } from '../support/test';
import type { PasswordAgent } from '../support/test';

const said = (page: Page, number: number) => messageArea(page).getByText(`cliente ${String(number)}`, { exact: true });

/** Opens the attendance of a customer who has said so many things. */
const readConversation = async ({ page }: RunningApp, control: Control, agent: PasswordAgent, count: number) => {
  await logIn(page, agent);
  await logInToQueues(page, ['Suporte WhatsApp']);
  const attendanceId = await control.arrive('queue-support-whatsapp', 'customer-001', 'cliente 1');
  for (let number = 2; number <= count; number += 1) await control.write(attendanceId, `cliente ${String(number)}`);
  await acceptOffer(page);
  await expect(said(page, count)).toBeInViewport({ ratio: 1 });
  return attendanceId;
};

/** Counts from now on the frames that the page's own scripts ask for. */
const countFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const request = window.requestAnimationFrame.bind(window);
    let count = 0;
    window.requestAnimationFrame = (callback) => {
      count += 1;
      Object.assign(window, { framesAsked: count });
      return request(callback);
    };
  });

const countedFrames = (page: Page): Promise<number> =>
  page.evaluate(() => Number(Reflect.get(window, 'framesAsked') ?? 0));

test('older messages load on the way up, without moving what is being read', async ({ launch, control, ana }) => {
  const app = await launch();
  const { page } = app;
  await readConversation(app, control, ana, 130);
  const area = messageArea(page);
  await expect(said(page, 1)).toHaveCount(0);

  const readHeight = () => area.evaluate((element) => element.scrollHeight);
  for (const [distanceFromTop, number] of [
    [100, 85],
    [0, 33],
  ] as const) {
    // The older ones come late, so that there is a moment to see what is read stand still.
    await control.faults({ delay: { milliseconds: 400, method: 'GET', pathPrefix: '/v1/attendances', next: 1 } });
    const height = await readHeight();
    await area.evaluate((element, top) => (element.scrollTop = top), distanceFromTop);
    const read = said(page, number);
    await expect(read).toBeInViewport();
    const before = await read.boundingBox();
    await expect.poll(readHeight).toBeGreaterThan(height + 500);
    const after = await read.boundingBox();
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(1);
  }

  await expect
    .poll(async () => {
      await area.evaluate((element) => (element.scrollTop = 0));
      return said(page, 1).count();
    })
    .toBe(1);
  await expect(page.getByRole('button', { name: 'Carregar mensagens anteriores' })).toHaveCount(0);
  const top = await shownWords(page, /cliente \d+/);
  expect(top).toEqual(top.map((_, index) => `cliente ${String(index + 1)}`));

  await page.getByRole('button', { name: 'Ir para o fim' }).click();
  await expect(said(page, 130)).toBeInViewport();
});

test('the newest message stays in view when the window shrinks and when the answer takes several lines', async ({
  launch,
  control,
  ana,
}) => {
  const app = await launch();
  const { page } = app;
  await setSize(app, { width: 1280, height: 800 });
  await readConversation(app, control, ana, 12);
  await setSize(app, { width: 1280, height: 600 });
  await expect(said(page, 12)).toBeInViewport({ ratio: 1 });
  await setSize(app, { width: 1280, height: 800 });
  await setSize(app, { width: 900, height: 600 });
  await expect(said(page, 12)).toBeInViewport({ ratio: 1 });
  await messageBox(page).fill('uma linha\noutra\ne mais uma');
  await expect(said(page, 12)).toBeInViewport({ ratio: 1 });
});

test('what is read further up stays where it is when the window shrinks', async ({ launch, control, ana }) => {
  const app = await launch();
  const { page } = app;
  await setSize(app, { width: 1280, height: 800 });
  const attendanceId = await readConversation(app, control, ana, 40);
  await messageArea(page).evaluate((element) => (element.scrollTop = 400));
  await expect(page.getByRole('button', { name: 'Ir para o fim' })).toBeVisible();
  const [first] = await shownWords(page, /cliente \d+/);
  await setSize(app, { width: 1280, height: 600 });
  await control.write(attendanceId, 'cliente 41');
  await expect(page.getByRole('button', { name: '1 nova mensagem' })).toBeVisible();
  expect((await shownWords(page, /cliente \d+/))[0]).toBe(first);
});

test('a conversation that fits in its view comes to rest once it is drawn', async ({ launch, control, ana }) => {
  const app = await launch();
  const { page } = app;
  await countFrames(page);
  const attendanceId = await readConversation(app, control, ana, 3);
  await control.write(attendanceId, 'cliente 4');
  await expect(said(page, 4)).toBeInViewport({ ratio: 1 });

  let before = -1;
  await expect
    .poll(
      async () => {
        const isAtRest = before === (await countedFrames(page));
        before = await countedFrames(page);
        return isAtRest;
      },
      { intervals: [500] },
    )
    .toBe(true);
  // Looking for a place that there is not, the list would have asked for a frame at a time for seconds.
  expect(before).toBeLessThan(50);
});
