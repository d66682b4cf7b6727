import { describe, expect, it } from 'vitest';
import { LinkInbox, type Call } from './linkInbox';

const link = (token: string): Call => ({ kind: 'reset-password', token });

describe('LinkInbox', () => {
  it('keeps the newest link until somebody can deal with it', () => {
    const inbox = new LinkInbox();
    const calls: Call[] = [];
    inbox.receive(link('first'));
    inbox.receive(link('second'));
    // Started again without a link: that takes nothing away.
    inbox.receive(null);
    inbox.deliverTo((call) => calls.push(call));
    expect(calls).toEqual([link('second')]);
  });

  it('hands on at once what comes later', () => {
    const inbox = new LinkInbox();
    const calls: Call[] = [];
    inbox.deliverTo((call) => calls.push(call));
    expect(calls).toEqual([]);
    inbox.receive(null);
    inbox.receive(link('third'));
    expect(calls).toEqual([null, link('third')]);
  });
});
