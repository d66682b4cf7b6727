import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { languageSchema, themeSchema } from '../../shared/state/settings';
import { setLanguage, setSize, setTheme, showAsItIs } from '../support/appearance';
import { appStates, appStatesDemo } from '../support/states';
import { expect, test } from '../support/test';

const root = path.resolve(import.meta.dirname, '../..');
const pictures = path.join(root, 'test-results/screenshots');
/** Those that README.md shows. */
const documentation = path.join(root, 'docs/screenshots');
const documented = 'pt-BR.light.1280x800';

const languages = languageSchema.options;
const themes = themeSchema.options.filter((theme) => theme !== 'system');
const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
];

test.use({ demoOptions: appStatesDemo });

for (const state of appStates) {
  test(state.name, async ({ launch, demo, control, profile, agents, ana }) => {
    const app = await state.reach({ launch, demo, control, profile, agents, ana });
    const { page } = app;
    await showAsItIs(app);
    const dialogs = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    const dialogCount = await dialogs.count();
    for (const language of languages) {
      await (state.setLanguage ?? setLanguage)(app, language);
      for (const size of sizes) {
        await setSize(app, size);
        for (const theme of themes) {
          await setTheme(app, theme);
          // Otherwise the picture shows another state than its name says.
          await expect(dialogs).toHaveCount(dialogCount);
          const variant = `${language}.${theme}.${String(size.width)}x${String(size.height)}`;
          const file = path.join(pictures, `${state.name}.${variant}.png`);
          // The page's policy forbids the stylesheet by which Playwright would hide the caret.
          await page.screenshot({ path: file, caret: 'initial' });
          if (state.picture === undefined || variant !== documented) continue;
          await mkdir(documentation, { recursive: true });
          await copyFile(file, path.join(documentation, `${state.picture}.png`));
        }
      }
    }
  });
}
