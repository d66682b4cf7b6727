import { openAbout } from '../support/about';
import { startRecordingProxy } from '../support/recordingProxy';
import { closeWindow } from '../support/app';
import type { RunningApp } from '../support/app';
import { freezeMainClock } from '../support/mainClock';
import { openedInBrowser, microsoftAgent, trustingIdentity, watchBrowser } from '../support/microsoft';
import { managedBy, policyFileIn } from '../support/policies';
import { readLog } from '../support/profileFiles';
import { block, blockText, logIn, logInToQueues, waitForUsableLogin } from '../support/screens';
import { serveCustomer } from '../support/serving';
import { expect, test } from '../support/test';

/** Nothing listens here. */
const nowhere = 'http://127.0.0.1:9';

const pressMicrosoft = async (app: RunningApp, email: string): Promise<void> => {
  await watchBrowser(app);
  await waitForUsableLogin(app.page);
  await app.page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await app.page.getByRole('button', { name: 'Microsoft' }).click();
};

test('what is enforced holds and About says so: an address against SMARTSPACE_URL, the browser, no leaving anyway', async ({
  launch,
  demo,
  control,
  profile,
  ana,
}) => {
  const identity = await trustingIdentity(demo, profile);
  const managed = await managedBy(profile, {
    PlatformUrl: demo.url,
    MicrosoftFlow: 'browser',
    MayLeaveAnyway: false,
    Recommended: { LogLevel: 'debug' },
  });
  const app = await launch({ env: { ...identity.env, ...managed.env }, platformUrl: nowhere });
  const { page, application } = app;
  await test.step('Microsoft opens in the browser where that is enforced', async () => {
    await pressMicrosoft(app, microsoftAgent(demo).email);
    await expect(page.getByRole('heading', { name: 'Continue no navegador' })).toBeVisible();
    await expect.poll(() => openedInBrowser(app)).toHaveLength(1);
    await page.getByRole('button', { name: 'Cancelar' }).click();
  });
  await test.step('an enforced address beats SMARTSPACE_URL, and About says who enforces it', async () => {
    await page.getByRole('textbox', { name: 'E-mail' }).fill(ana.email);
    await logIn(page, ana);
    const about = await openAbout(page);
    const file = policyFileIn(profile);
    await expect(about.getByRole('row', { name: /Endereço da plataforma/ })).toContainText(
      `${demo.url}Imposta pela empresa${file}`,
    );
    await expect(about.getByRole('row', { name: /Detalhe do registro/ })).toContainText('debugSugerida pela empresa');
    await about.getByRole('button', { name: 'Copiar informações' }).click();
    await expect(about.getByRole('status')).toHaveText('Informações copiadas');
    const copied = await application.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toContain(`PlatformUrl = ${demo.url}: Imposta pela empresa (${file})`);
    await expect.poll(() => readLog(profile)).toContain('[debug]');
    await page.keyboard.press('Escape');
  });
  await test.step('leaving anyway is not offered where it is switched off', async () => {
    await logInToQueues(page, ['Suporte WhatsApp']);
    await serveCustomer(app, control, 'queue-support-whatsapp', 'customer-001');
    await freezeMainClock(app);
    await control.faults({ awaySeconds: null });
    await expect(page.getByText('Sem conexão com a plataforma.')).toBeVisible();
    await freezeMainClock(app, 600_000);
    await closeWindow(app);
    await expect(block(page)).toContainText(blockText);
    await expect(block(page).getByRole('button', { name: 'Entendi' })).toBeVisible();
    await expect(block(page).getByRole('button', { name: 'Sair mesmo assim' })).toHaveCount(0);
    expect(await page.evaluate(() => window.desktop.leaveAnyway())).toBe('vetoed');
  });
});

test('a suggested address gives way to SMARTSPACE_URL', async ({ launch, profile, ana }) => {
  const { page } = await launch(await managedBy(profile, { Recommended: { PlatformUrl: nowhere } }));
  await logIn(page, ana);
  await expect((await openAbout(page)).getByText('Nenhuma política foi definida para este computador.')).toBeVisible();
});

test('what is wrong with the policies is reported and not obeyed, and what is in order beside it is obeyed', async ({
  launch,
  demo,
  profile,
  ana,
}) => {
  const fernanda = microsoftAgent(demo);
  const proxy = await startRecordingProxy();
  try {
    const managed = await managedBy(profile, {
      PlatformUrl: 'https://root:Segredo-1@managed.example',
      MicrosoftFlow: 'pigeon',
      Colour: 'red',
      LogLevel: 'info',
      LoginMethods: ['password'],
      ProxyMode: 'fixed_servers',
      ProxyServer: `127.0.0.1:${String(proxy.port)}`,
      // Chromium asks this computer directly unless it is told not to.
      ProxyBypass: '<-loopback>',
    });
    const { page } = await launch(managed);
    await test.step('where passwords alone are allowed Microsoft is neither offered nor taken', async () => {
      await waitForUsableLogin(page);
      await page.getByRole('textbox', { name: 'E-mail' }).fill(fernanda.email);
      await expect(page.getByText(/Sua empresa não permite, neste computador/)).toBeVisible();
      await expect(page.getByRole('button', { name: 'Microsoft' })).toHaveCount(0);
      const answer = await page.evaluate(
        (email) => window.desktop.signInWithMicrosoft({ email, place: 'popup' }),
        fernanda.email,
      );
      expect(answer).toEqual({ ok: false, problem: { kind: 'refused', code: 'login-method-not-allowed' } });
    });
    await test.step('every request goes through the enforced proxy', async () => {
      await logIn(page, ana);
      expect(proxy.requested()).toContain(`POST ${demo.url}/v1/auth/login`);
    });
    await test.step('what is wrong with the policies is reported and not obeyed, without its value', async () => {
      const about = await openAbout(page);
      const defects = about.getByRole('region', { name: 'Políticas que não puderam ser obedecidas' });
      const file = policyFileIn(profile);
      await expect(defects.getByRole('listitem')).toHaveText([
        `PlatformUrl: o valor não pode levar usuário nem senha (${file})`,
        `MicrosoftFlow: o valor não está entre os permitidos (${file})`,
        `Colour: não existe uma política com este nome (${file})`,
      ]);
      // The heads of the columns, and the five that are in order.
      await expect(about.getByRole('row')).toHaveCount(6);
      await expect.poll(() => readLog(profile)).toContain('a policy is not obeyed');
      expect(await readLog(profile)).not.toMatch(/Segredo|pigeon|managed\.example/);
      expect(await about.innerText()).not.toMatch(/Segredo|pigeon/);
    });
  } finally {
    await proxy.stop();
  }
});

test('a file that others can write is reported and not obeyed', async ({ launch, profile, ana }) => {
  const { page } = await launch(await managedBy(profile, { PlatformUrl: nowhere }, 0o666));
  await logIn(page, ana);
  await expect((await openAbout(page)).getByRole('listitem')).toHaveText(
    `outras pessoas além do administrador podem alterar (${policyFileIn(profile)})`,
  );
});

test('where Microsoft alone is allowed, and in the window alone, there is no password and no browser', async ({
  launch,
  demo,
  profile,
  ana,
}) => {
  const { email: microsoftEmail } = microsoftAgent(demo);
  const identity = await trustingIdentity(demo, profile);
  const managed = await managedBy(profile, { LoginMethods: ['microsoft'], MicrosoftFlow: 'popup' });
  const app = await launch({ env: { ...identity.env, ...managed.env } });
  const { page } = app;
  await test.step('where Microsoft alone is allowed there is no password, and main takes none', async () => {
    await waitForUsableLogin(page);
    await expect(page.getByRole('textbox', { name: 'Senha' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Microsoft' })).toBeVisible();
    const email = page.getByRole('textbox', { name: 'E-mail' });
    await email.fill(ana.email);
    await expect(page.getByText(/Sua empresa não permite, neste computador/)).toBeVisible();
    await email.fill(microsoftEmail);
    await expect(page.getByRole('button', { name: 'Microsoft' })).toBeVisible();

    const answer = await page.evaluate((credentials) => window.desktop.signIn(credentials), {
      email: ana.email,
      password: ana.password,
    });
    expect(answer).toEqual({ ok: false, problem: { kind: 'refused', code: 'login-method-not-allowed' } });
  });
  await test.step('Microsoft opens in the window alone where that is enforced', async () => {
    await pressMicrosoft(app, microsoftEmail);
    await expect(page.getByRole('heading', { name: 'Continue na janela da Microsoft' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Cancelar' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Usar o navegador' })).toHaveCount(0);
  });
});
