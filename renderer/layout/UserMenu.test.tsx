import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { ana } from '../testing/fakeDesktop';
import { renderShell } from './testing/renderShell';

const session = {
  kind: 'signed-in' as const,
  agent: { ...ana, permissions: [] },
  survivesRestart: true,
};

const choose = async (item: string) => {
  fireEvent.keyDown(screen.getByRole('button', { name: 'Menu do usuário' }), { key: 'Enter' });
  fireEvent.click(await screen.findByRole('menuitem', { name: item }));
};

it('asks before it logs out, and cancelling does nothing but give the focus back', async () => {
  const signOut = vi.fn(() => Promise.resolve('allowed'));
  await renderShell({ session }, { signOut });
  await choose('Log out');
  const question = await screen.findByRole('dialog', { name: 'Deseja sair?' });
  fireEvent.click(within(question).getByRole('button', { name: 'Cancelar' }));
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Menu do usuário'));
  expect(signOut).not.toHaveBeenCalled();
});

it('is busy while it leaves, asks main once, and gives way to the alert when refused', async () => {
  let refuse: (answer: string) => void = () => undefined;
  const signOut = vi.fn(
    () =>
      new Promise<string>((resolve) => {
        refuse = resolve;
      }),
  );
  await renderShell({ session }, { signOut });
  await choose('Log out');
  const button = within(await screen.findByRole('dialog', { name: 'Deseja sair?' })).getByRole('button', {
    name: 'Log out',
  });
  fireEvent.click(button);
  fireEvent.click(button);
  expect(button.getAttribute('aria-busy')).toBe('true');
  expect(signOut).toHaveBeenCalledOnce();
  await act(async () => refuse('vetoed'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('changes the language through main and shows what main then says', async () => {
  const changeSettings = vi.fn(() => Promise.resolve(undefined));
  await renderShell({ session }, { changeSettings });
  fireEvent.keyDown(screen.getByRole('button', { name: 'Menu do usuário' }), { key: 'Enter' });
  fireEvent.keyDown(await screen.findByRole('menuitem', { name: 'Idioma' }), { key: 'ArrowRight' });
  expect((await screen.findByRole('menuitemradio', { name: 'Português' })).getAttribute('aria-checked')).toBe('true');
  fireEvent.click(screen.getByRole('menuitemradio', { name: 'Inglês' }));
  expect(changeSettings).toHaveBeenCalledWith({ language: 'en' });
});
