import { describe, expect, it } from 'vitest';
import { isTrustedSender } from './senderCheck';

const own = new Set([1]);
const page = 'smartspace-app://bundle/login.en.html';

describe('isTrustedSender', () => {
  it('trusts the top frame of our own window on our own page', () => {
    expect(isTrustedSender({ contentsId: 1, frame: { url: page, isTop: true } }, own)).toBe(true);
  });

  it.each([
    ['a frame inside the page', { contentsId: 1, frame: { url: page, isTop: false } }],
    ['another window', { contentsId: 2, frame: { url: page, isTop: true } }],
    ['a frame that is gone', { contentsId: 1, frame: null }],
    ['a foreign page', { contentsId: 1, frame: { url: 'https://example.com/', isTop: true } }],
    ['a host that begins like ours', { contentsId: 1, frame: { url: 'smartspace-app://bundle.evil/', isTop: true } }],
    ['the deep-link scheme', { contentsId: 1, frame: { url: 'smartspace://bundle/x', isTop: true } }],
  ])('trusts no message from %s', (_what, sender) => {
    expect(isTrustedSender(sender, own)).toBe(false);
  });
});
