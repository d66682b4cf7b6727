import { closeWindow } from '../support/app';
import { crash, hang } from '../support/breaking';
import { answerMessageBoxes, shownMessageBoxes, waitForMessageBox } from '../support/messageBox';
import { blockText, inProgressList, block, send } from '../support/screens';
import { reconnectAfter } from '../support/reconnect';
import { startServing } from '../support/serving';
import { expect, test } from '../support/test';

test('closing is refused while the interface hangs and once it has died, and it is whole again after either', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  const app = await launch();
  const { attendanceId, customerName, line } = await startServing(app, control, ana);
  await hang(app.page);
  await test.step('while the interface hangs, closing is refused by a message box of the system, and the app stays', async () => {
    await answerMessageBoxes(app, 'Entendi');
    await closeWindow(app);
    const box = await waitForMessageBox(app);
    expect(box?.message).toBe(blockText);
    expect(box?.detail).toContain(line);
    expect(box?.detail).toContain('A tela não está respondendo. Recarregá-la não afeta os atendimentos.');
    expect(box?.buttons).toEqual(['Entendi', 'Recarregar a tela']);

    // Refused again, and told again.
    await closeWindow(app);
    await expect.poll(async () => (await shownMessageBoxes(app)).length).toBe(2);
    expect(app.application.process().exitCode).toBeNull();
    expect((await control.attendance(attendanceId)).state).toBe('in-progress');
  });
  await test.step('an interface that hangs can be reloaded from the message box and is then whole again', async () => {
    await answerMessageBoxes(app, 'Recarregar a tela');
    const page = await reconnectAfter(() => closeWindow(app), app, profile);
    expect(await shownMessageBoxes(app)).toHaveLength(1);
    await inProgressList(page).getByText(customerName).click();
    await send(page, 'Voltei, desculpe a demora.');
    await expect.poll(() => control.agentsWords(attendanceId)).toEqual(['Voltei, desculpe a demora.']);
  });
  await test.step('an interface whose process has died is loaded anew by itself, and closing is still refused', async () => {
    const page = await reconnectAfter(() => crash(app), app, profile);
    await expect(inProgressList(page).getByText(customerName)).toBeVisible();
    await closeWindow(app);
    await expect(block(page)).toContainText(blockText);
    await block(page).getByRole('button', { name: line }).click();
    await send(page, 'A tela voltou.');
    await expect
      .poll(() => control.agentsWords(attendanceId))
      .toEqual(['Voltei, desculpe a demora.', 'A tela voltou.']);
  });
});

test('an interface that dies again and again is left alone, and closing is still refused, by the system', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  const app = await launch();
  const { line } = await startServing(app, control, ana);
  await answerMessageBoxes(app, 'Entendi');
  for (let time = 0; time < 3; time += 1) {
    await reconnectAfter(() => crash(app), app, profile);
  }
  await crash(app);
  await closeWindow(app);
  const box = await waitForMessageBox(app);
  expect(box?.message).toBe(blockText);
  expect(box?.detail).toContain(line);
  expect(app.application.process().exitCode).toBeNull();
});
