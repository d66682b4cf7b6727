import { describe, expect, it, vi } from 'vitest';
import type { LeaveBlocked } from '../../../shared/state/leaving';
import { BlockPresenter, showingLimit } from './blockPresenter';
import type { NativeChoice } from './blockPresenter';
import type { RendererHealth } from './leaveDecision';
import { describeNativeBlock } from './nativeBlock';
import { texts } from '../shell/texts';

const createBlocked = (canLeaveAnyway: boolean): LeaveBlocked => ({
  reason: 'quit',
  refusal: {
    kind: 'attendances',
    canLeaveAnyway,
    holding: [{ id: 'a1', customerName: 'Maria Souza', channel: 'whatsapp', since: '2026-11-22T12:40:00.000Z' }],
  },
});
const blocked = createBlocked(false);

const createPresenter = (health: RendererHealth, choice: NativeChoice = 'understood') => {
  const log: string[] = [];
  let timer: (() => void) | null = null;
  const presenter = new BlockPresenter({
    rendererHealth: () => health,
    focusWindow: () => void log.push('focus'),
    sendToRenderer: () => void log.push('renderer'),
    showNatively: () => {
      log.push('native');
      return Promise.resolve(choice);
    },
    loadAnew: () => void log.push('load anew'),
    leaveAnyway: () => void log.push('leave anyway'),
    after: (milliseconds, callback) => {
      expect(milliseconds).toBe(showingLimit);
      timer = callback;
      return () => {
        timer = null;
      };
    },
  });
  return { presenter, log, runOut: () => timer?.() };
};

describe('BlockPresenter', () => {
  it('leaves it to the renderer that shows the alert', () => {
    const { presenter, log, runOut } = createPresenter('answering');
    presenter.present(blocked);
    presenter.tellShown();
    runOut();
    expect(log).toEqual(['focus', 'renderer']);
  });

  it('shows a dialog of its own when the renderer says nothing in time', () => {
    const { presenter, log, runOut } = createPresenter('answering');
    presenter.present(blocked);
    runOut();
    expect(log).toEqual(['focus', 'renderer', 'native']);
  });

  it.each(['hung', 'dead'] as const)('shows a dialog of its own at once when the renderer is %s', (health) => {
    const { presenter, log } = createPresenter(health);
    presenter.present(blocked);
    expect(log).toEqual(['focus', 'renderer', 'native']);
  });

  it('opens no second dialog over the first', () => {
    const { presenter, log } = createPresenter('dead');
    presenter.present(blocked);
    presenter.present(blocked);
    expect(log.filter((entry) => entry === 'native')).toHaveLength(1);
  });

  it.each([
    ['load-anew', 'load anew'],
    ['leave-anyway', 'leave anyway'],
  ] as const)('does what was chosen: %s', async (choice, done) => {
    const { presenter, log } = createPresenter('dead', choice);
    presenter.present(blocked);
    await vi.waitFor(() => {
      expect(log).toContain(done);
    });
  });
});

describe('describeNativeBlock', () => {
  it('carries the reference text and every attendance, and Enter does no harm', () => {
    const { options, choices } = describeNativeBlock(blocked, texts['pt-BR'], 'pt-BR');
    expect(options.message).toBe(
      'Você não pode fazer logout enquanto houver atendimentos em andamento. Finalize-os para sair da aplicação.',
    );
    expect(options.detail).toContain('Maria Souza · WhatsApp · desde');
    expect(choices).toEqual(['understood', 'load-anew']);
    expect(options.defaultId).toBe(0);
  });

  it('offers to leave only where the rule does', () => {
    const { choices, options } = describeNativeBlock(createBlocked(true), texts.en, 'en');
    expect(choices).toEqual(['understood', 'load-anew', 'leave-anyway']);
    expect(options.buttons).toEqual(['Got it', 'Reload the screen', 'Leave anyway']);
  });
});
