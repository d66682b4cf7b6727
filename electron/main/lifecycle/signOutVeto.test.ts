import { describe, expect, it, vi } from 'vitest';
import { fail, succeed } from '../../../shared/state/problem';
import { createSignOutVeto } from './signOutVeto';

const holding = [
  { id: 'a1', customerName: 'Maria Souza', channel: 'whatsapp' as const, since: '2026-11-22T12:40:00.000Z' },
];

describe('createSignOutVeto', () => {
  it('asks the platform only on signing out', async () => {
    const signOutAtPlatform = vi.fn(() => Promise.resolve(succeed(undefined)));
    const veto = createSignOutVeto({ signOutAtPlatform, readAgain: vi.fn() });
    expect(await veto('quit')).toBeNull();
    expect(signOutAtPlatform).not.toHaveBeenCalled();
    expect(await veto('sign-out')).toBeNull();
    expect(signOutAtPlatform).toHaveBeenCalledOnce();
  });

  it("shows the platform's attendances when it refuses, and reads them again", async () => {
    const readAgain = vi.fn();
    const veto = createSignOutVeto({
      signOutAtPlatform: () => Promise.resolve(fail({ kind: 'attendances-in-progress', holding })),
      readAgain,
    });
    expect(await veto('sign-out')).toEqual({ kind: 'attendances', holding, canLeaveAnyway: false });
    expect(readAgain).toHaveBeenCalledOnce();
  });

  it('refuses when the platform gives no word', async () => {
    const veto = createSignOutVeto({
      signOutAtPlatform: () => Promise.resolve(fail({ kind: 'no-network' })),
      readAgain: vi.fn(),
    });
    expect(await veto('sign-out')).toEqual({ kind: 'problem', problem: { kind: 'no-network' } });
  });
});
