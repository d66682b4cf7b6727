import { render } from '@testing-library/react';
import { onTestFinished } from 'vitest';
import { connectAppStore } from '../../desktop/appStore';
import { connectShellStore } from '../../desktop/shellStore';
import type { Desktop } from '../../../shared/ipc/desktop';
import { Shell } from '../Shell';
import { createFakeMain, type FakeMain, type FakeWorld } from '../../testing/fakeDesktop';

/** The whole shell over a fake main; undone when the test is over. */
export const renderShell = async (world: Partial<FakeWorld> = {}, verbs: Partial<Desktop> = {}): Promise<FakeMain> => {
  const fake = createFakeMain(world, verbs);
  Object.defineProperty(window, 'desktop', { value: fake.desktop, configurable: true });
  const disconnectApp = await connectAppStore();
  const disconnectShell = connectShellStore();
  render(<Shell isPasswordSaved={false} onSavedPasswordRead={() => undefined} />);
  onTestFinished(() => {
    disconnectShell();
    disconnectApp();
  });
  return fake;
};
