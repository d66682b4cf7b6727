import { execFile } from 'node:child_process';

/** Policies are awaited before the app is of use: a tool of the system that hangs is given up, in milliseconds. */
const timeLimit = 5_000;
/** In bytes; policies are some hundred. */
const outputLimit = 256 * 1024;

export type ToolAnswer =
  | { readonly kind: 'done'; readonly output: string }
  /** It ran, and ended with a code of its own. */
  | { readonly kind: 'refused'; readonly code: number }
  | { readonly kind: 'failed' };

/** Runs a program of the system. */
export type RunTool = (file: string, parameters: readonly string[]) => Promise<ToolAnswer>;

export const runTool: RunTool = (file, parameters) =>
  new Promise((resolve) => {
    const options = { timeout: timeLimit, maxBuffer: outputLimit, windowsHide: true } as const;
    execFile(file, [...parameters], options, (error, output) => {
      if (error === null) resolve({ kind: 'done', output });
      else if (typeof error.code === 'number' && error.killed !== true) resolve({ kind: 'refused', code: error.code });
      else resolve({ kind: 'failed' });
    });
  });
