import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { fail, succeed } from '../../../shared/state/problem';
import { ana } from '../../testing/fakeDesktop';
import { makeAttendance, makeMessage } from './testing/makeAttendance';
import { startModule } from './testing/startModule';

const offerFrom = (at: number) => ({
  offeredAt: new Date(at).toISOString(),
  expiresAt: new Date(at + 20_000).toISOString(),
});

const ringing = (changes: Parameters<typeof makeAttendance>[0] = {}) =>
  makeAttendance({
    id: 'offer-1',
    state: 'offered',
    startedAt: null,
    customer: { id: 'customer-9', name: 'Carlos Pereira', contact: '+55 11 90000-0009' },
    offer: offerFrom(Date.now()),
    ...changes,
  });

const awaiting = () => within(screen.getByRole('region', { name: 'Aguardando atendimento' }));
const inProgress = () => within(screen.getByRole('region', { name: 'Em atendimento' }));

describe('the list', () => {
  it('shows each attendance in its section, with the channel and the unread count', async () => {
    await startModule({ attendances: [makeAttendance({ unread: 3 }), ringing()] });
    expect(inProgress().getByRole('button', { name: /WhatsApp.*Maria Souza.*3 mensagens não lidas/ })).toBeTruthy();
    expect(awaiting().getByText('Carlos Pereira')).toBeTruthy();
    expect(awaiting().getByRole('timer', { name: 'Tempo para atender' }).textContent).toMatch(/^0:(19|20|21)$/);
  });

  it('keeps the button of a waiting item, and its focus, when the offer comes', async () => {
    const waiting = ringing({ state: 'waiting', offer: null });
    const { showList } = await startModule({ attendances: [waiting] });
    const button = awaiting().getByRole('button', { name: 'Na fila' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    button.focus();
    showList([ringing()]);
    expect(awaiting().getByRole('button', { name: 'Atender' })).toBe(button);
    expect(button.getAttribute('aria-disabled')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('keeps an offer whose time is over until the platform takes it back, but lets nobody accept it', async () => {
    const acceptAttendance = vi.fn();
    const over = { offeredAt: '2026-11-22T12:00:00.000Z', expiresAt: '2026-11-22T12:00:20.000Z' };
    vi.setSystemTime('2026-11-22T12:00:21.000Z');
    const { showList } = await startModule({ attendances: [ringing({ offer: over })] }, { acceptAttendance });
    vi.useRealTimers();
    fireEvent.click(awaiting().getByRole('button', { name: 'Atender' }));
    expect(acceptAttendance).not.toHaveBeenCalled();
    expect(awaiting().getByRole('timer').textContent).toBe('0:00');
    showList([]);
    expect(awaiting().queryByRole('button')).toBeNull();
  });

  it('opens what was accepted', async () => {
    const openAttendance = vi.fn().mockResolvedValue(undefined);
    const accepted = ringing({ state: 'in-progress', offer: null });
    await startModule(
      { attendances: [ringing()] },
      { acceptAttendance: () => Promise.resolve(succeed(accepted)), openAttendance },
    );
    fireEvent.click(awaiting().getByRole('button', { name: 'Atender' }));
    await waitFor(() => expect(openAttendance).toHaveBeenCalledWith({ attendanceId: 'offer-1' }));
  });

  it('says why an offer could not be accepted, without moving the focus', async () => {
    const openAttendance = vi.fn().mockResolvedValue(undefined);
    await startModule(
      { attendances: [ringing()] },
      { acceptAttendance: () => Promise.resolve(fail({ kind: 'offer-gone' })), openAttendance },
    );
    const button = awaiting().getByRole('button', { name: 'Atender' });
    button.focus();
    fireEvent.click(button);
    await screen.findByText('Esta oferta não está mais disponível');
    expect(document.activeElement).toBe(button);
    expect(openAttendance).not.toHaveBeenCalled();
  });

  it('neither opens anything nor moves the focus when an offer comes, and announces it', async () => {
    const openAttendance = vi.fn();
    const { showList } = await startModule({ attendances: [makeAttendance()] }, { openAttendance });
    const item = inProgress().getByRole('button');
    item.focus();
    showList([makeAttendance(), ringing()]);
    expect(document.activeElement).toBe(item);
    expect(openAttendance).not.toHaveBeenCalled();
    expect(screen.getByText('Nova oferta: Carlos Pereira, WhatsApp, fila Suporte.').getAttribute('aria-live')).toBe(
      'assertive',
    );
  });

  it('moves from item to item with the arrow keys', async () => {
    await startModule({ attendances: [makeAttendance(), ringing()] });
    const accept = awaiting().getByRole('button', { name: 'Atender' });
    accept.focus();
    fireEvent.keyDown(accept, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(inProgress().getByRole('button'));
    fireEvent.keyDown(inProgress().getByRole('button'), { key: 'ArrowUp' });
    expect(document.activeElement).toBe(accept);
  });

  it('tells an agent who is in no queue what to do', async () => {
    await startModule({
      presence: {
        revision: 1,
        queues: [],
        timer: { kind: 'off' },
        automaticPause: null,
        serverTime: new Date().toISOString(),
      },
    });
    expect(awaiting().getByText(/Abra Canais de atendimento/)).toBeTruthy();
  });

  it('only counts waiting items beyond the fiftieth, and never hides an offer', async () => {
    const waiting = Array.from({ length: 60 }, (_, index) =>
      ringing({ id: `w${index}`, state: 'waiting', offer: null }),
    );
    await startModule({ attendances: [...waiting, ringing()] });
    expect(awaiting().getAllByRole('listitem')).toHaveLength(50);
    expect(awaiting().getByText('mais 11 na fila')).toBeTruthy();
    expect(awaiting().getByRole('button', { name: 'Atender' })).toBeTruthy();
  });
});

describe('the conversation', () => {
  it('marks the open attendance in the list', async () => {
    const { showConversation } = await startModule({ attendances: [makeAttendance()] });
    expect(inProgress().getByRole('button').getAttribute('aria-current')).toBeNull();
    showConversation({});
    expect(inProgress().getByRole('button').getAttribute('aria-current')).toBe('true');
  });

  it('says that an attendance which left the agent is gone, instead of showing its messages', async () => {
    const { showConversation, showList } = await startModule({ attendances: [makeAttendance()] });
    showConversation({ messages: [makeMessage()] });
    expect(screen.getByText('Mensagem 1')).toBeTruthy();
    showList([]);
    expect(screen.queryByText('Mensagem 1')).toBeNull();
    expect(screen.getByText('Este atendimento não está mais com você')).toBeTruthy();
  });

  it('keeps the focus in the module when the conversation that had it is left, and takes it from nobody else', async () => {
    const { showConversation, leaveConversation } = await startModule({ attendances: [makeAttendance()] });
    showConversation({});
    screen.getByRole('textbox', { name: 'Mensagem' }).focus();
    leaveConversation();
    expect(document.activeElement?.querySelector('h1')?.textContent).toBe('Atendimento');
    expect(document.activeElement).not.toBe(document.body);
    showConversation({});
    inProgress().getByRole('button').focus();
    leaveConversation();
    expect(document.activeElement).toBe(inProgress().getByRole('button'));
  });

  it('opens a link outside the app and draws markup as text', async () => {
    const openLink = vi.fn().mockResolvedValue(true);
    const { showConversation } = await startModule({ attendances: [makeAttendance()] }, { openLink });
    showConversation({ messages: [makeMessage({ text: '<b>oi</b> https://exemplo.com.br/nota' })] });
    expect(screen.getByText(/<b>oi<\/b>/)).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: 'https://exemplo.com.br/nota' }));
    expect(openLink).toHaveBeenCalledWith({ link: 'https://exemplo.com.br/nota' });
  });

  it('offers to send a failed message again under the same id, or to discard it', async () => {
    const sendMessage = vi.fn().mockResolvedValue(undefined);
    const discardMessage = vi.fn().mockResolvedValue(undefined);
    const { showConversation } = await startModule(
      { attendances: [makeAttendance()] },
      { sendMessage, discardMessage },
    );
    const failed = { clientMessageId: 'client-message-1', text: 'Já vejo.', queuedAt: Date.now() };
    showConversation({ outgoing: [{ ...failed, state: { kind: 'failed', problem: { kind: 'no-network' } } }] });
    expect(screen.getByText(/Este computador está sem rede/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Tentar de novo' }));
    expect(sendMessage).toHaveBeenCalledWith({
      attendanceId: 'attendance-1',
      clientMessageId: 'client-message-1',
      text: 'Já vejo.',
    });
    fireEvent.click(screen.getByRole('button', { name: 'Descartar' }));
    expect(discardMessage).toHaveBeenCalledWith({ attendanceId: 'attendance-1', clientMessageId: 'client-message-1' });
  });

  it('names how far a message got', async () => {
    const { showConversation } = await startModule({ attendances: [makeAttendance()] });
    const own = { direction: 'from-agent', authorName: ana.name } as const;
    showConversation({ messages: [makeMessage({ ...own, delivery: 'delivered' })] });
    expect(screen.getByRole('img', { name: 'Entregue' })).toBeTruthy();
    showConversation({ messages: [makeMessage({ ...own, delivery: 'read' })] });
    expect(screen.getByRole('img', { name: 'Lida' })).toBeTruthy();
  });

  it('asks once for older messages on the way up, and again when they have come', async () => {
    let arrive = (): void => undefined;
    const loadOlderMessages = vi.fn(() => new Promise<void>((resolve) => (arrive = resolve)));
    const { showConversation } = await startModule({ attendances: [makeAttendance()] }, { loadOlderMessages });
    const load = { kind: 'loaded', hasOlder: true } as const;
    showConversation({ load, messages: [makeMessage({ sequence: 51 })] });
    const scroller = screen.getByRole('group', { name: 'Mensagens' });
    fireEvent.scroll(scroller);
    fireEvent.scroll(scroller);
    expect(loadOlderMessages).toHaveBeenCalledExactlyOnceWith({ attendanceId: 'attendance-1' });
    showConversation({ load, messages: [makeMessage({ sequence: 50 }), makeMessage({ sequence: 51 })] });
    await act(async () => arrive());
    fireEvent.click(screen.getByRole('button', { name: 'Carregar mensagens anteriores' }));
    expect(loadOlderMessages).toHaveBeenCalledTimes(2);
  });

  it('reads out what the customer writes from now on, and not what was there', async () => {
    const { showConversation } = await startModule({ attendances: [makeAttendance()] });
    showConversation({ messages: [makeMessage()] });
    expect(screen.queryByText('Maria Souza: Mensagem 1')).toBeNull();
    showConversation({ messages: [makeMessage(), makeMessage({ sequence: 2 })] });
    expect(screen.getByText('Maria Souza: Mensagem 2').getAttribute('aria-live')).toBe('polite');
  });
});
