import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compareFindings, reviewedFindings } from './findings';

const root = path.resolve(import.meta.dirname, '../..');

const reportSchema = z.object({
  runs: z.tuple([
    z.object({
      results: z.array(
        z.object({
          ruleId: z.string(),
          locations: z.tuple([
            z.object({ physicalLocation: z.object({ artifactLocation: z.object({ uri: z.string() }) }) }),
          ]),
        }),
      ),
    }),
  ]),
});

/** Runs the scanner over a folder, without the checks whose answer depends on the day they are asked. */
const scan = async (folder: string) => {
  const work = await mkdtemp(path.join(tmpdir(), 'electronegativity-'));
  try {
    const output = path.join(work, 'findings.sarif');
    const command = path.join(root, 'node_modules/@doyensec/electronegativity/dist/index.js');
    const { devDependencies } = z
      .object({ devDependencies: z.object({ electron: z.string() }) })
      .parse(JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')));
    const parameters = ['--input', folder, '--relative', 'true', '--electron-version', devDependencies.electron];
    const dated = 'AvailableSecurityFixesGlobalCheck,ElectronVersionJSONCheck';
    await promisify(execFile)(process.execPath, [
      command,
      ...parameters,
      '--exclude-checks',
      dated,
      '--output',
      output,
    ]);
    const [run] = reportSchema.parse(JSON.parse(await readFile(output, 'utf8'))).runs;
    return run.results.map(({ ruleId, locations: [place] }) => ({
      rule: ruleId,
      file: place.physicalLocation.artifactLocation.uri,
    }));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};

describe('electronegativity', { timeout: 180_000 }, () => {
  it('finds in the processes of Electron what was reviewed: nothing new, and nothing that is gone', async () => {
    const { added, stale } = compareFindings(await scan(path.join(root, 'electron')), reviewedFindings);
    expect(added, 'new findings: mend them, or explain them in packaging/security/findings.ts').toEqual([]);
    expect(stale, 'no longer found: take them out of packaging/security/findings.ts').toEqual([]);
  });

  it('has each finding explained in words', () => {
    for (const { rule, explanation } of reviewedFindings) expect(explanation.length, rule).toBeGreaterThan(60);
  });
});

describe('the comparison', () => {
  const reviewed = [{ rule: 'A', file: 'a.ts', explanation: '' }];

  it('tells a new finding, a second one in the same file, and one that is gone', () => {
    const finding = { rule: 'A', file: 'a.ts' };
    expect(compareFindings([finding], reviewed)).toEqual({ added: [], stale: [] });
    expect(compareFindings([finding, finding], reviewed).added).toEqual(['A in a.ts']);
    expect(compareFindings([finding, { rule: 'B', file: 'a.ts' }], reviewed).added).toEqual(['B in a.ts']);
    expect(compareFindings([], reviewed).stale).toEqual(['A in a.ts']);
  });
});
