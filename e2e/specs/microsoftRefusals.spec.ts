import { ScriptedBrowser } from '../../demo/testing/scriptedBrowser';
import { keychainEntries } from '../support/keychain';
import { microsoftAgent, openMicrosoft, signInAtMicrosoft } from '../support/microsoft';
import { openedInBrowser, otherTitles, trustingIdentity, watchBrowser } from '../support/microsoft';
import { filesHolding, readLog } from '../support/profileFiles';
import { logIn, waitForUsableLogin } from '../support/screens';
import { expect, test } from '../support/test';
import type { MicrosoftAgent } from '../support/microsoft';

const stranger: MicrosoftAgent = {
  email: 'otavio.reis@boreal.example',
  password: 'Quaresmeira@2026',
  name: 'Otávio Reis',
};

test.describe('what goes wrong at Microsoft', () => {
  test('is told in plain words, and logs nobody in', async ({ demo, launch, control, profile }) => {
    const fernanda = microsoftAgent(demo);
    const app = await launch(await trustingIdentity(demo, profile));
    const { application, page } = app;
    const alert = page.getByRole('alert');
    for (const [identity, title, detail] of [
      ['not-assigned', 'Sua conta não tem acesso a este aplicativo', 'AADSTS50105'],
      ['approval-needed', 'Falta a aprovação do administrador', 'AADSTS90094'],
      ['wrong-tenant', 'A plataforma não aceitou a confirmação da Microsoft', 'token'],
      ['wrong-audience', 'A plataforma não aceitou a confirmação da Microsoft', 'token'],
      ['unsigned', 'A plataforma não aceitou a confirmação da Microsoft', 'token'],
      ['wrong-nonce', 'Não foi possível entrar com a Microsoft', 'nonce_mismatch'],
    ] as const) {
      await test.step(identity, async () => {
        await page.reload();
        await waitForUsableLogin(page);
        await expect(alert).toHaveCount(0);
        await application.evaluate(({ clipboard }) => {
          clipboard.clear();
        });
        await control.faults({ identity });
        await signInAtMicrosoft(await openMicrosoft(app, fernanda.email), fernanda);
        await expect(alert).toContainText(title);
        await expect(alert).toContainText(detail);
        await alert.getByRole('button', { name: 'Copiar detalhes' }).click();
        await expect.poll(() => application.evaluate(({ clipboard }) => clipboard.readText())).toContain(detail);
        const copied = await application.evaluate(({ clipboard }) => clipboard.readText());
        expect(copied).not.toMatch(/eyJ|@|https?:/);
        expect((await control.state()).sessions).toEqual([]);
        expect(await keychainEntries(profile)).toEqual([]);
      });
    }
  });

  test('an account that is no agent is told so', async ({ demo, launch, control, profile }) => {
    const app = await launch(await trustingIdentity(demo, profile));
    await signInAtMicrosoft(await openMicrosoft(app, stranger.email), stranger);
    await expect(app.page.getByRole('alert')).toContainText('Esta conta Microsoft não é de nenhum atendente');
    expect((await control.state()).sessions).toEqual([]);
    expect(await keychainEntries(profile)).toEqual([]);
  });

  test('a device that is refused leads to the browser, which is remembered once it did', async ({
    demo,
    launch,
    control,
    profile,
  }) => {
    const fernanda = microsoftAgent(demo);
    const app = await launch(await trustingIdentity(demo, profile));
    await watchBrowser(app);
    await control.faults({ identity: 'device-refused' });
    const popup = await openMicrosoft(app, fernanda.email);
    await signInAtMicrosoft(popup, fernanda);
    await popup.getByRole('button', { name: 'Voltar ao aplicativo' }).click();
    await expect(app.page.getByRole('alert')).toContainText('A Microsoft exige o navegador para esta conta');

    await control.faults({ identity: null });
    await app.page.getByRole('button', { name: 'Abrir no navegador' }).click();
    await expect(app.page.getByText('Continue no navegador')).toBeVisible();
    await expect.poll(async () => (await openedInBrowser(app)).length).toBe(1);
    const [address = ''] = await openedInBrowser(app);
    const browser = new ScriptedBrowser(await demo.microsoft.certificateAuthority());
    const page = await browser.open(address);
    const { email, password } = fernanda;
    await browser.submitToClient(await browser.open(page.url, { action: 'sign-in', email, password }));
    await expect(app.page.getByRole('button', { name: 'Menu do usuário' })).toContainText(fernanda.name);
    expect(await filesHolding(profile, '"microsoftPlace": "browser"')).toEqual(['settings.json']);
  });

  test('without a way to Microsoft says so, and the password login goes on working', async ({
    demo,
    launch,
    ana,
    profile,
  }) => {
    // Nobody vouches for the provider's certificate here: the popup must not be talked into going on.
    const app = await launch();
    const { page } = app;
    await page.getByRole('textbox', { name: 'E-mail' }).fill(microsoftAgent(demo).email);
    await page.getByRole('textbox', { name: 'E-mail' }).press('Tab');
    await page.getByRole('button', { name: 'Microsoft' }).click();
    await expect(page.getByRole('alert')).toContainText('A Microsoft não está respondendo');
    expect(await otherTitles(app)).toEqual([]);
    await page.getByRole('textbox', { name: 'E-mail' }).fill(ana.email);
    await page.getByRole('textbox', { name: 'E-mail' }).press('Tab');
    await logIn(page, ana);
    expect(await readLog(profile)).toContain('endpoints_resolution_error');
  });
});
