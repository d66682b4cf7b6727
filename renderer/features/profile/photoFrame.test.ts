import { expect, it } from 'vitest';
import { frameOf } from './photoFrame';

it('cuts the middle out of a wide picture and scales it down', () => {
  expect(frameOf(1600, 900)).toEqual({ left: 350, top: 0, size: 900, edge: 256 });
});

it('cuts the middle out of a tall picture', () => {
  expect(frameOf(600, 801)).toEqual({ left: 0, top: 100, size: 600, edge: 256 });
});

it('never scales a small picture up', () => {
  expect(frameOf(64, 48)).toEqual({ left: 8, top: 0, size: 48, edge: 48 });
});
