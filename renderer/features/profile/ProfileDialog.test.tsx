import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Desktop } from '../../../shared/ipc/desktop';
import { fail, succeed } from '../../../shared/state/problem';
import { ana } from '../../testing/fakeDesktop';
import { renderShell } from '../../layout/testing/renderShell';

const photo = 'data:image/png;base64,AAAA';
const session = { kind: 'signed-in' as const, agent: { ...ana, photo, permissions: [] }, survivesRestart: true };

const openProfile = async (verbs: Partial<Desktop> = {}) => {
  await renderShell({ session }, verbs);
  fireEvent.keyDown(screen.getByRole('button', { name: 'Menu do usuário' }), { key: 'Enter' });
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Meu Perfil' }));
  return within(await screen.findByRole('dialog', { name: 'Meu Perfil' }));
};

const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });

it('shows e-mail and extension without letting anybody change them', async () => {
  const dialog = await openProfile();
  expect(dialog.getByText('ana@empresa.com.br')).toBeTruthy();
  expect(dialog.getByText('2041')).toBeTruthy();
  expect(dialog.getAllByRole('textbox')).toHaveLength(1);
});

it('sends only what changed, and closes', async () => {
  const changeName = vi.fn(() => Promise.resolve(succeed(undefined)));
  const changePhoto = vi.fn(() => Promise.resolve(succeed(undefined)));
  const dialog = await openProfile({ changeName, changePhoto });
  type(dialog.getByRole('textbox', { name: 'Nome' }), ' Ana Lima ');
  fireEvent.click(dialog.getByRole('button', { name: 'Salvar' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(changeName).toHaveBeenCalledWith({ name: 'Ana Lima' });
  expect(changePhoto).not.toHaveBeenCalled();
});

it('removes the photo', async () => {
  const changePhoto = vi.fn(() => Promise.resolve(succeed(undefined)));
  const dialog = await openProfile({ changePhoto });
  fireEvent.click(dialog.getByRole('button', { name: 'Remover foto' }));
  expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'Escolher foto' }));
  fireEvent.click(dialog.getByRole('button', { name: 'Salvar' }));
  await waitFor(() => expect(changePhoto).toHaveBeenCalledWith({ photo: null }));
});

it('keeps what was typed when saving fails, and says why', async () => {
  const dialog = await openProfile({ changeName: () => Promise.resolve(fail({ kind: 'no-network' })) });
  type(dialog.getByRole('textbox', { name: 'Nome' }), 'Ana Lima');
  fireEvent.click(dialog.getByRole('button', { name: 'Salvar' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('Este computador está sem rede');
  expect(dialog.getByRole('textbox', { name: 'Nome' })).toHaveProperty('value', 'Ana Lima');
});

it('does not send an empty name, and goes back to the field', async () => {
  const changeName = vi.fn(() => Promise.resolve(succeed(undefined)));
  const dialog = await openProfile({ changeName });
  const name = dialog.getByRole('textbox', { name: 'Nome' });
  type(name, '  ');
  fireEvent.click(dialog.getByRole('button', { name: 'Salvar' }));
  expect(await dialog.findByText('Informe seu nome.')).toBeTruthy();
  expect(document.activeElement).toBe(name);
  expect(changeName).not.toHaveBeenCalled();
});

it('asks before changes are lost, and keeps them when told to', async () => {
  const dialog = await openProfile();
  type(dialog.getByRole('textbox', { name: 'Nome' }), 'Ana Lima');
  fireEvent.click(dialog.getByRole('button', { name: 'Cancelar' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Continuar editando' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(dialog.getByRole('textbox', { name: 'Nome' })).toHaveProperty('value', 'Ana Lima');
  fireEvent.click(dialog.getByRole('button', { name: 'Cancelar' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Descartar' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('refuses a file that is no picture, and leaves the photo', async () => {
  const dialog = await openProfile();
  const input = document.querySelector('input[type="file"]');
  if (input === null) throw new Error('no file input');
  fireEvent.change(input, { target: { files: [new File(['words'], 'notes.txt', { type: 'text/plain' })] } });
  expect((await dialog.findByRole('alert')).textContent).toContain('não é uma imagem');
  expect(dialog.getByRole('button', { name: 'Remover foto' })).toBeTruthy();
});
