import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { extractFile, listPackage } from '@electron/asar';
import { packagedApp } from '../support/packagedApp';
import { expect, test } from '../support/test';

/** Everything that may be in the archive; what is not here is not shipped by accident. */
const expected = [
  /^package\.json$/,
  /^resources\/[\w@-]+\.(png|wav|mp3|html)$/,
  /^out\/main\/index\.js$/,
  /^out\/main\/chunks\/[\w-]+\.js$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/[\w.-]+\.html$/,
  /^out\/renderer\/assets\/[\w.-]+\.(js|css|svg|png|woff2|wav|mp3)$/,
  /^node_modules\/keytar\/(package\.json|LICENSE\.md|lib\/keytar\.js)$/,
  /^node_modules\/keytar\/prebuilds\/linux-\w+\/keytar\.node$/,
];

/** The archive's files, by their paths in it. */
const files = (archive: string): readonly string[] => {
  const entries = listPackage(archive, { isPack: false }).map((entry) => entry.slice(1).split(path.sep).join('/'));
  return entries.filter((entry) => !entries.some((other) => other.startsWith(`${entry}/`)));
};

test('the package holds the built app and nothing else', () => {
  const { archive } = packagedApp();
  const found = files(archive);
  expect(found.filter((file) => !expected.some((pattern) => pattern.test(file)))).toEqual([]);
  expect(found).toContain('out/main/index.js');
  expect(found.filter((file) => /test|\.tsx?$|\.map$/i.test(file))).toEqual([]);
});

test('the doors of the tests are not in it', async ({ launch }) => {
  const { archive } = packagedApp();
  for (const file of files(archive).filter((name) => name.startsWith('out/main/'))) {
    const text = extractFile(archive, file).toString();
    // What a door opens, and what lets a made-up authority pass.
    expect.soft(text, file).not.toContain('smartspaceTesting');
    expect.soft(text, file).not.toContain('setCertificateVerifyProc');
  }
  const { application } = await launch({ env: { NODE_ENV: 'test' } });
  expect(await application.evaluate(({ app }) => [app.isPackaged, 'smartspaceTesting' in globalThis])).toEqual([
    true,
    false,
  ]);
});

test('only what has to be a file of its own lies beside the archive, and no app of Electron does', async () => {
  const { folder } = packagedApp();
  expect((await readdir(path.join(folder, 'resources'))).sort()).toEqual([
    'app-update.yml',
    'app.asar',
    'app.asar.unpacked',
  ]);
  const unpacked = await readdir(path.join(folder, 'resources/app.asar.unpacked'), {
    recursive: true,
    withFileTypes: true,
  });
  const names = unpacked.filter((entry) => entry.isFile()).map(({ name }) => name);
  expect([...new Set(names)]).toEqual(['keytar.node']);
  expect(await readdir(folder)).not.toContain('default-app.sha256');
});

test('it says where updates come from', async () => {
  const text = await readFile(path.join(packagedApp().folder, 'resources/app-update.yml'), 'utf8');
  expect(text).toContain('provider: generic');
  expect(text).toMatch(/^url: https:\/\//m);
});

test('the archive for download holds the same app, and says whom it is for', async () => {
  const { output, folder } = packagedApp();
  const archives = (await readdir(output)).filter((name) => name.endsWith('.tar.gz'));
  expect(archives).toHaveLength(1);
  expect(archives[0]).toMatch(/-development-only-electron-[\d.]+\.tar\.gz$/);
  const { stdout } = await promisify(execFile)('tar', ['-tzf', path.join(output, archives[0] ?? '')]);
  const packed = stdout.split('\n').map((line) => line.split('/').slice(1).join('/').replace(/\/$/, ''));
  const lying = await readdir(folder, { recursive: true, withFileTypes: true });
  const own = lying
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  expect(own.filter((file) => !packed.includes(file))).toEqual([]);
  const isKnown = (entry: string) => own.some((file) => `${file}/`.startsWith(`${entry}/`));
  expect(packed.filter((entry) => entry !== '' && !isKnown(entry))).toEqual([]);
});
