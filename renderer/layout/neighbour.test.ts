import { expect, it } from 'vitest';
import { neighbourOf } from './neighbour';

it('goes round at both ends', () => {
  expect(neighbourOf(2, 3, 'ArrowDown')).toBe(0);
  expect(neighbourOf(0, 3, 'ArrowUp')).toBe(2);
});

it('jumps to the ends', () => {
  expect(neighbourOf(1, 3, 'Home')).toBe(0);
  expect(neighbourOf(1, 3, 'End')).toBe(2);
});

it('leaves every other key alone, and a focus that is elsewhere', () => {
  expect(neighbourOf(1, 3, 'Tab')).toBeNull();
  expect(neighbourOf(-1, 3, 'ArrowDown')).toBeNull();
  expect(neighbourOf(-1, 0, 'ArrowDown')).toBeNull();
});
