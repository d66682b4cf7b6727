import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Desktop } from '../../../shared/ipc/desktop';
import type { LeaveBlocked } from '../../../shared/state/leaving';
import { connectAppStore, useAppStore } from '../../desktop/appStore';
import { createFakeMain } from '../../testing/fakeDesktop';
import { LeaveBlockedAlert } from './LeaveBlockedAlert';

const text =
  'Você não pode fazer logout enquanto houver atendimentos em andamento. Finalize-os para sair da aplicação.';

const holding = [
  { id: 'a1', customerName: 'João Lima', channel: 'email', since: '2026-11-22T11:58:00.000Z' },
  { id: 'a2', customerName: 'Maria Souza', channel: 'whatsapp', since: '2026-11-22T12:40:00.000Z' },
] as const;

const byAttendances = (canLeaveAnyway = false): LeaveBlocked => ({
  reason: 'close-window',
  refusal: { kind: 'attendances', holding: [...holding], canLeaveAnyway },
});

const show = async (blocked: LeaveBlocked, verbs: Partial<Desktop> = {}) => {
  const openAttendance = vi.fn().mockResolvedValue(undefined);
  const tellBlockShown = vi.fn().mockResolvedValue(undefined);
  const main = createFakeMain({}, { openAttendance, tellBlockShown, ...verbs });
  vi.stubGlobal('desktop', main.desktop);
  const stop = await connectAppStore();
  onTestFinished(() => {
    stop();
    useAppStore.getState().dismissLeavingBlocked();
    vi.unstubAllGlobals();
  });
  render(<LeaveBlockedAlert />);
  expect(screen.queryByRole('alertdialog')).toBeNull();
  act(() => main.emit('leaving:blocked', blocked));
  return { openAttendance, tellBlockShown, alert: within(screen.getByRole('alertdialog')) };
};

const isGone = () => expect(screen.queryByRole('alertdialog')).toBeNull();

describe('LeaveBlockedAlert', () => {
  it('says the reference text letter for letter, with each attendance that holds the agent', async () => {
    const { alert } = await show(byAttendances());
    expect(screen.getByRole('alertdialog', { name: text })).toBeTruthy();
    expect(alert.getAllByRole('listitem').map((line) => line.textContent)).toEqual([
      expect.stringMatching(/^João Lima · E-mail · desde \d\d:58$/),
      expect.stringMatching(/^Maria Souza · WhatsApp · desde \d\d:40$/),
    ]);
  });

  it('tells main that it is on the screen', async () => {
    const { tellBlockShown } = await show(byAttendances());
    expect(tellBlockShown).toHaveBeenCalledOnce();
  });

  it('has the focus on the way to the first attendance', async () => {
    const { alert, openAttendance } = await show(byAttendances());
    const button = alert.getByRole('button', { name: 'Ir para o atendimento' });
    expect(document.activeElement).toBe(button);
    fireEvent.click(button);
    expect(openAttendance).toHaveBeenCalledExactlyOnceWith({ attendanceId: 'a1' });
    isGone();
  });

  it('goes to the attendance whose line is pressed', async () => {
    const { alert, openAttendance } = await show(byAttendances());
    fireEvent.click(alert.getByRole('button', { name: /^Maria Souza/ }));
    expect(openAttendance).toHaveBeenCalledExactlyOnceWith({ attendanceId: 'a2' });
    isGone();
  });

  it('closes by Entendi without going anywhere', async () => {
    const { alert, openAttendance } = await show(byAttendances());
    fireEvent.click(alert.getByRole('button', { name: 'Entendi' }));
    isGone();
    expect(openAttendance).not.toHaveBeenCalled();
  });

  it('closes by Escape', async () => {
    await show(byAttendances());
    fireEvent.keyDown(screen.getByRole('alertdialog'), { key: 'Escape' });
    isGone();
  });

  it('offers to leave anyway only where main says so', async () => {
    const leaveAnyway = vi.fn().mockResolvedValue('allowed');
    const { alert } = await show(byAttendances(true), { leaveAnyway });
    await act(async () => fireEvent.click(alert.getByRole('button', { name: 'Sair mesmo assim' })));
    expect(leaveAnyway).toHaveBeenCalledOnce();
  });

  it('does not offer to leave anyway otherwise', async () => {
    const { alert } = await show(byAttendances(false));
    expect(alert.queryByRole('button', { name: 'Sair mesmo assim' })).toBeNull();
  });

  it('says what went wrong when leaving could not be done', async () => {
    const { alert } = await show({
      reason: 'sign-out',
      refusal: { kind: 'problem', problem: { kind: 'no-network' } },
    });
    expect(screen.getByRole('alertdialog', { name: 'Não foi possível sair agora' })).toBeTruthy();
    expect(alert.getByText(/Este computador está sem rede/)).toBeTruthy();
    expect(document.activeElement).toBe(alert.getByRole('button', { name: 'Entendi' }));
  });
});
