/**
 * Where the focus goes by a key in a list of `count` controls, of which `current` has it (-1: none). Round at the ends;
 * null for a key that does not move it.
 */
export const neighbourOf = (current: number, count: number, key: string): number | null => {
  if (count === 0 || current < 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % count;
    case 'ArrowUp':
      return (current - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
};
