import { act, createEvent, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, succeed, type Problem } from '../../../shared/state/problem';
import { useAppStore } from '../../desktop/appStore';
import { createFakeMain, usualSettings } from '../../testing/fakeDesktop';
import { LoginScreen } from './LoginScreen';

const email = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'E-mail' });
const password = () => screen.getByLabelText<HTMLInputElement>('Senha');
const button = () => screen.getByRole('button', { name: 'Entrar' });

const open = (signIn: () => Promise<unknown> = async () => succeed(undefined)) => {
  const asked = vi.fn(signIn);
  const onPasswordInput = vi.fn();
  vi.stubGlobal('desktop', createFakeMain({}, { signIn: asked }).desktop);
  render(<LoginScreen endReason={null} savedPasswordOf={null} onPasswordInput={onPasswordInput} />);
  return { asked, onPasswordInput };
};

const fill = (address: string, secret: string) => {
  fireEvent.input(email(), { target: { value: address } });
  fireEvent.input(password(), { target: { value: secret } });
};

/** This document's keyboard events know no modifier states. */
const pressWithCapsLock = (isOn: boolean) => {
  const event = createEvent.keyUp(password());
  Object.defineProperty(event, 'getModifierState', { value: (key: string) => key === 'CapsLock' && isOn });
  fireEvent(password(), event);
};

const submitAndGetAlert = async (problem: Problem) => {
  open(async () => fail(problem));
  fill('ana@empresa.com.br', 'Senha-1234');
  fireEvent.click(button());
  return screen.findByRole('alert');
};

beforeEach(() => {
  useAppStore.setState(useAppStore.getInitialState(), true);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('logging in', () => {
  it('sends what was typed, freed of blanks around the e-mail but not in the password', async () => {
    const { asked } = open();
    fill('  ana@empresa.com.br ', ' Senha 1 ');
    fireEvent.click(button());
    await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
    expect(asked).toHaveBeenCalledWith({ email: 'ana@empresa.com.br', password: ' Senha 1 ' });
  });

  it('takes no second try while one is under way, and none after it worked', async () => {
    let answer: (value: unknown) => void = () => undefined;
    const { asked } = open(() => new Promise((resolve) => (answer = resolve)));
    fill('ana@empresa.com.br', 'Senha-1234');
    fireEvent.click(button());
    expect(button().getAttribute('aria-busy')).toBe('true');
    fireEvent.click(button());
    fireEvent.submit(button());
    await act(async () => answer(succeed(undefined)));
    fireEvent.click(button());
    fireEvent.submit(button());
    expect(asked).toHaveBeenCalledOnce();
  });

  it('tells that a password is being typed, so that what comes next can be prepared', () => {
    const { onPasswordInput } = open();
    fireEvent.input(email(), { target: { value: 'ana' } });
    expect(onPasswordInput).not.toHaveBeenCalled();
    fireEvent.input(password(), { target: { value: 'S' } });
    expect(onPasswordInput).toHaveBeenCalled();
  });
});

describe('what is missing', () => {
  it('is said under its field, and the first such field gets the cursor', () => {
    const { asked } = open();
    fireEvent.click(button());
    expect(email().getAttribute('aria-describedby')).toBe(screen.getByText('Digite seu e-mail').id);
    expect(screen.getByText('Digite sua senha')).toBeTruthy();
    expect(document.activeElement).toBe(email());
    expect(asked).not.toHaveBeenCalled();
  });

  it('is no longer said once it is put right', () => {
    open();
    fill('ana@', 'Senha-1234');
    fireEvent.click(button());
    expect(screen.getByText('Este e-mail não está completo')).toBeTruthy();
    fireEvent.input(email(), { target: { value: 'ana@empresa.com.br' } });
    expect(screen.queryByText('Este e-mail não está completo')).toBeNull();
    expect(email().getAttribute('aria-invalid')).toBeNull();
  });

  it('is not said before the first try', () => {
    open();
    fill('ana', '');
    expect(email().getAttribute('aria-invalid')).toBeNull();
  });
});

describe('what went wrong', () => {
  it('is said at once, and the password is ready to be typed over', async () => {
    const alert = await submitAndGetAlert({ kind: 'wrong-password' });
    expect(alert.textContent).toContain('E-mail ou senha incorretos');
    expect(document.activeElement).toBe(password());
    expect(password().selectionEnd).toBe('Senha-1234'.length);
    expect(button().getAttribute('aria-busy')).toBeNull();
  });

  it('goes when the next try begins', async () => {
    await submitAndGetAlert({ kind: 'no-network' });
    vi.stubGlobal('desktop', createFakeMain({}, { signIn: () => new Promise(() => undefined) }).desktop);
    fireEvent.click(button());
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('counts down while the account is locked, and goes when that is over', async () => {
    vi.useFakeTimers({ now: new Date('2026-11-22T12:00:00.000Z'), toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    open(async () => fail({ kind: 'account-locked', until: '2026-11-22T12:05:00.000Z' }));
    fill('ana@empresa.com.br', 'Senha-1234');
    await act(async () => void fireEvent.click(button()));
    const timer = within(screen.getByRole('alert')).getByRole('timer');
    expect(timer.textContent).toBe('Faltam 05:00');
    act(() => void vi.advanceTimersByTime(60_000));
    expect(timer.textContent).toBe('Faltam 04:00');
    act(() => void vi.advanceTimersByTime(240_000));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is told in plain words, too, when main answers something unknown', async () => {
    const report = vi.spyOn(globalThis, 'reportError').mockImplementation(() => undefined);
    open(async () => ({ ok: 'private words' }));
    fill('ana@empresa.com.br', 'Senha-1234');
    fireEvent.click(button());
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('session:sign-in');
    expect(alert.textContent).not.toContain('private words');
    expect(report).toHaveBeenCalledOnce();
    report.mockRestore();
  });
});

describe('the remembered e-mail', () => {
  const remember = () =>
    act(() => useAppStore.setState({ settings: { ...usualSettings, lastEmail: 'bia@empresa.com.br' } }));

  it('is filled in, with the cursor in the password', () => {
    open();
    expect(document.activeElement).toBe(email());
    remember();
    expect(email().value).toBe('bia@empresa.com.br');
    expect(document.activeElement).toBe(password());
  });

  it('never takes the place of what was typed before it came', () => {
    open();
    fireEvent.input(email(), { target: { value: 'ana' } });
    remember();
    expect(email().value).toBe('ana');
    expect(document.activeElement).toBe(email());
  });
});

describe('a password that has just been set', () => {
  it('is told calmly, with its e-mail filled in and the cursor in the password', () => {
    vi.stubGlobal('desktop', createFakeMain().desktop);
    useAppStore.setState({ settings: { ...usualSettings, lastEmail: 'bia@empresa.com.br' } });
    const screenOf = (savedPasswordOf: string | null) => (
      <LoginScreen endReason="revoked" savedPasswordOf={savedPasswordOf} onPasswordInput={() => undefined} />
    );
    const { rerender } = render(screenOf(null));
    expect(email().value).toBe('bia@empresa.com.br');
    rerender(screenOf('ana@empresa.com.br'));
    expect(screen.getByText('Senha salva. Entre com ela.')).toBeTruthy();
    expect(screen.queryByText(/revogou/)).toBeNull();
    expect(email().value).toBe('ana@empresa.com.br');
    expect(document.activeElement).toBe(password());
  });
});

describe('the password field', () => {
  it('shows and hides what is typed', () => {
    open();
    expect(password().type).toBe('password');
    fireEvent.click(screen.getByRole('button', { name: 'Mostrar senha' }));
    expect(password().type).toBe('text');
    fireEvent.click(screen.getByRole('button', { name: 'Ocultar senha' }));
    expect(password().type).toBe('password');
  });

  it('says when Caps Lock is on', () => {
    open();
    pressWithCapsLock(true);
    expect(screen.getByText('Caps Lock está ativado')).toBeTruthy();
    pressWithCapsLock(false);
    expect(screen.queryByText('Caps Lock está ativado')).toBeNull();
  });
});

describe('around the form', () => {
  it('says calmly why the session ended', () => {
    vi.stubGlobal('desktop', createFakeMain().desktop);
    render(<LoginScreen endReason="keychain-unreadable" savedPasswordOf={null} onPasswordInput={() => undefined} />);
    expect(screen.getByText(/chaveiro do sistema não pôde ser lido/)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each([
    ['expired', 'porque expirou'],
    ['reused', 'o mesmo acesso foi usado duas vezes'],
    ['revoked', 'o administrador revogou o acesso'],
    ['replaced', 'você entrou em outro computador'],
    ['unknown', 'foi encerrada pela plataforma'],
  ] as const)('says why the session ended: %s', (reason, words) => {
    vi.stubGlobal('desktop', createFakeMain().desktop);
    render(<LoginScreen endReason={reason} savedPasswordOf={null} onPasswordInput={() => undefined} />);
    expect(screen.getByText(new RegExp(words))).toBeTruthy();
  });

  it('asks main for another language', () => {
    const changeSettings = vi.fn(async () => undefined);
    vi.stubGlobal('desktop', createFakeMain({}, { changeSettings }).desktop);
    render(<LoginScreen endReason={null} savedPasswordOf={null} onPasswordInput={() => undefined} />);
    fireEvent.change(screen.getByRole('combobox', { name: 'Idioma' }), { target: { value: 'en' } });
    expect(changeSettings).toHaveBeenCalledWith({ language: 'en' });
  });

  it('shows the version, and that there is no network', () => {
    open();
    expect(screen.queryByText(/sem rede/)).toBeNull();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => {
      useAppStore.setState({ version: '1.2.3' });
      window.dispatchEvent(new Event('offline'));
    });
    expect(screen.getByText('Este computador está sem rede')).toBeTruthy();
    expect(screen.getByText('v1.2.3')).toBeTruthy();
    vi.restoreAllMocks();
  });
});
