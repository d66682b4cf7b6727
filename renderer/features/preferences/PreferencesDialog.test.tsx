import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Desktop } from '../../../shared/ipc/desktop';
import type { SettingsState } from '../../../shared/state/settings';
import { renderShell } from '../../layout/testing/renderShell';
import { ana, usualSettings } from '../../testing/fakeDesktop';

const session = { kind: 'signed-in' as const, agent: { ...ana, permissions: [] }, survivesRestart: true };

const openPreferences = async (verbs: Partial<Desktop> = {}, settings = usualSettings) => {
  const fake = await renderShell({ session, settings }, verbs);
  fireEvent.keyDown(screen.getByRole('button', { name: 'Menu do usuário' }), { key: 'Enter' });
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Preferências' }));
  return { fake, dialog: within(await screen.findByRole('dialog', { name: 'Preferências' })) };
};

const isOn = (element: HTMLElement) => element.getAttribute('aria-checked') === 'true';

it.each([
  ['Ao fechar, manter na bandeja do sistema', 'closesToTray'],
  ['Abrir ao entrar no computador', 'startsAtLogin'],
] as const)('asks main for a change of "%s" and shows what main then says', async (label, setting) => {
  const changeSettings = vi.fn(() => Promise.resolve(undefined));
  const { fake, dialog } = await openPreferences({ changeSettings });
  const control = dialog.getByRole('switch', { name: label });
  expect(isOn(control)).toBe(false);
  fireEvent.click(control);
  expect(changeSettings).toHaveBeenCalledWith({ [setting]: true });
  expect(isOn(control)).toBe(false);
  fake.emit('settings:changed', { ...usualSettings, [setting]: true });
  await waitFor(() => expect(isOn(control)).toBe(true));
});

it('starts on the first switch, and gives the focus back to the menu it was opened from', async () => {
  const { dialog } = await openPreferences();
  expect(document.activeElement).toBe(dialog.getAllByRole('switch')[0]);
  fireEvent.click(dialog.getByRole('button', { name: 'Fechar' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Menu do usuário'));
});

it.each(['closesToTray', 'startsAtLogin'] as const)(
  'says that the company has decided about %s, and lets nobody change it',
  async (setting) => {
    const changeSettings = vi.fn(() => Promise.resolve(undefined));
    const managed: SettingsState = { ...usualSettings, [setting]: true, enforced: [setting] };
    const { dialog } = await openPreferences({ changeSettings }, managed);
    const row = within(dialog.getByRole('group', { description: /Definido pela sua empresa$/ }));
    expect(dialog.getAllByText('Definido pela sua empresa')).toHaveLength(1);
    const control = row.getByRole('switch');
    expect(isOn(control)).toBe(true);
    fireEvent.click(control);
    expect(changeSettings).not.toHaveBeenCalled();
    fireEvent.click(dialog.getByRole('switch', { checked: false }));
    expect(changeSettings).toHaveBeenCalledTimes(1);
  },
);
