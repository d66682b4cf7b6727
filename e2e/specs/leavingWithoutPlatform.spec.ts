import { closeWindow } from '../support/app';
import type { RunningApp } from '../support/app';
import { freezeMainClock } from '../support/mainClock';
import { chooseFromMenu } from '../support/menu';
import { countPlatformRequests, recordPlatformRequests } from '../support/platformRequests';
import { readAccessToken } from '../support/doors';
import {
  block,
  blockText,
  expectLoginScreen,
  finish,
  inProgressList,
  logIn,
  logInToQueues,
  logOut,
  waitingList,
} from '../support/screens';
import { startServing } from '../support/serving';
import { expect, test } from '../support/test';

/** How long an agent is held without the platform, in milliseconds. */
const twoMinutes = 120_000;

test('logging out is refused without the platform and by what only the platform knows of, and is asked for once', async ({
  launch,
  control,
  demo,
  ana,
}) => {
  const app = await launch();
  const { page } = app;
  await logIn(page, ana);

  await test.step('without the platform nobody logs out, and the alert says why', async () => {
    await control.faults({ awaySeconds: null });
    await expect(page.getByText('Sem conexão com a plataforma.')).toBeVisible();
    await logOut(page);
    const alert = page.getByRole('alertdialog', { name: 'Não foi possível sair agora' });
    await expect(alert).toContainText('A plataforma não está respondendo');
    await alert.getByRole('button', { name: 'Entendi' }).click();
    await expect(page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();
    expect((await control.state()).sessions).toHaveLength(1);
    await control.faults({ clear: true });
    await expect(page.getByText('Sem conexão com a plataforma.')).toHaveCount(0);
  });

  await test.step('an attendance that only the platform knows of refuses it with the alert, whose line leads to it', async () => {
    await logInToQueues(page, ['Suporte WhatsApp']);
    const attendanceId = await control.arrive('queue-support-whatsapp', 'customer-003');
    await expect(waitingList(page).getByRole('button', { name: 'Atender' })).toBeVisible();
    // The same agent accepts it from elsewhere, and no event of it gets through.
    await control.faults({ holdEvents: true });
    const accepted = await fetch(`${demo.url}/v1/attendances/${attendanceId}/accept`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await readAccessToken(app)}` },
    });
    expect(accepted.status).toBe(200);
    await expect(inProgressList(page).getByRole('listitem')).toHaveCount(0);

    await logOut(page);
    const { customerName } = await control.attendance(attendanceId);
    const alert = page.getByRole('alertdialog', { name: blockText });
    await expect(alert.getByRole('listitem')).toHaveCount(1);
    await expect(alert.getByRole('listitem')).toContainText(`${customerName} · WhatsApp · desde `);
    await alert.getByRole('listitem').getByRole('button').click();
    await expect(page.getByRole('heading', { name: customerName })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Mensagem' })).toBeVisible();
    expect((await control.state()).sessions).toHaveLength(1);
    await control.faults({ holdEvents: false });
    await finish(page, 'Resolvido no atendimento');
    await expect(inProgressList(page).getByRole('listitem')).toHaveCount(0);
  });

  await test.step('two fast clicks on Log out ask the platform once', async () => {
    await recordPlatformRequests(app);
    await control.faults({ delay: { milliseconds: 300, pathPrefix: '/v1/auth/logout' } });
    await page.getByRole('button', { name: 'Menu do usuário' }).click();
    await page.getByRole('menuitem', { name: 'Log out' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Log out' }).dblclick();
    await expectLoginScreen(page);
    expect(await countPlatformRequests(app, 'POST /v1/auth/logout')).toBe(1);
  });
});

const waysOut: readonly (readonly [name: string, leave: (app: RunningApp) => Promise<void>])[] = [
  ['closing', closeWindow],
  ['quitting', (app) => chooseFromMenu(app, 'Sair')],
];

test('after two minutes without the platform, and not before, the app can be left, and the attendance comes back', async ({
  launch,
  control,
  ana,
}) => {
  let app = await launch();
  const { attendanceId, customerName, line } = await startServing(app, control, ana);
  for (const [name, leave] of waysOut) {
    await test.step(`${name} can be forced`, async () => {
      const { page } = app;
      await freezeMainClock(app);
      await control.faults({ awaySeconds: null });
      await expect(page.getByText('Sem conexão com a plataforma.')).toBeVisible();
      const leaveAnyway = block(page).getByRole('button', { name: 'Sair mesmo assim' });
      const understood = block(page).getByRole('button', { name: 'Entendi' });

      await freezeMainClock(app, twoMinutes - 1);
      await leave(app);
      await expect(block(page)).toContainText(blockText);
      await expect(leaveAnyway).toHaveCount(0);
      await understood.click();

      await freezeMainClock(app, 1);
      await logOut(page);
      await expect(block(page).getByRole('listitem')).toHaveText([line]);
      await expect(leaveAnyway).toHaveCount(0);
      await understood.click();

      await leave(app);
      await expect(block(page)).toContainText('A plataforma não responde há mais de dois minutos.');
      await expect(block(page)).toContainText('eles continuam na plataforma e voltam para você no próximo acesso');
      // The app may be gone before the click is answered.
      await leaveAnyway.click().catch(() => undefined);
      expect(await app.exited).toBe(0);
      expect((await control.attendance(attendanceId)).state).toBe('in-progress');

      await control.faults({ clear: true });
      app = await launch();
      await expect(inProgressList(app.page).getByText(customerName)).toBeVisible();
    });
  }
});
