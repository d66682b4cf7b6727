import { expect, it } from 'vitest';
import { modulesWithNews } from './moduleMarks';

it.each([
  ['an offer that rings', [{ state: 'offered', unread: 0 }], true],
  ['an unread message', [{ state: 'in-progress', unread: 2 }], true],
  ['somebody who waits in a queue', [{ state: 'waiting', unread: 1 }], false],
  ['a conversation that has been read', [{ state: 'in-progress', unread: 0 }], false],
] as const)('for %s', (_situation, attendances, isMarked) => {
  expect(modulesWithNews(attendances).has('attendance')).toBe(isMarked);
});
