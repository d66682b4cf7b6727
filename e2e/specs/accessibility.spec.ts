import { AxeBuilder } from '@axe-core/playwright';
import { themeSchema } from '../../shared/state/settings';
import { setTheme, showAsItIs } from '../support/appearance';
import type { RunningApp } from '../support/app';
import { appStates, appStatesDemo } from '../support/states';
import { expect, test } from '../support/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What axe holds against the page as it is now: each rule with the elements that break it. */
const findViolations = async ({ page }: RunningApp): Promise<readonly string[]> => {
  // Otherwise it opens a page of its own, which an Electron application has not got.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
  );
};

test.use({ demoOptions: appStatesDemo });
// By far the longest file: as one piece it would keep one worker busy while the other has long finished.
test.describe.configure({ mode: 'parallel' });

for (const state of appStates) {
  test(`nothing on the screen "${state.name}" shuts anybody out`, async ({
    launch,
    demo,
    control,
    profile,
    agents,
    ana,
  }) => {
    const app = await state.reach({ launch, demo, control, profile, agents, ana });
    await showAsItIs(app);
    for (const theme of themeSchema.options.filter((theme) => theme !== 'system')) {
      await setTheme(app, theme);
      expect(await findViolations(app), theme).toEqual([]);
    }
  });
}
