import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freeLoginRules, type LoginMethod } from '../../../shared/state/loginRules';
import { fail, succeed } from '../../../shared/state/problem';
import type { Desktop } from '../../../shared/ipc/desktop';
import { useAppStore } from '../../desktop/appStore';
import { createFakeMain, usualSettings } from '../../testing/fakeDesktop';
import { LoginScreen } from './LoginScreen';
import { loadLaterParts } from './useLaterParts';

const both = { password: true, microsoft: true, selfManaged: false };
const selfManaged = { password: false, microsoft: true, selfManaged: true };
const passwordOnly = { password: true, microsoft: false, selfManaged: false };
const reference = 'Este usuário pertence a um grupo autogerenciado. Entre em contato com Administrador da conta.';

const email = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'E-mail' });
const password = () => screen.queryByLabelText<HTMLInputElement>('Senha');

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
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what the e-mail allows', () => {
  it('is asked when its field is left, once for a domain', async () => {
    const readLoginOptions = vi.fn(async () => succeed(both));
    open({ readLoginOptions });
    await give('ana@Boreal.example');
    await give('bia@boreal.example');
    expect(readLoginOptions.mock.calls).toEqual([[{ email: 'ana@Boreal.example' }]]);
  });

  it('is asked after a pause in typing a whole address, and not before', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const readLoginOptions = vi.fn(async () => succeed(passwordOnly));
    open({ readLoginOptions });
    const type = (value: string) => fireEvent.input(email(), { target: { value } });
    type('ana@boreal');
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    expect(readLoginOptions).not.toHaveBeenCalled();
    type('ana@boreal.ex');
    await act(() => vi.advanceTimersByTimeAsync(300));
    type('ana@boreal.example');
    await act(() => vi.advanceTimersByTimeAsync(300));
    expect(readLoginOptions).not.toHaveBeenCalled();
    await act(() => vi.advanceTimersByTimeAsync(200));
    expect(readLoginOptions.mock.calls).toEqual([[{ email: 'ana@boreal.example' }]]);
  });

  it('is asked for the e-mail that was remembered', async () => {
    const readLoginOptions = vi.fn(async () => succeed(selfManaged));
    open({ readLoginOptions });
    act(() => useAppStore.setState({ settings: { ...usualSettings, lastEmail: 'ana@boreal.example' } }));
    await screen.findByText(reference);
    expect(readLoginOptions).toHaveBeenCalledWith({ email: 'ana@boreal.example' });
  });

  it('keeps nobody from typing the password while it is not known, or can not be', async () => {
    const readLoginOptions = vi.fn(async () => fail({ kind: 'no-network' }));
    open({ readLoginOptions });
    await give('ana@boreal.example');
    expect(password()).not.toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
    // The next time may go better.
    await give('ana@boreal.example');
    expect(readLoginOptions).toHaveBeenCalledTimes(2);
  });

  it('comes from the address of the moment: an older answer is dropped', async () => {
    const answers = new Map<string, (value: unknown) => void>();
    open({
      readLoginOptions: ({ email: asked }) => new Promise((resolve) => answers.set(asked, resolve)),
    });
    await give('ana@boreal.example');
    await give('ana@aurora.example');
    await act(async () => answers.get('ana@aurora.example')?.(succeed(passwordOnly)));
    await act(async () => answers.get('ana@boreal.example')?.(succeed(selfManaged)));
    expect(password()).not.toBeNull();
    expect(screen.queryByText(reference)).toBeNull();
  });

  it('is void as soon as the domain changes', async () => {
    open({ readLoginOptions: async () => succeed(selfManaged) });
    await give('ana@boreal.example');
    expect(password()).toBeNull();
    fireEvent.input(email(), { target: { value: 'ana@boreal.exampl' } });
    expect(password()).not.toBeNull();
    expect(screen.queryByText(reference)).toBeNull();
  });
});

describe('a computer whose policies allow Microsoft only', () => {
  const allow = (methods: readonly LoginMethod[]) =>
    act(() => useAppStore.setState({ loginRules: { ...freeLoginRules, methods: [...methods] } }));

  it('shows no password, and asks for the e-mail before it goes to Microsoft', async () => {
    const signInWithMicrosoft = vi.fn(async () => succeed('cancelled'));
    open({ signInWithMicrosoft, readLoginOptions: async () => succeed(selfManaged) });
    allow(['microsoft']);
    expect(password()).toBeNull();
    expect(screen.queryByRole('link', { name: 'Esqueci minha senha' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Microsoft' }));
    expect(screen.getByText('Digite seu e-mail')).toBeTruthy();
    expect(signInWithMicrosoft).not.toHaveBeenCalled();
    await give('ana@boreal.example');
    fireEvent.click(screen.getByRole('button', { name: 'Microsoft' }));
    expect(signInWithMicrosoft).toHaveBeenCalledWith({ email: 'ana@boreal.example', place: null });
  });

  it('says that an e-mail with a password is of no use there', async () => {
    open({ readLoginOptions: async () => succeed(passwordOnly) });
    allow(['microsoft']);
    await give('ana@aurora.example');
    expect(screen.getByText(/Sua empresa não permite, neste computador/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Microsoft' })).toBeNull();
  });
});
