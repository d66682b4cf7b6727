import { describe, expect, test } from 'vitest';
import { attendancesInOrder, emptyAttendanceList, hearChange, hearRemoval } from './attendanceList';
import { takeAnswer, takeSnapshot } from './attendanceList';
import type { AttendanceList } from './attendanceList';
import { createAttendance, createInProgress, createOffer, instant } from './attendanceFixtures';

const known = createInProgress({ revision: 5 });
const loaded = takeSnapshot(emptyAttendanceList, [known], 1, 2);

const revisions = (list: AttendanceList) => attendancesInOrder(list).map(({ id, revision }) => [id, revision]);

test('is not loaded before the first whole list', () => {
  expect(hearChange(emptyAttendanceList, known, 1).isLoaded).toBe(false);
  expect(loaded.isLoaded).toBe(true);
});

test('orders offers by their end, then waiting by arrival, then in progress by their beginning', () => {
  const list = takeSnapshot(
    emptyAttendanceList,
    [
      createInProgress({ id: 'began-late', startedAt: instant(50) }),
      createAttendance({ id: 'arrived-late', arrivedAt: instant(9) }),
      createOffer({ id: 'ends-late', offer: { offeredAt: instant(1), expiresAt: instant(40) } }),
      createInProgress({ id: 'began-early', startedAt: instant(3) }),
      createAttendance({ id: 'arrived-early', arrivedAt: instant(2) }),
      createOffer({ id: 'ends-early', offer: { offeredAt: instant(2), expiresAt: '2026-11-22T09:00:30-03:00' } }),
      createOffer({ id: 'ends-as-early', offer: { offeredAt: instant(2), expiresAt: instant(30) } }),
    ],
    1,
    2,
  );
  expect(attendancesInOrder(list).map(({ id }) => id)).toEqual([
    'ends-as-early',
    'ends-early',
    'ends-late',
    'arrived-early',
    'arrived-late',
    'began-early',
    'began-late',
  ]);
});

describe('an event', () => {
  test.each([
    ['newer', 6, [['attendance-1', 6]]],
    ['the same again', 5, [['attendance-1', 5]]],
    ['older', 4, [['attendance-1', 5]]],
  ])('that is %s', (_, revision, expected) => {
    expect(revisions(hearChange(loaded, createInProgress({ revision }), 3))).toEqual(expected);
  });

  test('that tells nothing new still outlives an older answer that lacks it', () => {
    const heard = hearChange(takeSnapshot(emptyAttendanceList, [known], 1, 3), known, 4);
    expect(revisions(takeSnapshot(heard, [], 2, 5))).toEqual([['attendance-1', 5]]);
  });

  test('that a finished attendance sends takes it off, and an older one does not bring it back', () => {
    const finished = hearChange(loaded, createInProgress({ revision: 7, state: 'finished' }), 3);
    expect(revisions(finished)).toEqual([]);
    expect(revisions(hearChange(finished, createInProgress({ revision: 6 }), 4))).toEqual([]);
  });

  test('brings back, unchanged, what left with a queue that the agent enters again', () => {
    const waiting = createAttendance({ revision: 3 });
    const shown = takeSnapshot(emptyAttendanceList, [waiting], 1, 2);
    const left = hearRemoval(shown, waiting.id, 'left-queue', 3);
    expect(revisions(left)).toEqual([]);
    expect(revisions(hearChange(left, waiting, 4))).toEqual([['attendance-1', 3]]);
  });
});

describe('an answer', () => {
  test('counts where it is newer than what is known', () => {
    expect(revisions(takeAnswer(loaded, createInProgress({ revision: 6 }), 3, 4))).toEqual([['attendance-1', 6]]);
    expect(revisions(takeAnswer(loaded, createInProgress({ revision: 4 }), 3, 4))).toEqual([['attendance-1', 5]]);
  });

  test('does not bring back what left while it was on its way', () => {
    const finished = hearRemoval(loaded, known.id, 'finished', 4);
    expect(revisions(takeAnswer(finished, createInProgress({ revision: 6 }), 3, 5))).toEqual([]);
    const gone = takeSnapshot(loaded, [], 4, 5);
    expect(revisions(takeAnswer(gone, createInProgress({ revision: 6 }), 3, 6))).toEqual([]);
  });

  test('takes the attendance off that it says is finished', () => {
    const answered = takeAnswer(loaded, createInProgress({ revision: 6, state: 'finished' }), 3, 4);
    expect(revisions(answered)).toEqual([]);
  });
});

describe('a whole list', () => {
  test('takes off what is no longer in it', () => {
    expect(revisions(takeSnapshot(loaded, [createAttendance({ id: 'attendance-2' })], 3, 4))).toEqual([
      ['attendance-2', 1],
    ]);
  });

  test('does not undo what an event told while it was on its way', () => {
    const offered = hearChange(loaded, createOffer({ id: 'attendance-2' }), 4);
    expect(revisions(takeSnapshot(offered, [known], 3, 5))).toEqual([
      ['attendance-2', 1],
      ['attendance-1', 5],
    ]);
    const removed = hearRemoval(loaded, known.id, 'finished', 4);
    expect(revisions(takeSnapshot(removed, [known], 3, 5))).toEqual([]);
    const accepted = takeAnswer(loaded, createInProgress({ revision: 6 }), 2, 4);
    expect(revisions(takeSnapshot(accepted, [known], 3, 5))).toEqual([['attendance-1', 6]]);
  });

  test('asked for before the one that is shown is dropped', () => {
    const later = takeSnapshot(loaded, [], 5, 6);
    expect(takeSnapshot(later, [known], 4, 7)).toBe(later);
  });
});

test('remembers only the latest of those that left', () => {
  let list = emptyAttendanceList;
  for (let number = 0; number < 700; number += 1) {
    list = hearRemoval(list, `attendance-${String(number)}`, 'finished', number);
  }
  expect(list.departed.size).toBe(500);
  expect(list.departed.has('attendance-699')).toBe(true);
});
