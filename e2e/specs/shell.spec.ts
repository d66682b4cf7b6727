import { closeWindow } from '../support/app';
import { showAsItIs } from '../support/appearance';
import { messageBox } from '../support/conversation';
import { queuePanel, queueSwitch } from '../support/queues';
import { inProgressList, logIn, logInToQueues, waitingList } from '../support/screens';
import { startServing } from '../support/serving';
import { expect, test } from '../support/test';
import type { RunningApp } from '../support/app';
import type { Locator, Page } from 'playwright';

const support = 'queue-support-whatsapp';

const sideMenu = (page: Page) => page.getByRole('navigation', { name: 'Menu principal' });
const userMenu = (page: Page) => page.getByRole('button', { name: 'Menu do usuário' });
const widthOf = async (page: Page) => (await sideMenu(page).boundingBox())?.width;

const endApp = async (app: RunningApp): Promise<void> => {
  await closeWindow(app);
  expect(await app.exited).toBe(0);
};

/** Chooses an item of a submenu of the user's menu, such as "Idioma", "Inglês". */
const choose = async (page: Page, menu: string, submenu: string, item: string): Promise<void> => {
  await page.getByRole('button', { name: menu }).click();
  const trigger = page.getByRole('menuitem', { name: submenu });
  await trigger.click();
  const radio = page.getByRole('menuitemradio', { name: item });
  await expect(radio).toBeInViewport();
  // Along the row into the submenu, then down: on a slanting way a slow pointer lands on the rows between.
  const row = await trigger.boundingBox();
  const target = await radio.boundingBox();
  if (row === null || target === null) throw new Error('The menu is not on the screen');
  await page.mouse.move(target.x + target.width / 2, row.y + row.height / 2, { steps: 12 });
  await radio.click();
};

/**
 * Opens what floats beside a button, waits until it has been drawn, and closes it with Escape, all from within the page. Asked
 * for its style, as by each look of a test, the browser reports an animation that takes no time; left alone, it does not.
 */
const openAndCloseUnwatched = (button: Locator, by: 'Enter' | 'pointer', floating: string): Promise<void> =>
  button.evaluate(
    async (element: HTMLElement, [how, selector]) => {
      const press = (target: Element | null, key: string) =>
        target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      if (how === 'pointer') {
        element.dispatchEvent(new PointerEvent('pointermove', { pointerType: 'mouse', bubbles: true }));
      } else {
        element.focus();
        // As for a real key: a click, unless the button has made something of the key itself.
        if (press(element, 'Enter') === true) element.click();
      }
      const isDrawn = () => document.querySelector<HTMLElement>(selector)?.style.animationName === '';
      while (!isDrawn()) await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      press(document.activeElement, 'Escape');
    },
    [by, floating] as const,
  );

/** The name of what has the focus, in words. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? (element instanceof HTMLElement ? element.innerText : '');
  });

test('the shell shows what the agent may use, is reached by keyboard, and asks before it logs out', async ({
  launch,
  control,
  ana,
}) => {
  const { page } = await launch();
  await logIn(page, ana);
  await test.step('everything is reached by keyboard alone, in the order it is seen', async () => {
    await expect(waitingList(page).getByText('Você não está em nenhuma fila.')).toBeVisible();
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    for (const name of [
      'Ir para o conteúdo',
      'Atendimento',
      'Recolher menu',
      'Canais de atendimento',
      'abrir filas',
      'Menu do usuário',
    ]) {
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe(name);
    }
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Meu Perfil' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'Idioma' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(userMenu(page)).toBeFocused();

    await sideMenu(page).getByRole('button', { name: 'Atendimento' }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('Recolher menu');
    await page.keyboard.press('Enter');
    await expect(sideMenu(page).getByRole('button', { name: 'Expandir menu' })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(sideMenu(page).getByRole('button', { name: 'Atendimento' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(sideMenu(page).getByRole('button', { name: 'Recolher menu' })).toBeFocused();
  });
  await test.step('the side menu has the modules that the agent may use and that are built, and nothing else is promised', async () => {
    // Ana may use four modules; one of them is built.
    await expect(sideMenu(page).getByRole('button')).toHaveText(['Atendimento', 'Recolher menu']);
    await expect(sideMenu(page).getByRole('button', { name: 'Atendimento' })).toHaveAttribute('aria-current', 'page');
    await userMenu(page).click();
    const items = await page.getByRole('menuitem').allInnerTexts();
    expect(items.map((item) => item.split('\n')[0])).toEqual([
      'Meu Perfil',
      'Idioma',
      'Aparência',
      'Preferências',
      'Atualizações',
      'Sobre o Smartspace Desktop',
      'Log out',
    ]);
    await expect(page.getByText(/Discador|Monitoramento|Configura|Perguntas Frequentes|dispositivos/)).toHaveCount(0);
    await page.keyboard.press('Escape');
  });
  await test.step('logging out asks first, and "Cancelar" leaves everything as it is', async () => {
    await logInToQueues(page, ['Suporte WhatsApp']);
    await userMenu(page).click();
    await page.getByRole('menuitem', { name: 'Log out' }).click();
    const question = page.getByRole('dialog', { name: 'Deseja sair?' });
    await question.getByRole('button', { name: 'Cancelar' }).click();
    await expect(question).toHaveCount(0);
    await expect(userMenu(page)).toBeFocused();
    const { sessions, queueLogins } = await control.state();
    expect([sessions.length, queueLogins.length]).toEqual([1, 1]);
  });
});

test('the side menu has no module where the agent has permission for none that is built', async ({
  launch,
  agents,
}) => {
  const { page } = await launch();
  const carla = agents['carla.nogueira'];
  if (carla === undefined) throw new Error('The demo has no Carla');
  await logIn(page, carla);
  await expect(page.getByText('Nenhum módulo liberado para você')).toBeVisible();
  await expect(sideMenu(page).getByRole('button')).toHaveText(['Recolher menu']);
});

test('by keyboard alone an agent serves a customer from the queue to the disposition', async ({
  launch,
  control,
  ana,
}) => {
  const { page } = await launch();
  const { keyboard } = page;
  await logIn(page, ana);
  await page.getByRole('button', { name: 'Canais de atendimento' }).focus();
  await keyboard.press('Enter');
  await expect(queuePanel(page)).toBeVisible();
  await queueSwitch(page, 'Suporte WhatsApp').focus();
  await keyboard.press('Space');
  await expect(queueSwitch(page, 'Suporte WhatsApp')).toBeChecked();
  await keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Canais de atendimento' })).toBeFocused();

  const attendanceId = await control.arrive(support, 'customer-001');
  await waitingList(page).getByRole('button', { name: 'Atender' }).focus();
  await keyboard.press('Enter');
  await expect(messageBox(page)).toBeFocused();
  await keyboard.type('Bom dia!');
  await keyboard.press('Enter');
  await expect.poll(() => control.agentsWords(attendanceId)).toEqual(['Bom dia!']);

  await page.getByRole('button', { name: 'Finalizar', exact: true }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Tabulação' })).toBeFocused();
  await keyboard.press('ArrowDown');
  await page.getByRole('button', { name: 'Finalizar atendimento' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByText('Nenhum atendimento aberto')).toBeVisible();
  expect((await control.attendance(attendanceId)).state).toBe('finished');
  // What had the focus is gone; the keyboard goes on from the module, not from the top of the window.
  await expect
    .poll(() => page.evaluate(() => document.querySelector('main')?.contains(document.activeElement)))
    .toBe(true);
});

test('nothing that happens takes the focus from who is typing', async ({ launch, control, ana }) => {
  const app = await launch();
  const { page } = app;
  const { attendanceId, customerName } = await startServing(app, control, ana);
  await expect(messageBox(page)).toBeFocused();
  await page.keyboard.type('Bom dia, ');
  await control.arrive(support, 'customer-002');
  await expect(waitingList(page).getByRole('button', { name: 'Atender' })).toBeVisible();
  await page.keyboard.type('em que posso ');
  await control.write(attendanceId, 'Alô?');
  await expect(page.getByRole('group', { name: 'Mensagens' }).getByText('Alô?')).toBeVisible();
  await control.faults({ cutEventStreams: true });
  await page.keyboard.type('ajudar?');
  await expect(messageBox(page)).toBeFocused();
  await expect(messageBox(page)).toHaveValue('Bom dia, em que posso ajudar?');
  await expect(page.getByRole('heading', { name: customerName })).toBeVisible();
});

test('the side menu, the appearance and the language change at once and stay over a restart', async ({
  launch,
  ana,
}) => {
  const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const first = await launch();
  await showAsItIs(first);
  await logIn(first.page, ana);
  await test.step('the side menu collapses', async () => {
    await expect.poll(() => widthOf(first.page)).toBe(208);
    await sideMenu(first.page).getByRole('button', { name: 'Recolher menu' }).click();
    await expect.poll(() => widthOf(first.page)).toBe(56);
  });
  await test.step('the appearance changes', async () => {
    await choose(first.page, 'Menu do usuário', 'Aparência', 'Escuro');
    await expect.poll(() => background(first.page)).toBe('rgb(15, 17, 21)');
  });
  await test.step('a menu, a panel and a tooltip are gone once closed, also where motion is reduced', async () => {
    const { page } = first;
    await openAndCloseUnwatched(userMenu(page), 'Enter', '[role=menu]');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await openAndCloseUnwatched(page.getByRole('button', { name: 'Canais de atendimento' }), 'Enter', '[role=dialog]');
    await expect(queuePanel(page)).toHaveCount(0);
    const toggle = sideMenu(page).getByRole('button', { name: 'Expandir menu' });
    await openAndCloseUnwatched(toggle, 'pointer', ':has(> [role=tooltip])');
    await expect(page.getByRole('tooltip')).toHaveCount(0);
  });
  await test.step('the language changes everything', async () => {
    await choose(first.page, 'Menu do usuário', 'Idioma', 'Inglês');
    await expect(first.page.getByRole('navigation', { name: 'Main menu' })).toBeVisible();
    await expect(first.page.locator('html')).toHaveAttribute('lang', 'en');
  });
  await endApp(first);

  const second = await launch();
  await showAsItIs(second);
  const { page } = second;
  await test.step('the language is as it was left, and changes back', async () => {
    await expect(page.getByRole('navigation', { name: 'Main menu' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'In progress' })).toBeVisible();
    await expect(page.getByRole('timer', { name: 'Not in any queue' })).toBeVisible();
    await choose(page, 'User menu', 'Language', 'Portuguese');
    await expect(sideMenu(page)).toBeVisible();
    await expect(inProgressList(page)).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'pt-BR');
  });
  await test.step('the appearance is as it was left, and changes back', async () => {
    expect(await background(page)).toBe('rgb(15, 17, 21)');
    await choose(page, 'Menu do usuário', 'Aparência', 'Claro');
    await expect.poll(() => background(page)).toBe('rgb(246, 247, 249)');
  });
  await test.step('the side menu is collapsed as it was left, and keeps its names', async () => {
    await expect(sideMenu(page).getByRole('button', { name: 'Expandir menu' })).toBeVisible();
    expect(await widthOf(page)).toBe(56);
    await sideMenu(page).getByRole('button', { name: 'Atendimento' }).hover();
    await expect(page.getByRole('tooltip')).toHaveText('Atendimento');
  });
});
