import type { Page } from 'playwright';
import { setSize } from '../support/appearance';
import type { Control } from '../support/control';
import { messageArea, messageBox, shownWords } from '../support/conversation';
import { acceptOffer, logIn, logInToQueues } from '../support/screens';
import { expect, test } from '../support/test';

const said = (page: Page, number: number) => messageArea(page).getByText(`cliente ${String(number)}`, { exact: true });

/** Opens the attendance of a customer who has said so many things. */
const readConversation = async (page: Page, control: Control, customerId: string, count: number) => {
  const attendanceId = await control.arrive('queue-support-whatsapp', customerId, 'cliente 1');
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

test('a conversation keeps what is being read in its view, and is at rest', async ({ launch, control, ana }) => {
  const app = await launch();
  const { page } = app;
  await logIn(page, ana);
  await logInToQueues(page, ['Suporte WhatsApp']);
  await test.step('a conversation that fits in its view comes to rest once it is drawn', async () => {
    await countFrames(page);
    const attendanceId = await readConversation(page, control, 'customer-001', 3);
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
  await test.step('the newest message stays in view when the window shrinks and when the answer takes several lines', async () => {
    await setSize(app, { width: 1280, height: 800 });
    await readConversation(page, control, 'customer-002', 12);
    await setSize(app, { width: 1280, height: 600 });
    await expect(said(page, 12)).toBeInViewport({ ratio: 1 });
    await setSize(app, { width: 1280, height: 800 });
    await setSize(app, { width: 900, height: 600 });
    await expect(said(page, 12)).toBeInViewport({ ratio: 1 });
    await messageBox(page).fill('uma linha\noutra\ne mais uma');
    await expect(said(page, 12)).toBeInViewport({ ratio: 1 });
  });
  await test.step('what is read further up stays where it is when the window shrinks', async () => {
    await setSize(app, { width: 1280, height: 800 });
    const attendanceId = await readConversation(page, control, 'customer-003', 40);
    await messageArea(page).evaluate((element) => (element.scrollTop = 400));
    await expect(page.getByRole('button', { name: 'Ir para o fim' })).toBeVisible();
    const [first] = await shownWords(page, /cliente \d+/);
    await setSize(app, { width: 1280, height: 600 });
    await control.write(attendanceId, 'cliente 41');
    await expect(page.getByRole('button', { name: '1 nova mensagem' })).toBeVisible();
    expect((await shownWords(page, /cliente \d+/))[0]).toBe(first);
  });
  await test.step('older messages load on the way up, without moving what is being read', async () => {
    await setSize(app, { width: 1280, height: 800 });
    await readConversation(page, control, 'customer-004', 130);
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
});
