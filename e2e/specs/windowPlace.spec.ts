import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { closeWindow } from '../support/app';
import type { RunningApp } from '../support/app';
import { expectLoginScreen, waitForUsableLogin } from '../support/screens';
import { close } from '../support/session';
import { expect, test } from '../support/test';

const placeOf = ({ application }: RunningApp) =>
  application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());

const screenOf = ({ application }: RunningApp) =>
  application.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);

const place = { x: 60, y: 40, width: 950, height: 640 };

const move = ({ application }: RunningApp) =>
  application.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
  }, place);

test('the window opens where it was when it was closed', async ({ launch }) => {
  const first = await launch();
  await waitForUsableLogin(first.page);
  await move(first);
  await expect.poll(() => placeOf(first)).toEqual(place);
  await closeWindow(first);
  expect(await first.exited).toBe(0);
  const second = await launch();
  await expect.poll(() => placeOf(second)).toEqual(place);
});

test('the window opens where it came to rest before the app was killed', async ({ launch, profile }) => {
  const first = await launch();
  await waitForUsableLogin(first.page);
  await move(first);
  await expect.poll(() => readFile(path.join(profile, 'window.json'), 'utf8').catch(() => '')).toContain('950');
  await first.kill();
  const second = await launch();
  await expect.poll(() => placeOf(second)).toEqual(place);
});

test('a window whose screen is gone comes back to one that is there', async ({ launch, profile }) => {
  const gone = { layout: '9000,0,2560,1440', bounds: { ...place, x: 9_400, y: 300 }, isMaximised: false };
  await writeFile(path.join(profile, 'window.json'), JSON.stringify({ places: [gone] }));
  const app = await launch();
  const screen = await screenOf(app);
  const found = await placeOf(app);
  expect(found).toMatchObject({ width: place.width, height: place.height });
  expect(found?.x).toBeGreaterThanOrEqual(screen.x);
  expect((found?.x ?? 0) + place.width).toBeLessThanOrEqual(screen.x + screen.width);
});

test('a damaged file costs nothing but the place', async ({ launch, profile }) => {
  await writeFile(path.join(profile, 'window.json'), '{"places": [{"bounds": {"x": 1e99}}]}');
  const app = await launch();
  await expectLoginScreen(app.page);
  expect(await placeOf(app)).toMatchObject({ width: 1280, height: 800 });
  await close(app);
});
