import { describe, expect, it } from 'vitest';
import { RendererMessenger } from './rendererMessenger';

const createTarget = () => {
  const sent: [string, unknown][] = [];
  return {
    sent,
    isGone: false,
    isDestroyed() {
      return this.isGone;
    },
    send: (channel: string, payload: unknown) => void sent.push([channel, payload]),
  };
};

describe('RendererMessenger', () => {
  it('keeps the newest of each channel until the renderer listens, in order', () => {
    const target = createTarget();
    const messenger = new RendererMessenger(target);
    messenger.send('connection:changed', { kind: 'connecting' });
    messenger.send('connection:clock-changed', 5);
    messenger.send('connection:changed', { kind: 'live' });
    expect(target.sent).toEqual([]);
    messenger.markReady();
    expect(target.sent).toEqual([
      ['connection:clock-changed', 5],
      ['connection:changed', { kind: 'live' }],
    ]);
  });

  it('sends at once while the renderer listens, and keeps again once the page is gone', () => {
    const target = createTarget();
    const messenger = new RendererMessenger(target);
    messenger.markReady();
    messenger.send('connection:clock-changed', 1);
    messenger.markGone();
    messenger.send('connection:clock-changed', 2);
    expect(target.sent).toEqual([['connection:clock-changed', 1]]);
    messenger.markReady();
    expect(target.sent).toHaveLength(2);
  });

  it('sends nothing to a window that is destroyed', () => {
    const target = createTarget();
    const messenger = new RendererMessenger(target);
    messenger.markReady();
    target.isGone = true;
    messenger.send('connection:clock-changed', 1);
    expect(target.sent).toEqual([]);
  });
});
