import { closeWindow } from '../support/app';
import { answerMessageBoxes } from '../support/messageBox';
import { readIpcTraffic } from '../support/doors';
import { holdScripts } from '../support/holdScripts';
import { readLog } from '../support/profileFiles';
import { block, blockText, logIn } from '../support/screens';
import { startServing } from '../support/serving';
import { expect, test } from '../support/test';
import type { Page } from 'playwright';

/** Calls a verb of the door as a page with a defect would, and answers with what it is refused with. */
const refusalOf = (page: Page, verb: string, argument: unknown): Promise<string> =>
  page.evaluate(
    async ([name, value]) => {
      const call = Reflect.get(window.desktop, name) as (argument: unknown) => Promise<unknown>;
      return call(value).then(
        () => 'accepted',
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
    },
    [verb, argument] as const,
  );

test.describe('a payload that does not fit', () => {
  const secret = 'PalavraQueNinguémPodeLer';
  const cases: readonly (readonly [verb: string, argument: unknown, refusal: string])[] = [
    ['signIn', { email: 'ana.souza@aurora.example', password: { secret } }, 'session:sign-in refused: password'],
    ['signIn', secret, 'session:sign-in refused: the argument'],
    ['logInToQueues', { queueIds: ['queue-1', { secret }] }, 'queues:log-in refused: queueIds.1'],
    ['logInToQueues', { queueIds: [] }, 'queues:log-in refused: queueIds'],
    ['acceptAttendance', { attendanceId: `../${secret}` }, 'attendances:accept refused: attendanceId'],
    [
      'sendMessage',
      { attendanceId: 'attendance-1', clientMessageId: '0123456789', text: [secret] },
      'attendances:send-message refused: text',
    ],
    ['changeSettings', { theme: secret }, 'settings:change refused: theme'],
    ['changePhoto', { photo: `data:text/html,${secret}` }, 'profile:change-photo refused: photo'],
    ['copyText', { text: secret.repeat(500) }, 'shell:copy-text refused: text'],
    ['openLink', {}, 'shell:open-link refused: link'],
    ['signOut', { secret }, 'session:sign-out refused: the argument'],
    ['recoverInterface', secret, 'app:recover refused: the argument'],
  ];

  test('is refused by an error with the channel and the path, and its content is logged nowhere', async ({
    launch,
    profile,
    ana,
  }) => {
    const app = await launch();
    const { page } = app;
    await logIn(page, ana);
    for (const [verb, argument, refusal] of cases) {
      const said = await refusalOf(page, verb, argument);
      expect(said, verb).toContain(refusal);
      expect(said, verb).not.toContain(secret);
    }
    for (const [, , refusal] of cases) {
      await expect.poll(() => readLog(profile)).toContain(`message refused reason="${refusal}"`);
    }
    expect(await readLog(profile)).not.toContain(secret);
    expect(app.output()).not.toContain(secret);
    // The app goes on as if nothing had been.
    await expect(page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();
    expect(await refusalOf(page, 'changeSettings', { isSideMenuCollapsed: true })).toBe('accepted');
  });
});

test('what main has to say while the page is being loaded anew arrives once the page listens', async ({
  launch,
  control,
  ana,
}) => {
  const app = await launch();
  const { page } = app;
  const { attendanceId, line } = await startServing(app, control, ana);
  await answerMessageBoxes(app, 'Entendi');
  const release = await holdScripts(page);
  await page.reload({ waitUntil: 'commit' });
  const wordsHeard = async () => (await readIpcTraffic(app)).filter((entry) => entry.includes('palavra 12')).length;
  // Nobody listens, and the platform goes on.
  for (let count = 1; count <= 12; count += 1) await control.write(attendanceId, `palavra ${String(count)}`);
  await closeWindow(app);
  await expect.poll(wordsHeard).toBeGreaterThan(0);
  release();

  await expect(block(page)).toContainText(blockText);
  await block(page).getByRole('button', { name: line }).click();
  const messages = page.getByRole('group', { name: 'Mensagens' }).getByText(/^palavra \d+$/);
  await expect(messages).toHaveText(Array.from({ length: 12 }, (_, index) => `palavra ${String(index + 1)}`));
});
