import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { PastAttendance } from '../../../../shared/platform/attendances';
import { fail, succeed } from '../../../../shared/state/problem';
import { makeAttendance, makeMessage } from '../testing/makeAttendance';
import { startModule } from '../testing/startModule';

const past: PastAttendance = {
  id: 'past-1',
  protocol: '20261001-0007',
  channel: 'email',
  queueName: 'Vendas',
  agentName: 'Bruno Alves',
  startedAt: '2026-10-01T12:00:00.000Z',
  finishedAt: '2026-10-01T12:20:00.000Z',
  dispositionName: 'Venda concluída',
};

const start = async (verbs: Parameters<typeof startModule>[1] = {}) => {
  const openAttendance = vi.fn().mockResolvedValue(undefined);
  const started = await startModule({ attendances: [makeAttendance()] }, { openAttendance, ...verbs });
  started.showConversation({ messages: [makeMessage()] });
  return { ...started, openAttendance };
};

describe('the information', () => {
  it('copies the protocol and says so', async () => {
    const copyText = vi.fn().mockResolvedValue(undefined);
    await start({ copyText });
    fireEvent.click(screen.getByRole('button', { name: 'Copiar protocolo' }));
    await screen.findByText('Protocolo copiado');
    expect(copyText).toHaveBeenCalledWith({ text: '20261122-0001' });
  });

  it('opens an earlier attendance to read, and leads back to the current one', async () => {
    const { openAttendance, showConversation } = await start({
      readCustomerHistory: () => Promise.resolve(succeed([past])),
    });
    fireEvent.click(await screen.findByRole('button', { name: /Venda concluída/ }));
    expect(openAttendance).toHaveBeenLastCalledWith({ attendanceId: 'past-1' });
    showConversation({ attendanceId: 'past-1', messages: [makeMessage({ text: 'Quero comprar' })] });
    expect(screen.getByText('Quero comprar')).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Mensagem' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Finalizar' })).toBeNull();
    expect(screen.getByText('20261001-0007')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Voltar ao atual' }));
    expect(openAttendance).toHaveBeenLastCalledWith({ attendanceId: 'attendance-1' });
  });

  it('tells a first-time customer from a history that could not be read, and tries again', async () => {
    const readCustomerHistory = vi
      .fn()
      .mockResolvedValueOnce(fail({ kind: 'no-network' }))
      .mockResolvedValue(succeed([]));
    await start({ readCustomerHistory });
    const alert = await screen.findByRole('alert');
    fireEvent.click(within(alert).getByRole('button', { name: 'Tentar de novo' }));
    await screen.findByText('Este é o primeiro atendimento deste cliente.');
  });
});

describe('finishing', () => {
  const open = () => {
    fireEvent.click(screen.getByRole('button', { name: 'Finalizar' }));
    return within(screen.getByRole('dialog', { name: 'Finalizar atendimento' }));
  };

  it('asks for a disposition before anything is sent', async () => {
    const finishAttendance = vi.fn();
    await start({ finishAttendance });
    const dialog = open();
    fireEvent.click(dialog.getByRole('button', { name: 'Finalizar atendimento' }));
    expect(dialog.getByText('Escolha uma tabulação para finalizar.')).toBeTruthy();
    expect(document.activeElement).toBe(dialog.getByRole('combobox', { name: 'Tabulação' }));
    expect(finishAttendance).not.toHaveBeenCalled();
  });

  it('finishes with the chosen disposition and closes', async () => {
    const finishAttendance = vi.fn().mockResolvedValue(succeed(undefined));
    await start({ finishAttendance });
    const dialog = open();
    fireEvent.change(dialog.getByRole('combobox', { name: 'Tabulação' }), { target: { value: 'disposition-2' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Finalizar atendimento' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(finishAttendance).toHaveBeenCalledExactlyOnceWith({
      attendanceId: 'attendance-1',
      dispositionId: 'disposition-2',
    });
    expect(screen.getByText('Atendimento de Maria Souza finalizado.')).toBeTruthy();
  });

  it('keeps the choice and says why when it fails', async () => {
    await start({ finishAttendance: () => Promise.resolve(fail({ kind: 'no-network' })) });
    const dialog = open();
    const combobox = dialog.getByRole<HTMLSelectElement>('combobox', { name: 'Tabulação' });
    fireEvent.change(combobox, { target: { value: 'disposition-2' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Finalizar atendimento' }));
    await dialog.findByRole('alert');
    expect(combobox.value).toBe('disposition-2');
  });

  it('goes on, with what was chosen, where the window gets narrow or wide meanwhile', async () => {
    const { setNarrow } = await start();
    const dialog = open();
    const combobox = dialog.getByRole<HTMLSelectElement>('combobox', { name: 'Tabulação' });
    fireEvent.change(combobox, { target: { value: 'disposition-2' } });
    for (const isNarrow of [true, false]) {
      setNarrow(isNarrow);
      expect(screen.getByRole('dialog', { name: 'Finalizar atendimento' }).contains(combobox)).toBe(true);
      expect(combobox.value).toBe('disposition-2');
    }
  });

  it('is not asked again where the agent went to another attendance meanwhile', async () => {
    const { showConversation, showList } = await start();
    showList([makeAttendance(), makeAttendance({ id: 'attendance-2' })]);
    open();
    showConversation({ attendanceId: 'attendance-2' });
    expect(screen.queryByRole('dialog')).toBeNull();
    showConversation({ attendanceId: 'attendance-1' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('warns of a draft that would be lost', async () => {
    await start();
    fireEvent.change(screen.getByRole('textbox', { name: 'Mensagem' }), { target: { value: 'Ainda não' } });
    expect(open().getByText(/Há uma mensagem escrita e não enviada/)).toBeTruthy();
  });
});

describe('a narrow window', () => {
  it('folds the information away, keeps Finalizar in reach, and folds it out over the conversation', async () => {
    const started = await startModule({ attendances: [makeAttendance()] }, {}, true);
    started.showConversation({ messages: [makeMessage()] });
    expect(screen.queryByRole('complementary', { name: 'Informações' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Finalizar' })).toBeTruthy();
    const toggle = screen.getByRole('button', { name: 'Informações' });
    toggle.focus();
    fireEvent.click(toggle);
    const panel = screen.getByRole('complementary', { name: 'Informações' });
    expect(document.activeElement).toBe(panel);
    fireEvent.keyDown(panel, { key: 'Escape' });
    expect(screen.queryByRole('complementary', { name: 'Informações' })).toBeNull();
    expect(document.activeElement).toBe(toggle);
  });
});
