import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { loggedIn, lunch, makePresence, makeQueue } from '../features/queues/testQueues';
import { ana, usualSettings } from '../testing/fakeDesktop';
import { renderShell } from './testing/renderShell';

const notEnabled = { ...ana, omnichannel: { enabled: false as const, missing: ['licence' as const] } };
const signedIn = (agent = ana, survivesRestart = true) => ({ kind: 'signed-in' as const, agent, survivesRestart });
const offline = {
  kind: 'offline' as const,
  since: Date.now(),
  nextTryAt: null,
  problem: { kind: 'no-network' as const },
};

const collapsed = { ...usualSettings, isSideMenuCollapsed: true };

describe('modules', () => {
  it('shows only the modules the agent may use, and marks the one in use', async () => {
    await renderShell({ session: signedIn({ ...notEnabled, permissions: ['attendance', 'monitoring'] }) });
    const menu = screen.getByRole('navigation', { name: 'Menu principal' });
    const modules = within(menu).getAllByRole('listitem');
    expect(modules).toHaveLength(1);
    expect(within(menu).getByRole('button', { name: 'Atendimento' }).getAttribute('aria-current')).toBe('page');
  });

  it('says who can help an agent without any module', async () => {
    await renderShell({ session: signedIn({ ...ana, permissions: ['configuration'] }) });
    expect(screen.getByText('Nenhum módulo liberado para você')).toBeTruthy();
    expect(screen.getByText(/administrador da conta/)).toBeTruthy();
  });

  it('tells what is missing while attendance is not enabled, and nothing else', async () => {
    await renderShell({ session: signedIn(notEnabled) });
    expect(screen.getByRole('heading', { name: 'O atendimento ainda não está habilitado' })).toBeTruthy();
    expect(screen.getByText('Licença')).toBeTruthy();
    expect(screen.queryByText('Perfil omnichannel')).toBeNull();
  });

  it('moves through the side menu by arrow keys, round at the ends', async () => {
    await renderShell({ session: signedIn(notEnabled) });
    const first = screen.getByRole('button', { name: 'Atendimento' });
    const last = screen.getByRole('button', { name: 'Recolher menu' });
    first.focus();
    fireEvent.keyDown(first, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(last);
    fireEvent.keyDown(last, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(first);
  });

  it('asks main to keep the side menu collapsed', async () => {
    const changeSettings = vi.fn(() => Promise.resolve(undefined));
    await renderShell({ session: signedIn(notEnabled) }, { changeSettings });
    fireEvent.click(screen.getByRole('button', { name: 'Recolher menu' }));
    expect(changeSettings).toHaveBeenCalledWith({ isSideMenuCollapsed: true });
  });

  it('keeps the focus on the button that collapses the side menu', async () => {
    const main = await renderShell({ session: signedIn(notEnabled) });
    const button = screen.getByRole('button', { name: 'Recolher menu' });
    button.focus();
    act(() => main.emit('settings:changed', collapsed));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Expandir menu' }));
  });
});

describe('the banner', () => {
  it('tries again when asked, and says so once the line is back to being read', async () => {
    const retryConnection = vi.fn(() => Promise.resolve(undefined));
    const main = await renderShell(
      { session: signedIn(notEnabled), connection: { ...offline, nextTryAt: Date.now() + 60_000 } },
      { retryConnection },
    );
    expect(screen.getByText('Sem conexão com a plataforma.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Tentar agora' }));
    expect(retryConnection).toHaveBeenCalledOnce();
    act(() => main.emit('connection:changed', { kind: 'connecting' }));
    expect(screen.getByText(/^Reconectando/)).toBeTruthy();
    act(() => main.emit('connection:changed', { kind: 'live' }));
    expect(screen.queryByText(/^Reconectando/)).toBeNull();
    expect(within(screen.getByRole('status')).getByText('Conexão com a plataforma restabelecida.')).toBeTruthy();
  });

  it('appears in a place that is announced from the start, and moves no focus', async () => {
    const main = await renderShell({ session: signedIn(notEnabled) });
    const place = screen.getByRole('status');
    const module = screen.getByRole('button', { name: 'Atendimento' });
    module.focus();
    act(() => main.emit('connection:changed', offline));
    expect(within(place).getByText('Sem conexão com a plataforma.')).toBeTruthy();
    expect(document.activeElement).toBe(module);
  });

  it('says once that the login will not be kept', async () => {
    const main = await renderShell({ session: signedIn(notEnabled, false) });
    fireEvent.click(screen.getByRole('button', { name: 'Entendi' }));
    act(() => main.emit('session:changed', signedIn({ ...notEnabled, name: 'Ana Lima' }, false)));
    expect(screen.queryByText(/será preciso entrar novamente/)).toBeNull();
  });

  it('tells of a link to set a password, which the agent opens or dismisses, and moves no focus', async () => {
    const openPasswordLink = vi.fn(() => Promise.resolve(undefined));
    const dismissPasswordLink = vi.fn(() => Promise.resolve(undefined));
    const main = await renderShell({ session: signedIn(notEnabled) }, { openPasswordLink, dismissPasswordLink });
    const module = screen.getByRole('button', { name: 'Atendimento' });
    module.focus();
    act(() => main.emit('password:link-changed', { kind: 'waiting', canOpen: true }));
    expect(screen.getByText('Um link para definir a senha foi recebido.')).toBeTruthy();
    expect(document.activeElement).toBe(module);
    fireEvent.click(screen.getByRole('button', { name: 'Definir senha' }));
    expect(openPasswordLink).toHaveBeenCalledOnce();
    fireEvent.click(screen.getByRole('button', { name: 'Dispensar' }));
    expect(dismissPasswordLink).toHaveBeenCalledOnce();
  });

  it('offers no button for a link while attendances are in progress', async () => {
    const main = await renderShell({
      session: signedIn(notEnabled),
      passwordLink: { kind: 'waiting', canOpen: false },
    });
    expect(screen.getByText(/depois que os atendimentos forem finalizados/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Definir senha' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Dispensar' })).toBeTruthy();
    act(() => main.emit('password:link-changed', { kind: 'waiting', canOpen: true }));
    expect(screen.getByRole('button', { name: 'Definir senha' })).toBeTruthy();
  });

  it('resumes every queue of an automatic pause', async () => {
    const resumeQueue = vi.fn(() => Promise.resolve({ ok: true, value: undefined }));
    const byPlatform = {
      kind: 'paused',
      since: '2026-11-22T12:40:00.000Z',
      reason: lunch,
      startedBy: 'platform',
    } as const;
    await renderShell(
      {
        session: signedIn(notEnabled),
        presence: makePresence({
          queues: [makeQueue({ id: 'a', state: byPlatform }), makeQueue({ id: 'b', state: byPlatform })],
          automaticPause: { since: '2026-11-22T12:40:00.000Z', missedOffers: 3 },
        }),
      },
      { resumeQueue },
    );
    await screen.findByText('Você foi colocado em pausa automaticamente: 3 ofertas perdidas em seguida.');
    fireEvent.click(screen.getByRole('button', { name: 'Retomar' }));
    await waitFor(() => expect(resumeQueue.mock.calls).toEqual([[{ queueId: 'a' }], [{ queueId: 'b' }]]));
  });
});

describe('the time', () => {
  it("counts from the platform's times, whatever this computer's clock says", async () => {
    const skew = 3_600_000;
    const since = new Date(Date.now() + skew - 125_000).toISOString();
    const main = await renderShell({
      session: signedIn(notEnabled),
      presence: makePresence({ timer: { kind: 'online', since } }),
    });
    act(() => main.emit('connection:clock-changed', skew));
    const timer = await screen.findByRole('timer', { name: 'Tempo on-line' });
    expect(timer.textContent).toMatch(/^02:0[456]$/);
    expect(timer.getAttribute('aria-live')).toBe('off');
  });

  it('names the reason of a pause, and stands still out of all queues', async () => {
    const main = await renderShell({
      session: signedIn(notEnabled),
      presence: makePresence({ timer: { kind: 'paused', since: new Date().toISOString(), reasonName: 'Almoço' } }),
    });
    expect((await screen.findByRole('timer', { name: 'Tempo em pausa' })).textContent).toContain('Almoço');
    act(() => main.emit('presence:changed', { presence: makePresence({ revision: 2 }), heardAt: Date.now() }));
    expect(screen.getByRole('timer', { name: 'Fora das filas' }).textContent).toBe('00:00');
  });

  it('tells the age of what it shows only while the platform is out of reach', async () => {
    const presence = makePresence({ queues: [makeQueue({ id: 'a', state: loggedIn() })] });
    const main = await renderShell({ session: signedIn(notEnabled), presence });
    await screen.findByRole('timer');
    act(() => main.emit('presence:changed', { presence, heardAt: Date.now() - 125_000 }));
    expect(screen.queryByText('há 2 min')).toBeNull();
    act(() => main.emit('connection:changed', offline));
    expect(screen.getByText('há 2 min')).toBeTruthy();
  });
});

describe('starting without the platform', () => {
  it('shows no made-up data, and lets the agent change what this computer keeps alone', async () => {
    await renderShell({ session: { kind: 'resuming', email: 'ana@empresa.com.br' }, connection: offline });
    expect(screen.getByText('Sem conexão com a plataforma.')).toBeTruthy();
    expect(screen.queryByRole('timer')).toBeNull();
    expect(screen.getByRole('main').querySelector('[aria-busy="true"]')).not.toBeNull();
    fireEvent.keyDown(screen.getByRole('button', { name: 'Menu do usuário' }), { key: 'Enter' });
    const items = await screen.findAllByRole('menuitem');
    expect(items.map((item) => item.getAttribute('aria-label') ?? item.textContent)).toEqual([
      'Idioma',
      'Aparência',
      'Preferências',
      'Atualizações',
      'Sobre o Smartspace Desktop',
    ]);
  });
});
