import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { validateConfiguration } from 'app-builder-lib/out/util/config/config';
import { DebugLogger } from 'builder-util';
import type { Configuration } from 'electron-builder';
import { describe, expect, it } from 'vitest';
import { createConfiguration } from './configuration';
import { readPackageFacts } from './packageFacts';

const root = path.resolve(import.meta.dirname, '..');

const environments = {
  trial: {},
  release: { SMARTSPACE_RELEASE: '1' },
  development: { SMARTSPACE_PACKAGE_ELECTRON: '/electron', SMARTSPACE_PACKAGE_ELECTRON_VERSION: '33.2.1' },
};

describe("the packager's own schema", { timeout: 180_000 }, () => {
  for (const [name, environment] of Object.entries(environments)) {
    it(`fits the configuration of a ${name}`, async () => {
      const configuration = createConfiguration(readPackageFacts(environment));
      await expect(validateConfiguration(configuration, new DebugLogger(false))).resolves.toBeUndefined();
    });
  }

  it('refuses it once a name is wrong', async () => {
    const wrong: Configuration & { readonly appld: string } = {
      ...createConfiguration(readPackageFacts({})),
      appld: 'x',
    };
    await expect(validateConfiguration(wrong, new DebugLogger(false))).rejects.toThrow('appld');
  });
});

describe('the packager itself', { timeout: 180_000 }, () => {
  it('ends a build for Windows that has no name of whoever signs, before it does anything', async () => {
    const { SMARTSPACE_PUBLISHER_NAME: _name, ...environment } = process.env;
    const command = path.join(root, 'node_modules/electron-builder/cli.js');
    const build = promisify(execFile)(
      process.execPath,
      [command, '--win', 'dir', '--publish', 'never', '-c.directories.output=dist/refused'],
      { cwd: root, env: environment },
    );
    await expect(build).rejects.toMatchObject({
      stdout: expect.stringContaining('SMARTSPACE_PUBLISHER_NAME is missing'),
    });
  });
});
