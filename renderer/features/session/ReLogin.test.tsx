import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { succeed } from '../../../shared/state/problem';
import { ana, createFakeMain } from '../../testing/fakeDesktop';
import { ReLogin } from './ReLogin';

const open = () => {
  const signIn = vi.fn(async () => succeed(undefined));
  const signOut = vi.fn(async () => 'allowed');
  vi.stubGlobal('desktop', createFakeMain({}, { signIn, signOut }).desktop);
  render(
    <>
      <textarea aria-label="below" defaultValue="half a sentence" />
      <ReLogin session={{ kind: 'expired', agent: ana, reason: 'revoked' }} />
    </>,
  );
  return { signIn, signOut };
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('logging in again', () => {
  it('says why, with the cursor in the password, over a shell that keeps what was typed', () => {
    open();
    const dialog = screen.getByRole('dialog', { name: 'Entre de novo para continuar' });
    expect(dialog.textContent).toContain('o administrador revogou o acesso');
    expect(document.activeElement).toBe(screen.getByLabelText('Senha'));
    expect(screen.getByLabelText<HTMLTextAreaElement>('below').value).toBe('half a sentence');
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
});
