import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desktop } from '../../../shared/ipc/desktop';
import { fail, succeed } from '../../../shared/state/problem';
import { useAppStore } from '../../desktop/appStore';
import { createFakeMain } from '../../testing/fakeDesktop';
import { LoginScreen } from '../login/LoginScreen';

const answer = /^Se houver uma conta com este e-mail, enviaremos um link/;
const email = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'E-mail' });
const send = () => act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Enviar link' })));

/** From the login, as an agent gets there. */
const open = async (typed: string, verbs: Partial<Desktop> = {}) => {
  const requestPasswordLink = vi.fn(async () => succeed(undefined));
  vi.stubGlobal('desktop', createFakeMain({}, { requestPasswordLink, ...verbs }).desktop);
  render(<LoginScreen endReason={null} savedPasswordOf={null} onPasswordInput={() => undefined} />);
  fireEvent.input(email(), { target: { value: typed } });
  fireEvent.click(screen.getByRole('link', { name: 'Esqueci minha senha' }));
  await screen.findByRole('heading', { name: 'Esqueci minha senha' });
  return { requestPasswordLink };
};

beforeEach(() => {
  useAppStore.setState(useAppStore.getInitialState(), true);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a forgotten password', () => {
  it('takes over the e-mail from the login and asks for a link', async () => {
    const { requestPasswordLink } = await open(' ana@empresa.com.br ');
    expect(email().value).toBe('ana@empresa.com.br');
    expect(document.activeElement).toBe(email());
    await send();
    expect(requestPasswordLink).toHaveBeenCalledWith({ email: 'ana@empresa.com.br' });
    expect(screen.getByText(answer)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Voltar' }));
  });

  it('goes back to the login with the e-mail', async () => {
    await open('ana@empresa.com.br');
    fireEvent.change(email(), { target: { value: 'bia@empresa.com.br' } });
    fireEvent.click(screen.getByRole('button', { name: 'Voltar' }));
    expect(screen.getByRole('heading', { name: 'Entrar' })).toBeTruthy();
    expect(email().value).toBe('bia@empresa.com.br');
    expect(document.activeElement).toBe(screen.getByLabelText('Senha'));
  });

  it('asks the platform nothing without a whole e-mail', async () => {
    const { requestPasswordLink } = await open('');
    await send();
    expect(screen.getByText('Digite seu e-mail')).toBeTruthy();
    fireEvent.change(email(), { target: { value: 'ana@' } });
    expect(screen.getByText('Este e-mail não está completo')).toBeTruthy();
    expect(requestPasswordLink).not.toHaveBeenCalled();
  });

  it('says what went wrong, and keeps the e-mail for the next try', async () => {
    const requestPasswordLink = vi.fn(async () => fail({ kind: 'no-network' }));
    await open('ana@empresa.com.br', { requestPasswordLink });
    await send();
    expect(screen.getByRole('alert').textContent).toContain('Este computador está sem rede');
    expect(email().value).toBe('ana@empresa.com.br');
    await send();
    expect(requestPasswordLink).toHaveBeenCalledTimes(2);
  });

  it('shows the reference text, and sends nothing, for a domain that manages itself', async () => {
    const readLoginOptions = async () => succeed({ password: false, microsoft: true, selfManaged: true });
    const requestPasswordLink = vi.fn(async () => succeed(undefined));
    await open('', { readLoginOptions, requestPasswordLink });
    fireEvent.change(email(), { target: { value: 'fernanda@boreal.example' } });
    // Sent by Enter, before anything is known of the address.
    await act(async () => void fireEvent.submit(email()));
    expect(
      screen.getByText('Este usuário pertence a um grupo autogerenciado. Entre em contato com Administrador da conta.'),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Enviar link' })).toBeNull();
    expect(requestPasswordLink).not.toHaveBeenCalled();
    fireEvent.change(email(), { target: { value: 'ana@aurora.example' } });
    expect(screen.getByRole('button', { name: 'Enviar link' })).toBeTruthy();
  });
});
