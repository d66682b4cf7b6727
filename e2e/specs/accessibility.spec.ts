import { AxeBuilder } from '@axe-core/playwright';
import { themeSchema } from '../../shared/state/settings';
import { setTheme, showAsItIs } from '../support/appearance';
import type { RunningApp } from '../support/app';
import { appStates, appStatesDemo } from '../support/states';
import { expect, test } from '../support/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Where another theme can break what the first one keeps. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** What axe holds against the page as it is now: each rule with the elements that break it. */
const findViolations = async ({ page }: RunningApp, isOnlyRecoloured: boolean): Promise<readonly string[]> => {
  // Half a megabyte of script, which the page otherwise gets again for each look at it.
  const isThere = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder(isThere ? { page, axeSource: 'void 0' } : { page })
    // Otherwise it opens a page of its own, which an Electron application has not got.
    .setLegacyMode()
    .options({ resultTypes: ['violations'], iframes: false });
  const { violations } = await (isOnlyRecoloured ? axe.withRules(rulesOfColour) : axe.withTags(tags)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
  );
};

test.use({ demoOptions: appStatesDemo });
// By far the longest file: as one piece it would keep one worker busy while the other has long finished.
test.describe.configure({ mode: 'parallel' });

const themes = themeSchema.options.filter((theme) => theme !== 'system');

/** Looks at the state that the app is in. */
const look = async (name: string, app: RunningApp): Promise<void> => {
  await showAsItIs(app);
  for (const [index, theme] of themes.entries()) {
    await setTheme(app, theme);
    expect.soft(await findViolations(app, index > 0), `${name}, ${theme}`).toEqual([]);
  }
};

const together = appStates.flatMap(({ name, way }) => (way === undefined ? [] : [{ name, ...way }]));

// The longest first: it would otherwise be what one worker still does while the other is done.
for (const start of new Set(together.map((state) => state.start))) {
  const states = together
    .filter((state) => state.start === start)
    .sort((one, other) => Number(one.staysBehind ?? false) - Number(other.staysBehind ?? false));
  const names = states.map(({ name }) => `"${name}"`).join(', ');
  test(`nothing on the screens ${names} shuts anybody out`, async ({ launch, demo, control, profile, agents, ana }) => {
    test.setTimeout(test.info().timeout + states.length * 20_000);
    const stage = { launch, demo, control, profile, agents, ana };
    let app = await start.reach(stage);
    for (const [index, { name, goOn }] of states.entries()) {
      if (index > 0) await start.comeBack(app, stage);
      app = await goOn(app, stage);
      await look(name, app);
    }
  });
}

const alone = appStates.filter(({ way }) => way === undefined);

for (const state of alone) {
  test(`nothing on the screen "${state.name}" shuts anybody out`, async ({
    launch,
    demo,
    control,
    profile,
    agents,
    ana,
  }) => {
    await look(state.name, await state.reach({ launch, demo, control, profile, agents, ana }));
  });
}
