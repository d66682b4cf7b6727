import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RunningApp } from '../support/app';
import { expectLoginScreen, waitForUsableLogin } from '../support/screens';
import { close } from '../support/session';
import { expect, test } from '../support/test';

const placeOf = ({ application }: RunningApp) =>
  application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());

const screenOf = ({ application }: RunningApp) =>
  application.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);

const place = { x: 60, y: 40, width: 950, height: 640 };
const otherPlace = { x: 80, y: 60, width: 970, height: 660 };

const move = async (app: RunningApp, bounds: typeof place): Promise<void> => {
  await waitForUsableLogin(app.page);
  await app.application.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(wanted);
  }, bounds);
};

test('the window opens where it was, as far as that can be known and is on a screen', async ({ launch, profile }) => {
  const file = path.join(profile, 'window.json');
  await test.step('a damaged file costs nothing but the place', async () => {
    await writeFile(file, '{"places": [{"bounds": {"x": 1e99}}]}');
    const app = await launch();
    await expectLoginScreen(app.page);
    expect(await placeOf(app)).toMatchObject({ width: 1280, height: 800 });
    await move(app, place);
    await expect.poll(() => placeOf(app)).toEqual(place);
    await close(app);
  });
  await test.step('the window opens where it was when it was closed', async () => {
    const app = await launch();
    await expect.poll(() => placeOf(app)).toEqual(place);
    await move(app, otherPlace);
    await expect.poll(() => readFile(file, 'utf8')).toContain('970');
    await app.kill();
  });
  await test.step('the window opens where it came to rest before the app was killed', async () => {
    const app = await launch();
    await expect.poll(() => placeOf(app)).toEqual(otherPlace);
    await app.kill();
  });
  await test.step('a window whose screen is gone comes back to one that is there', async () => {
    const gone = { layout: '9000,0,2560,1440', bounds: { ...place, x: 9_400, y: 300 }, isMaximised: false };
    await writeFile(file, JSON.stringify({ places: [gone] }));
    const app = await launch();
    const screen = await screenOf(app);
    const found = await placeOf(app);
    expect(found).toMatchObject({ width: place.width, height: place.height });
    expect(found?.x).toBeGreaterThanOrEqual(screen.x);
    expect((found?.x ?? 0) + place.width).toBeLessThanOrEqual(screen.x + screen.width);
  });
});
