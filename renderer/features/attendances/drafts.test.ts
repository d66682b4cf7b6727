import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftTextLimit, type Draft } from '../../../shared/state/drafts';
import { createDrafts } from './drafts';

const startDrafts = () => {
  const told: Draft[] = [];
  const drafts = createDrafts((draft) => told.push(draft));
  drafts.write('one', 'Bom dia');
  drafts.write('two', 'Boa tarde');
  return { drafts, told };
};

describe('createDrafts', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps a text for each attendance', () => {
    const { drafts } = startDrafts();
    expect([drafts.read('one'), drafts.read('two'), drafts.read('three')]).toEqual(['Bom dia', 'Boa tarde', '']);
  });

  it('tells main of the first key at once and of those that follow together, also while somebody goes on typing', () => {
    const { drafts, told } = startDrafts();
    expect(told.splice(0)).toEqual([{ attendanceId: 'one', text: 'Bom dia' }]);
    vi.advanceTimersByTime(60);
    drafts.write('two', 'Boa tarde!');
    expect(told).toEqual([]);
    vi.advanceTimersByTime(40);
    expect(told.splice(0)).toEqual([{ attendanceId: 'two', text: 'Boa tarde!' }]);
    drafts.write('two', 'Boa tarde! Aqui');
    vi.advanceTimersByTime(100);
    expect(told.splice(0)).toEqual([{ attendanceId: 'two', text: 'Boa tarde! Aqui' }]);
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual([]);
  });

  it('tells main at once when asked, and no second time', () => {
    const { drafts, told } = startDrafts();
    drafts.write('one', '');
    told.splice(0);
    drafts.flush();
    expect(told).toEqual([
      { attendanceId: 'two', text: 'Boa tarde' },
      { attendanceId: 'one', text: '' },
    ]);
    vi.advanceTimersByTime(1_000);
    expect(told).toHaveLength(2);
  });

  it('keeps all of an endless text here, and has main keep as much as it takes', () => {
    const { drafts, told } = startDrafts();
    drafts.write('one', 'a'.repeat(draftTextLimit + 1));
    drafts.flush();
    expect(drafts.read('one')).toHaveLength(draftTextLimit + 1);
    expect(told.find(({ text }) => text.startsWith('aaa'))?.text).toHaveLength(draftTextLimit);
  });

  it('takes what main has kept, but not over what was typed or emptied here', () => {
    const { drafts } = startDrafts();
    drafts.write('two', '');
    const kept = ['one', 'two', 'three'].map((attendanceId) => ({ attendanceId, text: 'guardado' }));
    drafts.restore(kept);
    expect([drafts.read('one'), drafts.read('two'), drafts.read('three')]).toEqual(['Bom dia', '', 'guardado']);
  });

  it('does not bring back what is finished when the same list is shown again', () => {
    const { drafts } = startDrafts();
    const kept = [{ attendanceId: 'three', text: 'guardado' }];
    drafts.restore(kept);
    drafts.keepOnly(['one']);
    drafts.restore(kept);
    expect(drafts.read('three')).toBe('');
  });

  it('forgets everything at the sign-out, also what main has not heard yet', () => {
    const { drafts, told } = startDrafts();
    drafts.clear();
    vi.advanceTimersByTime(1_000);
    expect(drafts.read('one')).toBe('');
    expect(told).toEqual([{ attendanceId: 'one', text: 'Bom dia' }]);
  });

  it('forgets the drafts of finished attendances, and tells main nothing of them any more', () => {
    const { drafts, told } = startDrafts();
    drafts.write('one', 'Bom dia, já');
    told.splice(0);
    drafts.keepOnly(['two']);
    vi.advanceTimersByTime(1_000);
    expect([drafts.read('one'), drafts.read('two')]).toEqual(['', 'Boa tarde']);
    expect(told).toEqual([{ attendanceId: 'two', text: 'Boa tarde' }]);
  });
});
