import type { Sample } from './sample';

const borders = ['house/import-borders'];

/** What one folder alone may import. */
export const ownerSamples: readonly Sample[] = [
  { at: 'electron/main/a.ts', code: `import * as z from 'zod/mini'; z.string();` },
  { at: 'shared/rules/a.ts', code: `import 'zod';`, rules: borders, says: 'The product imports zod from zod/mini.' },
  { at: 'renderer/app/a.test.ts', code: `import 'zod/v4';`, rules: borders, says: 'zod from zod/mini' },
  { at: 'electron/main/a.ts', code: `import type { z } from 'zod';`, rules: borders, says: 'zod from zod/mini' },
  { at: 'electron/preload/a.ts', code: `void import('zod');`, rules: borders, says: 'zod from zod/mini' },
  { at: 'demo/a.ts', code: `import 'zod';` },
  { at: 'electron/main/ipc/a.ts', code: `import { ipcMain, MessageChannelMain } from 'electron';` },
  { at: 'electron/main/a.ts', code: `import type { IpcMain } from 'electron';` },
  { at: 'electron/main/a.ts', code: `import { ipcMain } from 'electron';`, rules: borders, says: 'shared/ipc' },
  {
    at: 'electron/main/a.ts',
    code: `import { ipcMain as door } from 'electron/main';`,
    rules: borders,
    says: 'ipcMain',
  },
  { at: 'electron/main/a.ts', code: `import * as electron from 'electron';`, rules: borders, says: 'ipcMain' },
  { at: 'electron/main/a.ts', code: `export { ipcMain } from 'electron';`, rules: borders, says: 'ipcMain' },
  { at: 'electron/main/a.ts', code: `import { MessageChannelMain } from 'electron';`, rules: borders, says: 'Channel' },
  {
    at: 'electron/main/a.ts',
    code: `import { ipcRenderer } from 'electron';`,
    rules: borders,
    says: 'shared/ipc/desktop',
  },
  { at: 'electron/main/a.ts', code: `import { contextBridge } from 'electron';`, rules: borders, says: 'preload' },
  {
    at: 'electron/preload/a.ts',
    code: `import { ipcMain } from 'electron';`,
    rules: borders,
    says: 'electron/main/ipc',
  },
  { at: 'electron/main/logging/a.ts', code: `import 'electron-log/main';` },
  { at: 'electron/main/a.ts', code: `import 'electron-log/main';`, rules: borders, says: 'Take a Logger' },
  { at: 'electron/main/secrets/a.ts', code: `void import('keytar');` },
  { at: 'electron/main/session/a.ts', code: `void import('keytar');`, rules: borders, says: 'Take the SecretStore' },
  { at: 'electron/main/microsoft/a.ts', code: `void import('@azure/msal-node');` },
  {
    at: 'electron/main/session/a.ts',
    code: `void import('@azure/msal-node');`,
    rules: borders,
    says: 'Take MicrosoftSignIn',
  },
  { at: 'electron/main/platform/a.ts', code: `import 'axios';` },
  { at: 'electron/main/queues/a.ts', code: `import 'axios';`, rules: borders, says: 'Take the Platform' },
  { at: 'electron/main/realtime/a.ts', code: `import 'eventsource-parser/stream';` },
  { at: 'electron/main/a.ts', code: `import 'eventsource-parser';`, rules: borders, says: 'Take Realtime' },
  { at: 'electron/main/updates/a.ts', code: `void import('electron-updater');` },
  {
    at: 'electron/main/shell/a.ts',
    code: `void import('electron-updater');`,
    rules: borders,
    says: 'Take the UpdateService',
  },
  { at: 'electron/main/boot.ts', code: `void import('./testing/doors');` },
  { at: 'electron/main/boot.ts', code: `import './testing/doors';`, rules: borders, says: 'NODE_ENV' },
];
