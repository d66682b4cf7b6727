import type { Sample } from './sample';

const borders = ['house/import-borders'];

/** The folders and packages that an area may import. */
export const borderSamples: readonly Sample[] = [
  { at: 'shared/rules/a.ts', code: `import 'zod/mini'; import '../state/b';` },
  { at: 'shared/rules/a.ts', code: `import 'electron';`, rules: borders, says: 'shared may not import electron.' },
  { at: 'shared/rules/a.ts', code: `import 'node:fs';`, rules: borders, says: "shared may not import Node's modules" },
  { at: 'shared/rules/a.ts', code: `import 'fs';`, rules: borders, says: "shared may not import Node's modules" },
  { at: 'shared/rules/a.ts', code: `import 'react';`, rules: borders, says: 'shared may not import react.' },
  { at: 'shared/rules/a.ts', code: `import '../../demo/a';`, rules: borders, says: 'shared may not import demo/a' },
  { at: 'shared/rules/a.ts', code: `export * from '../../electron/main/a';`, rules: borders, says: 'electron/main/a' },
  { at: 'shared/rules/a.test.ts', code: `import 'vitest'; import 'node:fs';` },

  { at: 'renderer/app/a.ts', code: `import 'react'; import '../../shared/a'; import '../ui/b';` },
  { at: 'renderer/app/a.ts', code: `import '../../electron/main/a';`, rules: borders, says: 'electron/main/a' },
  { at: 'renderer/app/a.ts', code: `void import('../../electron/preload/a');`, rules: borders, says: 'preload/a' },
  { at: 'renderer/app/a.ts', code: `import '../../demo/a';`, rules: borders, says: 'renderer may not import demo/a' },
  { at: 'renderer/app/a.ts', code: `export { b } from '../../e2e/a';`, rules: borders, says: 'e2e/a' },
  { at: 'renderer/app/a.ts', code: `import 'node:path';`, rules: borders, says: "renderer may not import Node's" },
  { at: 'renderer/app/a.ts', code: `import 'electron/renderer';`, rules: borders, says: 'may not import electron.' },
  { at: 'renderer/app/a.ts', code: `export type A = import('electron').App;`, rules: borders, says: 'electron.' },
  { at: 'renderer/app/a.ts', code: `import 'keytar';`, rules: borders, says: 'renderer may not import keytar.' },

  {
    at: 'renderer/prerender/a.ts',
    code: `import 'node:path'; import 'vite'; import '../ui/a'; import '../../shared/a';`,
  },
  {
    at: 'renderer/prerender/a.ts',
    code: `import 'electron';`,
    rules: borders,
    says: 'renderer/prerender may not import',
  },
  { at: 'renderer/app/a.ts', code: `import '../prerender/a';`, rules: borders, says: 'renderer/prerender/a' },
  { at: 'renderer/app/a.ts', code: `import '../../package.json';`, rules: borders, says: 'package.json' },

  { at: 'electron/main/queues/a.ts', code: `import 'electron'; import '../../../shared/a'; import '../base/b';` },
  { at: 'electron/main/a.ts', code: `import '../../renderer/a';`, rules: borders, says: 'renderer/a' },
  { at: 'electron/main/a.ts', code: `import '../preload/a';`, rules: borders, says: 'electron/preload/a' },
  { at: 'electron/main/a.ts', code: `import '../../demo/a';`, rules: borders, says: 'demo/a' },
  { at: 'electron/main/a.test.ts', code: `import '../../demo/a';` },
  { at: 'electron/main/a.test.ts', code: `import '../../renderer/a';`, rules: borders, says: 'renderer/a' },
  { at: 'electron/main/a.ts', code: `import 'react';`, rules: borders, says: 'electron/main may not import react.' },
  { at: 'electron/preload/a.ts', code: `import { contextBridge, ipcRenderer } from 'electron';` },
  { at: 'electron/preload/a.ts', code: `import '../main/a';`, rules: borders, says: 'electron/main/a' },
  { at: 'electron/preload/a.ts', code: `import 'node:fs';`, rules: borders, says: "Node's modules" },

  { at: 'packaging/a.ts', code: `import 'electron-builder'; import 'node:fs'; import '../shared/a';` },
  { at: 'packaging/a.ts', code: `import '../demo/a';`, rules: borders, says: 'packaging may not import demo/a' },
  { at: 'packaging/a.ts', code: `import 'electron';`, rules: borders, says: 'packaging may not import electron.' },
  { at: 'e2e/a.ts', code: `import '../packaging/a';` },

  { at: 'demo/a.ts', code: `import 'fastify'; import 'node:http'; import '../shared/a';` },
  {
    at: 'demo/a.ts',
    code: `import '../electron/main/a';`,
    rules: borders,
    says: 'demo may not import electron/main/a',
  },
  { at: 'demo/a.ts', code: `import 'electron';`, rules: borders, says: 'demo may not import electron.' },
  { at: 'e2e/a.ts', code: `import '../shared/a'; import '../demo/a'; import 'playwright/test';` },
  { at: 'e2e/a.ts', code: `import '../electron/main/a';`, rules: borders, says: 'e2e may not import electron/main/a' },
  { at: 'bench/a.ts', code: `import '../shared/a'; import '../demo/a';` },
  { at: 'bench/a.ts', code: `import '../renderer/a';`, rules: borders, says: 'bench may not import renderer/a' },
  { at: 'scripts/a.mjs', code: `import './lib/b.mjs';` },
  { at: 'scripts/a.mjs', code: `import '../electron/main/b';`, rules: borders, says: 'scripts may not import' },
  { at: 'lint/a.js', code: `import '../shared/b';`, rules: borders, says: 'lint may not import shared/b' },
];
