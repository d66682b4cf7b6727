import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { AboutApp } from '../../../shared/state/policy';
import { renderShell } from '../../layout/testing/renderShell';
import { plainAbout } from '../../testing/fakeDesktop';

const file = '/etc/smartspace-desktop/policies.json';
const managedAbout: AboutApp = {
  ...plainAbout,
  platformUrl: 'https://managed.example',
  policies: [
    { policy: 'PlatformUrl', value: 'https://managed.example', origin: 'enforced', place: file },
    { policy: 'MayLeaveAnyway', value: 'false', origin: 'default', place: file },
    { policy: 'LogLevel', value: 'debug', origin: 'environment', place: null },
  ],
  defects: [{ place: file, policy: 'MicrosoftFlow', problem: 'not-one-of' }],
};

const openAbout = async (about: AboutApp, verbs: Parameters<typeof renderShell>[1] = {}) => {
  await renderShell({}, { readAbout: () => Promise.resolve(about), ...verbs });
  fireEvent.keyDown(screen.getByRole('button', { name: 'Menu do usuário' }), { key: 'Enter' });
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Sobre o Smartspace Desktop' }));
  return screen.findByRole('dialog', { name: 'Sobre o Smartspace Desktop' });
};

it('tells versions and the platform, and that nobody manages this computer', async () => {
  const dialog = await openAbout(plainAbout);
  expect((await within(dialog).findByText('Chromium')).nextElementSibling?.textContent).toBe('140.0.0.0');
  expect(within(dialog).getByText('https://app.smartspace.us')).toBeTruthy();
  expect(within(dialog).getByText('Nenhuma política foi definida para este computador.')).toBeTruthy();
  expect(within(dialog).queryByRole('table')).toBeNull();
});

it('tells what is managed, how firmly and where, and what is wrong with it', async () => {
  const dialog = await openAbout(managedAbout);
  const rows = (await within(dialog).findAllByRole('row')).slice(1).map((row) => row.textContent);
  expect(rows).toEqual([
    `Endereço da plataformahttps://managed.exampleImposta pela empresa${file}`,
    `Sair mesmo assim sem a plataformanãoSugerida pela empresa${file}`,
  ]);
  const defects = within(dialog).getByRole('region', { name: 'Políticas que não puderam ser obedecidas' });
  expect(within(defects).getByRole('listitem').textContent).toBe(
    `MicrosoftFlow: o valor não está entre os permitidos (${file})`,
  );
});

it('copies everything for whoever helps', async () => {
  const copyText = vi.fn(() => Promise.resolve(undefined));
  const dialog = await openAbout(managedAbout, { copyText });
  fireEvent.click(await within(dialog).findByRole('button', { name: 'Copiar informações' }));
  await waitFor(() => expect(within(dialog).getByRole('status').textContent).toBe('Informações copiadas'));
  expect(copyText).toHaveBeenCalledWith({
    text: [
      'Sobre o Smartspace Desktop',
      'Versão: 0.0.0',
      'Electron: 45.4.1',
      'Chromium: 140.0.0.0',
      'Sistema: Linux 6.1 (x64)',
      'Plataforma: https://managed.example',
      '',
      'Políticas deste computador',
      `PlatformUrl = https://managed.example: Imposta pela empresa (${file})`,
      `MayLeaveAnyway = false: Sugerida pela empresa (${file})`,
      'LogLevel = debug: Variável de ambiente',
      '',
      'Políticas que não puderam ser obedecidas',
      `MicrosoftFlow: o valor não está entre os permitidos (${file})`,
    ].join('\n'),
  });
});

it('says so when main could not be understood', async () => {
  const report = vi.spyOn(globalThis, 'reportError').mockImplementation(() => undefined);
  const dialog = await openAbout(plainAbout, { readAbout: () => Promise.resolve('nonsense') });
  expect((await within(dialog).findByRole('alert')).textContent).toContain('shell:read-about');
  expect(within(dialog).queryByRole('button', { name: 'Copiar informações' })).toBeNull();
  report.mockRestore();
});
