import { act, render, screen } from '@testing-library/react';
import { expect, it, onTestFinished } from 'vitest';
import { connectAppStore } from '../desktop/appStore';
import { ana, createFakeMain } from '../testing/fakeDesktop';
import { App } from './App';
import { loadShell } from './loadShell';

// Alone in its file: once React has waited for the shell's code, it never does again.
it('leads from the login into the shell at once where its code is there, without its skeleton in between', async () => {
  await loadShell();
  const main = createFakeMain({ session: { kind: 'signed-out', reason: null } });
  Object.defineProperty(window, 'desktop', { value: main.desktop, configurable: true });
  onTestFinished(await connectAppStore());
  await act(async () => void render(<App page="login" />));
  act(() => main.emit('session:changed', { kind: 'signed-in', agent: ana, survivesRestart: true }));
  expect(screen.getByRole('navigation', { name: 'Menu principal' })).toBeTruthy();
});
