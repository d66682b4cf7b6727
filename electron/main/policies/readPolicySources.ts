import { access } from 'node:fs/promises';
import { userInfo } from 'node:os';
import type { PolicySource } from './managedPolicies';
import { readManagedPreferences } from './managedPreferences';
import { policyFilePath, readPolicyFile } from './policyFile';
import { runTool } from './runTool';
import { readWindowsRegistry } from './windowsRegistry';

/**
 * Reads what the company decided for this computer, and makes nothing of it yet: this runs with the first tick, and zod
 * would cost the window its time. Awaited before the services are made.
 */
export const readPolicySources = async (isPackaged: boolean): Promise<readonly PolicySource[]> => {
  if (process.env['NODE_ENV'] === 'test' && !isPackaged) {
    const file = process.env['SMARTSPACE_TEST_POLICIES'] ?? '';
    // Tests don't run as the administrator everywhere.
    if (file !== '') return readPolicyFile({ file, owners: [0, userInfo().uid] });
  }
  if (process.platform === 'win32') {
    return readWindowsRegistry(runTool, process.env['SystemRoot'] ?? String.raw`C:\Windows`);
  }
  if (process.platform === 'darwin') {
    const exists = (file: string) =>
      access(file).then(
        () => true,
        () => false,
      );
    return readManagedPreferences({ run: runTool, exists, userName: userInfo().username });
  }
  return readPolicyFile({ file: policyFilePath, owners: [0] });
};
