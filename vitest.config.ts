import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Tests with real servers wait for conditions; this only ends what will never come, also on a busy machine.
const testTimeout = 30_000;

// Test files share their modules: these hold no state beyond their tests, and loading them anew took most of the time.
const isolate = false;

const outside = ['**/node_modules/**', 'out/**', 'dist/**', 'e2e/**'];

// Tests that start servers, the linter, the packager or scanners of their own: slower than all others together.
const integration = [
  '**/*.demo.test.ts',
  'demo/**/*.test.ts',
  'lint/eslintConfig.test.ts',
  'packaging/electronBuilder.test.ts',
  'packaging/security/*.test.ts',
];

export default defineConfig({
  test: {
    // By itself it leaves one core alone, which on two cores is half of them.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          testTimeout,
          isolate,
          include: ['**/*.test.ts', 'scripts/**/*.test.mjs'],
          exclude: [...outside, ...integration, 'renderer/**'],
        },
      },
      { test: { name: 'integration', testTimeout, isolate, include: integration, exclude: outside } },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          testTimeout,
          isolate,
          environment: 'happy-dom',
          include: ['renderer/**/*.test.{ts,tsx}'],
          exclude: outside,
          setupFiles: ['renderer/testing/setUp.ts'],
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
    ],
  },
});
