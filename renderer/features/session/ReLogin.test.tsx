import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desktop } from '../../../shared/ipc/desktop';
import { sessionEndReasonSchema } from '../../../shared/platform/events';
import { succeed } from '../../../shared/state/problem';
import { useAppStore } from '../../desktop/appStore';
import { ana, createFakeMain } from '../../testing/fakeDesktop';
import { loadLaterParts } from '../login/useLaterParts';
import { ReLogin } from './ReLogin';

const session = { kind: 'expired', agent: ana, reason: 'revoked' } as const;

const open = (verbs: Partial<Desktop> = {}, savedPasswordOf: string | null = null) => {
  const signIn = vi.fn(async () => succeed(undefined));
  const signOut = vi.fn(async () => 'allowed');
  vi.stubGlobal('desktop', createFakeMain({}, { signIn, signOut, ...verbs }).desktop);
  render(
    <>
      <textarea aria-label="below" defaultValue="half a sentence" />
      <ReLogin session={session} savedPasswordOf={savedPasswordOf} />
    </>,
  );
  return { signIn, signOut };
};

const settle = () =>
  act(async () => {
    await loadLaterParts();
  });
const below = () => screen.getByLabelText<HTMLTextAreaElement>('below').value;

beforeEach(() => {
  useAppStore.setState(useAppStore.getInitialState(), true);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('logging in again', () => {
  it('says why, with the cursor in the password, over a shell that keeps what was typed', async () => {
    open();
    const dialog = screen.getByRole('dialog', { name: 'Entre de novo para continuar' });
    expect(dialog.textContent).toContain('o administrador revogou o acesso');
    expect(document.activeElement).toBe(screen.getByLabelText('Senha'));
    await settle();
    expect(document.activeElement).toBe(screen.getByLabelText('Senha'));
    expect(below()).toBe('half a sentence');
  });

  it('tells every reason apart', () => {
    vi.stubGlobal('desktop', createFakeMain().desktop);
    const texts = sessionEndReasonSchema.options.map((reason) => {
      const { unmount } = render(<ReLogin session={{ ...session, reason }} savedPasswordOf={null} />);
      const text = screen.getByRole('dialog').textContent;
      unmount();
      return text;
    });
    expect(new Set(texts).size).toBe(sessionEndReasonSchema.options.length);
    expect(texts.join()).not.toContain('endReason');
  });

  it("is for this agent alone: the e-mail can't be changed", async () => {
    const { signIn } = open();
    expect(screen.getByLabelText<HTMLInputElement>('E-mail').readOnly).toBe(true);
    fireEvent.input(screen.getByLabelText('Senha'), { target: { value: 'Senha-1234' } });
    await act(async () => void fireEvent.submit(screen.getByLabelText('Senha')));
    expect(signIn).toHaveBeenCalledWith({ email: ana.email, password: 'Senha-1234' });
  });

  it("can't be brushed aside", () => {
    open();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    expect(screen.getByRole('dialog')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Fechar' })).toBeNull();
  });

  it('leaves the way out open', () => {
    const { signOut } = open();
    fireEvent.click(screen.getByRole('button', { name: 'Sair' }));
    expect(signOut).toHaveBeenCalledOnce();
  });

  it('asks for the new password after the agent has set one', () => {
    open({}, ana.email);
    expect(screen.getByRole('dialog').textContent).toContain('Senha salva. Entre com ela para continuar.');
    expect(screen.getByRole('dialog').textContent).not.toContain('revogou');
  });

  it("says why, too, when it was another agent's password", () => {
    open({}, 'bia@empresa.com.br');
    expect(screen.getByRole('dialog').textContent).toContain('o administrador revogou o acesso');
  });

  it('lets the agent open a link that came meanwhile', () => {
    const openPasswordLink = vi.fn(async () => undefined);
    open({ openPasswordLink });
    expect(screen.queryByRole('button', { name: 'Definir senha' })).toBeNull();
    act(() => useAppStore.setState({ passwordLink: { kind: 'waiting', canOpen: true } }));
    expect(document.activeElement).toBe(screen.getByLabelText('Senha'));
    fireEvent.click(screen.getByRole('button', { name: 'Definir senha' }));
    expect(openPasswordLink).toHaveBeenCalledOnce();
  });
});

describe('logging in again with Microsoft', () => {
  const options = (selfManaged: boolean) => async () =>
    succeed({ password: !selfManaged, microsoft: true, selfManaged });

  it('is offered beside the password', async () => {
    const signInWithMicrosoft = vi.fn(() => new Promise(() => undefined));
    const cancelMicrosoft = vi.fn(async () => undefined);
    open({ readLoginOptions: options(false), signInWithMicrosoft, cancelMicrosoft });
    await settle();
    expect(screen.getByLabelText('Senha')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Microsoft' }));
    expect(signInWithMicrosoft).toHaveBeenCalledWith({ email: ana.email, place: null });
    expect(screen.getByRole('heading', { name: 'Continue na janela da Microsoft' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Cancelar' }));
    expect(cancelMicrosoft).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Microsoft' }));
    expect(below()).toBe('half a sentence');
  });

  it('is the only way where the group manages itself, and keeps the focus in the dialog', async () => {
    open({ readLoginOptions: options(true) });
    await settle();
    expect(screen.queryByLabelText('Senha')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Entrar' })).toBeNull();
    expect(screen.getByText(/grupo autogerenciado/)).toBeTruthy();
    expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true);
  });
});
