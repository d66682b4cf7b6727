import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'playwright/test';
import type { RunningApp } from './app';
import { messageBox } from './conversation';
import { readIpcTraffic } from './doors';

/** A change is on disk by then, in milliseconds. */
const diskDelay = 500;

/** The files in which the app keeps drafts, by their names. */
export const draftFiles = (profile: string): Promise<readonly string[]> =>
  readdir(path.join(profile, 'drafts')).catch(() => []);

/** Types a draft, and returns as soon as main has heard of it. */
export const typeDraft = async (app: RunningApp, text: string): Promise<void> => {
  await messageBox(app.page).fill(text);
  await expect
    .poll(async () => (await readIpcTraffic(app)).filter((entry) => entry.startsWith('["drafts:write",{')).at(-1), {
      intervals: [20],
    })
    .toContain(text);
};

/** Types a draft, and returns half a second later. */
export const keepDraft = async (app: RunningApp, text: string): Promise<void> => {
  await typeDraft(app, text);
  await new Promise((resolve) => setTimeout(resolve, diskDelay));
};

/** The one file of drafts there is. */
export const draftFile = async (profile: string): Promise<string> => {
  const [file, ...others] = await draftFiles(profile);
  expect(others).toEqual([]);
  expect(file).toMatch(/^[0-9a-f]{32}\.sealed$/);
  return path.join(profile, 'drafts', file ?? '');
};
