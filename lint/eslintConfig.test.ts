import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areas, onlyEntries, ownedImports, ownedMembers } from './house.js';
import { borderSamples } from './samples/borders';
import { habitSamples } from './samples/habits';
import { memberSamples } from './samples/members';
import { ownerSamples } from './samples/owners';

const root = path.resolve(import.meta.dirname, '..');

const samples = [...borderSamples, ...ownerSamples, ...memberSamples, ...habitSamples].map((sample, index) => {
  const { dir, base } = path.posix.parse(sample.at);
  // The root's configuration is known by its name; all others get a number, so that they stand side by side.
  return { ...sample, file: dir === '' ? base : path.posix.join(dir, base.replace(/^[a-z]+/i, `$&${index}`)) };
});

const findings = new Map<string, ESLint.LintResult['messages']>();
let house = '';

/** The samples as a house of its own, under this house's rules: some rules need to read files and types. */
beforeAll(async () => {
  house = await mkdtemp(path.join(tmpdir(), 'house-'));
  await symlink(path.join(root, 'node_modules'), path.join(house, 'node_modules'), 'junction');
  const compilerOptions = { lib: ['ES2023', 'DOM'], types: ['node'], jsx: 'react-jsx', composite: false };
  const configuration = { extends: path.join(root, 'tsconfig.base.json'), compilerOptions };
  await writeFile(path.join(house, 'tsconfig.json'), JSON.stringify(configuration));
  for (const { file, code } of samples) {
    await mkdir(path.dirname(path.join(house, file)), { recursive: true });
    await writeFile(path.join(house, file), `${code}\nexport {};\n`);
  }
  const eslint = new ESLint({
    cwd: house,
    overrideConfigFile: path.join(root, 'eslint.config.js'),
    overrideConfig: {
      files: ['**/*.{ts,tsx}'],
      languageOptions: { parserOptions: { project: 'tsconfig.json', tsconfigRootDir: house } },
    },
  });
  for (const { filePath, messages } of await eslint.lintFiles(['.'])) {
    findings.set(path.relative(house, filePath).split(path.sep).join('/'), messages);
  }
}, 120_000);

afterAll(() => rm(house, { recursive: true, force: true }));

describe('lint', () => {
  for (const { at, code, file, rules = [], says = '' } of samples) {
    test(`${rules.length === 0 ? 'accepts' : 'refuses'} in ${at}: ${code}`, () => {
      const found = findings.get(file) ?? [];
      expect(found.map(({ ruleId }) => ruleId ?? 'none')).toEqual(rules);
      expect(found[0]?.message ?? '').toContain(says);
    });
  }

  test('speaks of every sample file', () => {
    expect([...findings.keys()].sort()).toEqual(samples.map(({ file }) => file).sort());
  });
});

describe('the tables of the house', () => {
  const refusedMessages = () => [...findings.values()].flat().map(({ message }) => message);

  test.each(areas)('have a sample of what $folder may not import', ({ folder }) => {
    expect(refusedMessages().some((message) => message.startsWith(`${folder} may not import`))).toBe(true);
  });

  test.each(onlyEntries)('have a sample of an import of $what in its large form', ({ what, entry }) => {
    expect(refusedMessages().some((message) => message.startsWith(`The product imports ${what} from ${entry}.`))).toBe(
      true,
    );
  });

  const imported = ownedImports.flatMap((owned) => owned.names ?? [owned.what]);
  test.each(imported)('have a sample of a stranger that imports %s', (name) => {
    expect(refusedMessages().some((message) => message.includes(`may import ${name}. `))).toBe(true);
  });

  const members = ownedMembers.flatMap((owned) => owned.members.map((member) => `${owned.types[0] ?? ''}.${member}`));
  test.each(members)('have a sample of a stranger that uses %s', (member) => {
    expect(refusedMessages().some((message) => message.includes(`may use ${member}. `))).toBe(true);
  });
});
