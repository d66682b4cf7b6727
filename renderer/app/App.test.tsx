import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Desktop } from '../../shared/ipc/desktop';
import type { Agent } from '../../shared/platform/agent';
import { succeed } from '../../shared/state/problem';
import { connectAppStore, useAppStore } from '../desktop/appStore';
import { loadLaterParts } from '../features/login/useLaterParts';
import { ana, createFakeMain, usualSettings, type FakeWorld } from '../testing/fakeDesktop';
import { App } from './App';
import { loadShell } from './loadShell';

const good = 'Jabuticaba@2026';
const signedOut = { kind: 'signed-out', reason: null } as const;
const agent: Agent = { ...ana, permissions: [] };
const signedIn = { kind: 'signed-in', agent, survivesRestart: true } as const;
const expired = { kind: 'expired', agent, reason: 'revoked' } as const;
const forBia = { kind: 'open', email: 'bia@empresa.com.br' } as const;

const open = async (world: Partial<FakeWorld>, verbs: Partial<Desktop> = {}) => {
  await Promise.all([loadShell(), loadLaterParts()]);
  const main = createFakeMain(world, verbs);
  Object.defineProperty(window, 'desktop', { value: main.desktop, configurable: true });
  onTestFinished(await connectAppStore());
  await act(async () => void render(<App page="login" />));
  return main;
};

const savePassword = async (email: string) => {
  expect(await screen.findByText(`Para ${email}`)).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Nova senha'), { target: { value: good } });
  fireEvent.change(screen.getByLabelText('Confirmar senha'), { target: { value: good } });
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Salvar' })));
};

beforeEach(() => {
  useAppStore.setState(useAppStore.getInitialState(), true);
});

describe('a link where nobody is logged in', () => {
  it('takes the place of the login, and gives it back when it is dismissed', async () => {
    const main = await open({ session: signedOut });
    act(() => main.emit('password:link-changed', { kind: 'checking' }));
    expect(screen.getByRole('heading', { name: 'Definição de senha' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Entrar' })).toBeNull();
    act(() => main.emit('password:link-changed', { kind: 'none' }));
    expect(screen.getByRole('button', { name: 'Entrar' })).toBeTruthy();
  });

  it('leads to the login with the e-mail of the password that was set', async () => {
    const main = await open(
      { session: signedOut, passwordLink: forBia, settings: { ...usualSettings, lastEmail: ana.email } },
      { savePassword: async () => succeed('login') },
    );
    await savePassword(forBia.email);
    act(() => main.emit('password:link-changed', { kind: 'none' }));
    expect(screen.getByText('Senha salva. Entre com ela.')).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'E-mail' }).value).toBe(forBia.email);

    // Once somebody is in, it has been told.
    await act(async () => main.emit('session:changed', signedIn));
    await act(async () => main.emit('session:changed', signedOut));
    expect(screen.queryByText('Senha salva. Entre com ela.')).toBeNull();
  });

  it('leads into the shell where the platform logs the agent in', async () => {
    const main = await open(
      { session: signedOut, passwordLink: forBia },
      { savePassword: async () => succeed('signed-in') },
    );
    await savePassword(forBia.email);
    await act(async () => {
      main.emit('password:link-changed', { kind: 'none' });
      main.emit('session:changed', signedIn);
    });
    expect(await screen.findByRole('navigation', { name: 'Menu principal' })).toBeTruthy();
    expect(screen.queryByText(/Senha salva/)).toBeNull();
  });
});

describe('a link that an agent opens beside the work', () => {
  it('covers the shell, which stays as it is, and gives the focus back', async () => {
    const dismissPasswordLink = vi.fn(async () => undefined);
    const main = await open({ session: signedIn }, { dismissPasswordLink });
    const shell = await screen.findByRole('navigation', { name: 'Menu principal' });
    act(() => main.emit('password:link-changed', { kind: 'waiting', canOpen: true }));
    const button = screen.getByRole('button', { name: 'Menu do usuário' });
    button.focus();
    act(() => main.emit('password:link-changed', forBia));
    const layer = screen.getByRole('dialog', { name: 'Definição de senha' });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Nova senha')));
    expect(shell.isConnected).toBe(true);
    fireEvent.keyDown(document.activeElement ?? layer, { key: 'Escape' });
    expect(layer.isConnected).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Voltar' }));
    expect(dismissPasswordLink).toHaveBeenCalledOnce();
    act(() => main.emit('password:link-changed', { kind: 'none' }));
    expect(screen.getByRole('navigation', { name: 'Menu principal' })).toBe(shell);
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  it('says that the password is saved until the agent has read it', async () => {
    const main = await open(
      { session: signedIn, passwordLink: forBia },
      { savePassword: async () => succeed('saved') },
    );
    await savePassword(forBia.email);
    act(() => main.emit('password:link-changed', { kind: 'none' }));
    expect(screen.getByText('Senha salva.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Entendi' }));
    expect(screen.queryByText('Senha salva.')).toBeNull();
  });

  it("is followed by the question for the new password where it was the agent's own", async () => {
    const forAna = { kind: 'open', email: ana.email } as const;
    const main = await open(
      { session: signedIn, passwordLink: forAna },
      { savePassword: async () => succeed('saved') },
    );
    await savePassword(ana.email);
    act(() => {
      main.emit('password:link-changed', { kind: 'none' });
      main.emit('session:changed', expired);
    });
    const dialog = screen.getByRole('dialog', { name: 'Entre de novo para continuar' });
    expect(dialog.textContent).toContain('Senha salva. Entre com ela para continuar.');
  });

  it('and the question for a password come one after the other', async () => {
    const main = await open({ session: expired });
    expect(await screen.findByRole('dialog', { name: 'Entre de novo para continuar' })).toBeTruthy();
    act(() => main.emit('password:link-changed', forBia));
    expect(screen.getByRole('dialog').textContent).toContain('Definição de senha');
    act(() => main.emit('password:link-changed', { kind: 'none' }));
    expect(screen.getByRole('dialog', { name: 'Entre de novo para continuar' })).toBeTruthy();
  });
});

describe('a session that ends', () => {
  it('leaves what is below as it is, with where the agent had scrolled to, and goes on there', async () => {
    const main = await open({ session: signedIn });
    const content = await screen.findByRole('main');
    content.scrollTop = 120;
    act(() => main.emit('session:changed', expired));
    expect(screen.getByRole('dialog', { name: 'Entre de novo para continuar' })).toBeTruthy();
    act(() => main.emit('session:changed', signedIn));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('main')).toBe(content);
    expect(content.scrollTop).toBe(120);
  });
});
