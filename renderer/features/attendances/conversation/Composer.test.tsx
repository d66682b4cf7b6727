import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Desktop } from '../../../../shared/ipc/desktop';
import { drafts } from '../drafts';
import { makeAttendance, makeMessage } from '../testing/makeAttendance';
import { startModule } from '../testing/startModule';

describe('the box to answer in', () => {
  afterEach(() => {
    drafts.clear();
  });

  const start = async (connection?: 'offline') => {
    const told: string[] = [];
    const sendMessage = vi.fn<Desktop['sendMessage']>(({ text }) => Promise.resolve(void told.push(`send ${text}`)));
    const writeDraft = vi.fn<Desktop['writeDraft']>(({ text }) => Promise.resolve(void told.push(`draft ${text}`)));
    const others = [makeAttendance(), makeAttendance({ id: 'attendance-2' })];
    const started = await startModule(
      {
        attendances: others,
        ...(connection === 'offline' && {
          connection: { kind: 'offline', since: 0, nextTryAt: null, problem: { kind: 'no-network' } },
        }),
      },
      { sendMessage, writeDraft },
    );
    started.showConversation({ messages: [makeMessage()] });
    return { ...started, sendMessage, told, others };
  };
  const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Mensagem' });
  const type = (value: string) => fireEvent.change(box(), { target: { value } });

  it('sends on Enter with an id of its own, and is empty again', async () => {
    const { sendMessage } = await start();
    type('Bom dia!');
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(sendMessage).toHaveBeenCalledOnce();
    expect(sendMessage.mock.lastCall?.[0]).toMatchObject({ attendanceId: 'attendance-1', text: 'Bom dia!' });
    expect(sendMessage.mock.lastCall?.[0].clientMessageId).toMatch(/^[A-Za-z0-9-]{8,64}$/);
    expect(box().value).toBe('');
  });

  it('does not send on Shift+Enter, while an accent is being composed, or nothing but spaces', async () => {
    const { sendMessage } = await start();
    type('Olá');
    fireEvent.keyDown(box(), { key: 'Enter', shiftKey: true });
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
    type('   \n');
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(sendMessage).not.toHaveBeenCalled();
  });

  it('counts towards the limit and does not send beyond it', async () => {
    const { sendMessage } = await start();
    type('a'.repeat(4000));
    expect(screen.getByText('restam 96 caracteres')).toBeTruthy();
    type('a'.repeat(4098));
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(screen.getByText('2 caracteres a mais do que o permitido')).toBeTruthy();
    expect(sendMessage).not.toHaveBeenCalled();
  });

  it('keeps the draft of each attendance until it is finished', async () => {
    const { showConversation, showList, others } = await start();
    type('Rascunho');
    showConversation({ attendanceId: 'attendance-2' });
    expect(box().value).toBe('');
    showConversation({});
    expect(box().value).toBe('Rascunho');
    showList(others.slice(1));
    expect(drafts.read('attendance-1')).toBe('');
  });

  it('is as it was left once main gives the draft back, with the cursor behind it', async () => {
    const { emit } = await start();
    expect(document.activeElement).toBe(box());
    act(() => emit('drafts:restored', [{ attendanceId: 'attendance-1', text: 'Eu dizia que' }]));
    expect(box().value).toBe('Eu dizia que');
  });

  it('does not take the focus from where the agent is', async () => {
    const { showConversation } = await start();
    const elsewhere = screen.getAllByRole('button')[0];
    elsewhere?.focus();
    showConversation({ attendanceId: 'attendance-2' });
    expect(document.activeElement).toBe(elsewhere);
  });

  it('has main forget the draft before it has the message sent, so that it can not be sent twice', async () => {
    const { told } = await start();
    type('Bom dia!');
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(told).toEqual(['draft Bom dia!', 'draft ', 'send Bom dia!']);
  });

  it.each([
    ['leaves the box', () => fireEvent.blur(box())],
    ['loses the page', () => fireEvent(window, new Event('pagehide'))],
  ])('tells main of the last words at once when the agent %s', async (_how, leave) => {
    const { told } = await start();
    type('qua');
    type('quase');
    leave();
    expect(told).toEqual(['draft qua', 'draft quase']);
  });

  it('forgets drafts when the agent signs out', async () => {
    const { emit } = await start();
    type('Rascunho');
    act(() => emit('session:changed', { kind: 'signed-out', reason: null }));
    expect(drafts.read('attendance-1')).toBe('');
  });

  it('says that messages wait while there is no connection, and still takes them', async () => {
    const { sendMessage } = await start('offline');
    expect(screen.getByText(/^Sem conexão: o que você enviar espera aqui/)).toBeTruthy();
    type('Já volto');
    fireEvent.click(screen.getByRole('button', { name: 'Enviar' }));
    expect(sendMessage).toHaveBeenCalled();
  });
});
