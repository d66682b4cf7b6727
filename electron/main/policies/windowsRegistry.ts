import type { PolicySource } from './managedPolicies';
import { parseRegistryOutput } from './registryOutput';
import type { RunTool } from './runTool';

export const policyKey = String.raw`Software\Policies\Smartspace\Desktop`;

/** Windows lets administrators alone write below either; what holds for the computer is stronger than for the user. */
const roots = ['HKLM', 'HKCU'] as const;

/** What `reg.exe` ends with where there is no such key. */
const noSuchKey = 1;

/** Reads both keys at once, through the program that Windows has for it: nothing native of ours to load. */
export const readWindowsRegistry = async (run: RunTool, systemRoot: string): Promise<readonly PolicySource[]> => {
  const sources = await Promise.all(
    roots.map(async (root): Promise<PolicySource | null> => {
      const place = `${root}\\${policyKey}`;
      // The view of 64-bit programs, whichever the app is.
      const answer = await run(`${systemRoot}\\System32\\reg.exe`, ['query', place, '/s', '/reg:64']);
      if (answer.kind === 'done')
        return { kind: 'read', place, content: parseRegistryOutput(answer.output, policyKey) };
      if (answer.kind === 'refused' && answer.code === noSuchKey) return null;
      return { kind: 'failed', place, problem: 'unreadable' };
    }),
  );
  return sources.filter((source) => source !== null);
};
