import { describe, expect, it } from 'vitest';
import { createDrafts } from './drafts';

const startDrafts = () => {
  const drafts = createDrafts();
  drafts.keepFor('ana');
  drafts.write('one', 'Bom dia');
  drafts.write('two', 'Boa tarde');
  return drafts;
};

describe('createDrafts', () => {
  it('keeps a text for each attendance', () => {
    const drafts = startDrafts();
    expect([drafts.read('one'), drafts.read('two'), drafts.read('three')]).toEqual(['Bom dia', 'Boa tarde', '']);
  });

  it('forgets a draft that was emptied', () => {
    const drafts = startDrafts();
    drafts.write('one', '');
    expect(drafts.read('one')).toBe('');
  });

  it('keeps them while the same agent logs in again', () => {
    const drafts = startDrafts();
    drafts.keepFor('ana');
    expect(drafts.read('one')).toBe('Bom dia');
  });

  it.each([[null], ['bruno']])('forgets everything when the agent becomes %s', (owner) => {
    const drafts = startDrafts();
    drafts.keepFor(owner);
    drafts.keepFor('ana');
    expect(drafts.read('one')).toBe('');
  });

  it('forgets the drafts of finished attendances', () => {
    const drafts = startDrafts();
    drafts.keepOnly(['two']);
    expect([drafts.read('one'), drafts.read('two')]).toEqual(['', 'Boa tarde']);
  });
});
