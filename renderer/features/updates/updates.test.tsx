import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { UpdateState } from '../../../shared/state/update';
import { renderShell } from '../../layout/testing/renderShell';

const ready: UpdateState = { kind: 'ready', version: '1.4.0', notes: 'Filas <b>mais</b> rápidas', isOffered: true };

const openDialog = async () => {
  fireEvent.keyDown(screen.getByRole('button', { name: 'Menu do usuário' }), { key: 'Enter' });
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Atualizações' }));
  return within(await screen.findByRole('dialog', { name: 'Atualizações' }));
};

describe('an update that is offered', () => {
  it('shows in the banner, and does what its buttons say', async () => {
    const installUpdate = vi.fn(() => Promise.resolve(undefined));
    const postponeUpdate = vi.fn(() => Promise.resolve(undefined));
    await renderShell({ update: ready }, { installUpdate, postponeUpdate });
    expect(await screen.findByText('A versão 1.4.0 está pronta para ser instalada.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Depois' }));
    expect(postponeUpdate).toHaveBeenCalledTimes(1);
    expect(installUpdate).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Instalar agora' }));
    expect(installUpdate).toHaveBeenCalledTimes(1);
  });

  it('goes when main takes it back', async () => {
    const main = await renderShell({ update: ready });
    await screen.findByRole('button', { name: 'Instalar agora' });
    main.emit('updates:changed', { ...ready, isOffered: false });
    await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Instalar agora' })).toBeNull());
  });

  it('has notes that are text, whatever is in them', async () => {
    await renderShell({ update: ready });
    fireEvent.click(await screen.findByRole('button', { name: 'Novidades' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Atualizações' }));
    expect(dialog.getByText('Filas <b>mais</b> rápidas')).toBeTruthy();
  });

  it('has no button for notes where there are none', async () => {
    await renderShell({ update: { ...ready, notes: null } });
    await screen.findByRole('button', { name: 'Instalar agora' });
    expect(screen.queryByRole('button', { name: 'Novidades' })).toBeNull();
  });
});

describe('the dialog on updates', () => {
  it.each<readonly [UpdateState, string]>([
    [{ kind: 'disabled', reason: 'managed' }, 'As atualizações são gerenciadas pela sua empresa.'],
    [{ kind: 'idle', checkedAt: null }, 'Atualizações são procuradas automaticamente.'],
    [{ kind: 'idle', checkedAt: 1 }, 'Você já tem a versão mais recente.'],
    [{ kind: 'downloading', version: '1.4.0', percent: 42 }, 'Baixando a versão 1.4.0: 42%'],
    [
      { kind: 'failed', failure: 'disk-full' },
      'Não há espaço em disco para a nova versão. O aplicativo continua como estava e tentará novamente mais tarde.',
    ],
  ])('says where updating stands: %o', async (update, text) => {
    await renderShell({ update });
    const dialog = await openDialog();
    expect((await dialog.findByRole('status')).textContent).toBe(text);
  });

  it('looks for updates when asked to', async () => {
    const checkForUpdates = vi.fn(() => Promise.resolve(undefined));
    await renderShell({}, { checkForUpdates });
    fireEvent.click((await openDialog()).getByRole('button', { name: 'Procurar atualizações' }));
    expect(checkForUpdates).toHaveBeenCalledTimes(1);
  });

  it('has no button where the company manages updates', async () => {
    await renderShell({ update: { kind: 'disabled', reason: 'managed' } });
    const dialog = await openDialog();
    await dialog.findByText(/gerenciadas/);
    expect(dialog.queryByRole('button', { name: 'Procurar atualizações' })).toBeNull();
  });

  it('has no button while a version is on its way', async () => {
    await renderShell({ update: { kind: 'downloading', version: '1.4.0', percent: 42 } });
    const dialog = await openDialog();
    await dialog.findByText(/42%/);
    expect(dialog.queryByRole('button', { name: 'Procurar atualizações' })).toBeNull();
  });

  it('lets the agent download on a network that costs something', async () => {
    const downloadUpdate = vi.fn(() => Promise.resolve(undefined));
    await renderShell({ update: { kind: 'found', version: '1.4.0', waitsFor: 'metered' } }, { downloadUpdate });
    fireEvent.click(await (await openDialog()).findByRole('button', { name: 'Baixar agora' }));
    expect(downloadUpdate).toHaveBeenCalledTimes(1);
  });
});
