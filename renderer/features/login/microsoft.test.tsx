import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { microsoftFailureSchema } from '../../../shared/state/microsoft';
import { fail, succeed, type Problem } from '../../../shared/state/problem';
import type { Desktop } from '../../../shared/ipc/desktop';
import { useAppStore } from '../../desktop/appStore';
import { createFakeMain, usualSettings } from '../../testing/fakeDesktop';
import { LoginScreen } from './LoginScreen';
import { loadLaterParts } from './useLaterParts';

const both = { password: true, microsoft: true, selfManaged: false };
const selfManaged = { password: false, microsoft: true, selfManaged: true };
const reference = 'Este usuário pertence a um grupo autogerenciado. Entre em contato com Administrador da conta.';

const email = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'E-mail' });
const password = () => screen.queryByLabelText<HTMLInputElement>('Senha');
const microsoft = () => screen.getByRole('button', { name: 'Microsoft' });

const never = () => new Promise(() => undefined);

const open = (verbs: Partial<Desktop>) => {
  vi.stubGlobal('desktop', createFakeMain({}, verbs).desktop);
  render(<LoginScreen endReason={null} savedPasswordOf={null} onPasswordInput={() => undefined} />);
};

/** Types an address and goes on, as by Tab. */
const give = async (address: string) => {
  await act(async () => {
    fireEvent.input(email(), { target: { value: address } });
    fireEvent.blur(email());
    await loadLaterParts();
  });
};

beforeEach(() => {
  useAppStore.setState(useAppStore.getInitialState(), true);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a domain with Microsoft', () => {
  it('has both ways beside each other', async () => {
    open({ readLoginOptions: async () => succeed(both) });
    await give('ana@aurora.example');
    expect(microsoft()).toBeTruthy();
    expect(screen.getByText('ou')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Entrar' })).toBeTruthy();
    expect(screen.queryByText(reference)).toBeNull();
  });

  it('has Microsoft and the reference text alone where it manages itself, and keeps the focus with them', async () => {
    open({ readLoginOptions: async () => succeed(selfManaged) });
    password()?.focus();
    await give('fernanda@boreal.example');
    expect(screen.getByText(reference)).toBeTruthy();
    expect(password()).toBeNull();
    expect(screen.queryByRole('link', { name: 'Esqueci minha senha' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Entrar' })).toBeNull();
    expect(document.activeElement?.contains(microsoft())).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
  });

  it('signs in by Enter in the e-mail, too', async () => {
    const signInWithMicrosoft = vi.fn(never);
    const signIn = vi.fn(never);
    open({ readLoginOptions: async () => succeed(selfManaged), signInWithMicrosoft, signIn });
    await give('fernanda@boreal.example');
    fireEvent.submit(email());
    expect(signInWithMicrosoft).toHaveBeenCalledWith({ email: 'fernanda@boreal.example', place: null });
    expect(signIn).not.toHaveBeenCalled();
  });
});

describe('while the agent is at Microsoft', () => {
  const begin = async (verbs: Partial<Desktop> = {}) => {
    const signInWithMicrosoft = vi.fn(never);
    const cancelMicrosoft = vi.fn(async () => undefined);
    open({ readLoginOptions: async () => succeed(both), signInWithMicrosoft, cancelMicrosoft, ...verbs });
    await give('ana@aurora.example');
    fireEvent.click(microsoft());
    return { signInWithMicrosoft, cancelMicrosoft };
  };

  it('says where to go on, in the focus, with everything typed kept', async () => {
    await begin();
    const heading = screen.getByRole('heading', { name: 'Continue na janela da Microsoft' });
    expect(document.activeElement).toBe(heading);
    expect(email().value).toBe('ana@aurora.example');
  });

  it('can be cancelled at once, which is no error, and is back at the button', async () => {
    const { cancelMicrosoft } = await begin();
    fireEvent.click(screen.getByRole('button', { name: 'Cancelar' }));
    expect(cancelMicrosoft).toHaveBeenCalledOnce();
    expect(screen.queryByText('Continue na janela da Microsoft')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(document.activeElement).toBe(microsoft());
  });

  it('goes on in the browser where the agent prefers that, and what the window answers counts no more', async () => {
    let closeWindow: (value: unknown) => void = () => undefined;
    const signInWithMicrosoft = vi.fn(({ place }: { place: string | null }) =>
      place === 'browser' ? never() : new Promise((resolve) => (closeWindow = resolve)),
    );
    await begin({ signInWithMicrosoft });
    fireEvent.click(screen.getByRole('button', { name: 'Usar o navegador' }));
    expect(signInWithMicrosoft).toHaveBeenLastCalledWith({ email: 'ana@aurora.example', place: 'browser' });
    await act(async () => closeWindow(succeed('cancelled')));
    expect(screen.getByRole('heading', { name: 'Continue no navegador' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Usar o navegador' })).toBeNull();
  });

  it('names the browser at once where the settings say so', async () => {
    useAppStore.setState({ settings: { ...usualSettings, microsoftPlace: 'browser' } });
    await begin();
    expect(screen.getByRole('heading', { name: 'Continue no navegador' })).toBeTruthy();
  });

  it('is over when the window is closed, without an error', async () => {
    await begin({ signInWithMicrosoft: async () => succeed('cancelled') });
    await waitFor(() => expect(screen.queryByText('Continue na janela da Microsoft')).toBeNull());
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a sign-in that came to nothing', () => {
  const detail = 'AADSTS65004 access_denied 2026-11-22 correlation 1a2b';
  const refuse = async (problem: Problem, verbs: Partial<Desktop> = {}) => {
    const signInWithMicrosoft = vi.fn(async () => fail(problem));
    open({ readLoginOptions: async () => succeed(both), signInWithMicrosoft, ...verbs });
    await give('ana@aurora.example');
    await act(async () => void fireEvent.click(microsoft()));
    return { alert: await screen.findByRole('alert'), signInWithMicrosoft };
  };

  it.each(microsoftFailureSchema.options)('says what happened and what to do: %s', async (failure) => {
    const t = i18next.getFixedT('pt-BR', 'microsoft');
    const { alert } = await refuse({ kind: 'microsoft-sign-in', failure, detail });
    expect(alert.textContent).toContain(t(`failure.${failure}.title`));
    expect(alert.textContent).toContain(t(`failure.${failure}.nextStep`));
    expect(alert.textContent).not.toContain('failure.');
  });

  it('has words of its own for each failure', () => {
    const t = i18next.getFixedT('pt-BR', 'microsoft');
    const titles = microsoftFailureSchema.options.map((failure) => t(`failure.${failure}.title`));
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('shows what Microsoft called it, and copies it', async () => {
    const copyText = vi.fn(async () => undefined);
    const { alert } = await refuse({ kind: 'microsoft-sign-in', failure: 'declined', detail }, { copyText });
    expect(alert.textContent).toContain(detail);
    expect(document.activeElement).toBe(microsoft());
    fireEvent.click(screen.getByRole('button', { name: 'Copiar detalhes' }));
    expect(copyText).toHaveBeenCalledWith({ text: detail });
    expect(await screen.findByText('Detalhes copiados')).toBeTruthy();
  });

  it('offers the browser only where that is what it takes', async () => {
    const { signInWithMicrosoft } = await refuse({ kind: 'microsoft-sign-in', failure: 'browser-needed', detail: '' });
    expect(screen.queryByRole('button', { name: 'Copiar detalhes' })).toBeNull();
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Abrir no navegador' })));
    expect(signInWithMicrosoft).toHaveBeenLastCalledWith({ email: 'ana@aurora.example', place: 'browser' });
  });

  it('is no longer told once the agent tries a password', async () => {
    await refuse({ kind: 'microsoft-sign-in', failure: 'other', detail }, { signIn: never });
    const field = password();
    if (field === null) throw new Error('There is no password field');
    fireEvent.input(field, { target: { value: 'Senha-1234' } });
    fireEvent.submit(field);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('tells of the network as everything else does', async () => {
    const { alert } = await refuse({ kind: 'no-network' });
    expect(alert.textContent).toContain('Este computador está sem rede');
  });
});
