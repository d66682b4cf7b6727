import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Desktop } from '../../../shared/ipc/desktop';
import type { Presence } from '../../../shared/platform/queues';
import { fail, succeed } from '../../../shared/state/problem';
import { ana } from '../../testing/fakeDesktop';
import { renderShell } from '../../layout/testing/renderShell';
import { loggedIn, lunch, makePresence, makeQueue, paused, training } from './testQueues';

const session = { kind: 'signed-in' as const, agent: { ...ana, permissions: [] }, survivesRestart: true };
const queues = [
  makeQueue({ id: 'support', name: 'Suporte', pauseReasons: [lunch, training] }),
  makeQueue({ id: 'sales', name: 'Vendas', state: loggedIn(), pauseReasons: [lunch, training] }),
  makeQueue({ id: 'voice', name: 'Receptivo', channel: 'voice', state: loggedIn() }),
];

const openPanel = async (presence: Presence, verbs: Partial<Desktop> = {}) => {
  const main = await renderShell({ session, presence }, verbs);
  fireEvent.click(await screen.findByRole('button', { name: 'Canais de atendimento' }));
  const panel = await screen.findByRole('dialog', { name: 'Canais de atendimento' });
  const row = (name: string) => within(within(panel).getByRole('group', { name }));
  return { main, panel, row };
};

const isOn = (element: HTMLElement) => element.getAttribute('aria-checked') === 'true';

it('shows one switch a queue by channel, as the platform says it, and where that comes from', async () => {
  const { panel } = await openPanel(makePresence({ queues }));
  const switches = within(panel).getAllByRole('switch');
  expect(switches.map((element) => [element.id !== '' && isOn(element)])).toEqual([[false], [true], [true]]);
  expect(within(panel).getByRole('heading', { name: 'Voz' })).toBeTruthy();
  expect(panel.textContent).toContain('A plataforma diz: on-line em 2 filas · há');
});

it('stays off while logging in is under way, and turns on when the platform says so', async () => {
  let answer: (result: unknown) => void = () => undefined;
  const logInToQueues = vi.fn(
    () =>
      new Promise<unknown>((resolve) => {
        answer = resolve;
      }),
  );
  const { main, row } = await openPanel(makePresence({ queues }), { logInToQueues });
  const support = row('Suporte').getByRole('switch', { name: 'Suporte' });
  fireEvent.click(support);
  fireEvent.click(support);
  expect(logInToQueues.mock.calls).toEqual([[{ queueIds: ['support'] }]]);
  expect(isOn(support)).toBe(false);
  expect(support.getAttribute('aria-busy')).toBe('true');
  const after = queues.map((queue) => ({ ...queue, state: loggedIn() }));
  act(() =>
    main.emit('presence:changed', { presence: makePresence({ revision: 2, queues: after }), heardAt: Date.now() }),
  );
  await act(async () => answer(succeed(undefined)));
  expect(isOn(support)).toBe(true);
  expect(support.getAttribute('aria-busy')).toBeNull();
});

it('says under the queue why a command failed, and leaves its switch', async () => {
  const { row } = await openPanel(makePresence({ queues }), {
    logOutOfQueues: () => Promise.resolve(fail({ kind: 'platform-down', status: 503 })),
  });
  fireEvent.click(row('Vendas').getByRole('switch'));
  expect((await row('Vendas').findByRole('alert')).textContent).toContain('A plataforma não está respondendo');
  expect(isOn(row('Vendas').getByRole('switch'))).toBe(true);
  expect(row('Receptivo').queryByRole('alert')).toBeNull();
});

it('offers a pause with its reasons and limits only where there are reasons and the agent is in', async () => {
  const pauseQueue = vi.fn(() => Promise.resolve(succeed(undefined)));
  const { row } = await openPanel(makePresence({ queues }), { pauseQueue });
  expect(row('Suporte').queryByRole('button')).toBeNull();
  expect(row('Receptivo').queryByRole('button')).toBeNull();
  fireEvent.keyDown(row('Vendas').getByRole('button', { name: 'Pausar' }), { key: 'Enter' });
  const reasons = await screen.findAllByRole('menuitem');
  expect(reasons.map((reason) => reason.textContent)).toEqual(['Almoçoaté 10 min', 'Treinamentosem limite']);
  fireEvent.click(screen.getByRole('menuitem', { name: /Almoço/ }));
  await waitFor(() => expect(pauseQueue).toHaveBeenCalledWith({ queueId: 'sales', reasonId: 'lunch' }));
});

it('goes on from "Retomar" when the focused "Pausar" gives way to it', async () => {
  const { main, row } = await openPanel(makePresence({ queues }));
  row('Vendas').getByRole('button', { name: 'Pausar' }).focus();
  const after = queues.map((queue) => (queue.id === 'sales' ? { ...queue, state: paused() } : queue));
  act(() =>
    main.emit('presence:changed', { presence: makePresence({ revision: 2, queues: after }), heardAt: Date.now() }),
  );
  expect(document.activeElement).toBe(row('Vendas').getByRole('button', { name: 'Retomar' }));
});

it('warns when a pause is over its limit', async () => {
  const since = new Date(Date.now() - 700_000).toISOString();
  const { row } = await openPanel(
    makePresence({ queues: [makeQueue({ id: 'sales', name: 'Vendas', state: paused('agent', since) })] }),
  );
  expect(row('Vendas').getByText('acima de 10 min')).toBeTruthy();
});

it('enters and leaves all queues that it makes sense for', async () => {
  const logInToQueues = vi.fn(() => Promise.resolve(succeed(undefined)));
  const logOutOfQueues = vi.fn(() => Promise.resolve(succeed(undefined)));
  const { panel } = await openPanel(makePresence({ queues }), { logInToQueues, logOutOfQueues });
  fireEvent.click(within(panel).getByRole('button', { name: 'Entrar em todas' }));
  expect(logInToQueues).toHaveBeenCalledWith({ queueIds: ['support'] });
  fireEvent.click(within(panel).getByRole('button', { name: 'Sair de todas' }));
  expect(logOutOfQueues).toHaveBeenCalledWith({ queueIds: ['sales', 'voice'] });
  await waitFor(() => expect(panel.querySelector('[aria-busy="true"]')).toBeNull());
});

it('takes no command without the platform, says why, and keeps the focus where it was', async () => {
  const logInToQueues = vi.fn(() => Promise.resolve(succeed(undefined)));
  const { main, panel, row } = await openPanel(makePresence({ queues }), { logInToQueues });
  const support = row('Suporte').getByRole('switch');
  support.focus();
  act(() =>
    main.emit('connection:changed', { kind: 'offline', since: 0, nextTryAt: null, problem: { kind: 'no-network' } }),
  );
  expect(document.activeElement).toBe(support);
  fireEvent.click(support);
  fireEvent.click(within(panel).getByRole('button', { name: 'Entrar em todas' }));
  expect(logInToQueues).not.toHaveBeenCalled();
  expect(support.getAttribute('aria-disabled')).toBe('true');
  expect(panel.textContent).toContain('entrar, sair e pausar voltam a funcionar');
});

it('says who can help an agent without queues', async () => {
  const { panel } = await openPanel(makePresence({}));
  expect(panel.textContent).toContain('Nenhuma fila vinculada a você');
});

it('opens from the time as well, and gives the focus back there', async () => {
  await renderShell({ session, presence: makePresence({ queues }) });
  const time = await screen.findByRole('button', { name: 'Fora das filas abrir filas' });
  time.focus();
  fireEvent.click(time);
  const panel = await screen.findByRole('dialog', { name: 'Canais de atendimento' });
  await waitFor(() => expect(panel.contains(document.activeElement)).toBe(true));
  fireEvent.keyDown(document.activeElement ?? panel, { key: 'Escape' });
  await waitFor(() => expect(document.activeElement).toBe(time));
});
