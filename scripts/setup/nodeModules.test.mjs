import { expect, test } from 'vitest';
import { matches } from './nodeModules.mjs';

const wanted = {
  '': { version: '0.1.0' },
  'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
  'node_modules/esbuild-windows': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};
const zod = wanted['node_modules/zod'];

test('what npm installed on this system is fresh, without optional packages for others', () => {
  expect(matches(wanted, { 'node_modules/zod': zod })).toBe(true);
});

test.each([
  ['a package is missing', {}],
  ['another version is there', { 'node_modules/zod': { ...zod, version: '4.6.8' } }],
  ['another content is there', { 'node_modules/zod': { ...zod, integrity: 'sha512-c' } }],
  ['a package is no longer wanted', { 'node_modules/zod': zod, 'node_modules/left': { version: '1.0.0' } }],
])('node_modules is stale where %s', (_case, installed) => {
  expect(matches(wanted, installed)).toBe(false);
});
