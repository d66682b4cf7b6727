import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { shippedPackages } from './shipped';

const root = path.resolve(import.meta.dirname, '../..');

/** Licences under which code may be built into an app that is given away without its source: all of them permissive. */
const allowed = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'Python-2.0'];

describe('what is shipped of others', () => {
  it('has a licence that allows it', async () => {
    const shipped = await shippedPackages(root);
    const others = shipped.filter(({ licence }) => !allowed.includes(licence));
    expect(others.map(({ place, licence }) => `${place}: ${licence}`)).toEqual([]);
  });

  it('is found through the names in the code, down to what these need', async () => {
    const places = (await shippedPackages(root)).map(({ place }) => place);
    expect(places).toEqual(
      expect.arrayContaining([
        'node_modules/keytar',
        'node_modules/axios',
        'node_modules/react-dom',
        'node_modules/scheduler',
        'node_modules/@azure/msal-common',
      ]),
    );
    // What builds and tests the app is not in it.
    expect(places).not.toContain('node_modules/vite');
    expect(places).not.toContain('node_modules/fastify');
  });
});

describe('the installed packages', { timeout: 180_000 }, () => {
  it('are those that package.json asks for: none missing, none of another version', async () => {
    const options = { cwd: root, maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' };
    await expect(promisify(execFile)('npm', ['ls', '--all'], options)).resolves.toBeDefined();
  });
});
