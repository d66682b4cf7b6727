import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { startDemo } from '../demo/startDemo';
import type { Launched } from './launch';
import { loadedScripts, measureRest, measureStart } from './measure';
import type { Rest, Start } from './measure';
import { absoluteMetric, comparedMetric, formatReport } from './report';
import type { Metric } from './report';

// Every figure is a ratio against a bare Electron window measured in turn with the app, in this very run: absolute times
// say more of the machine than of the app.

const root = path.resolve(import.meta.dirname, '..');
const loginUsable = 'login-usable';
const attendancesLive = 'attendances-live';

const readParameters = () => {
  const { values } = parseArgs({ options: { json: { type: 'string' }, runs: { type: 'string', default: '15' } } });
  return z.object({ json: z.string().optional(), runs: z.coerce.number().int().min(1).max(50) }).parse(values);
};

/** Runs `work` with folders of its own that are gone afterwards. */
const withFolders = async <Value>(work: (createFolder: () => Promise<string>) => Promise<Value>): Promise<Value> => {
  const folders: string[] = [];
  const createFolder = async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'smartspace-bench-'));
    folders.push(folder);
    return folder;
  };
  try {
    return await work(createFolder);
  } finally {
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 5 })));
  }
};

interface Measurements {
  readonly bare: Start[];
  readonly fresh: Start[];
  readonly loggedIn: Start[];
  readonly bareRest: Rest[];
  readonly freshRest: Rest[];
  readonly scripts: string[];
}

const measure = async (
  executable: string,
  runs: number,
  createFolder: () => Promise<string>,
): Promise<Measurements> => {
  const demo = await startDemo({ seed: 1 });
  try {
    const agent = demo.agents.find(({ login, omnichannel }) => login === 'password' && omnichannel);
    if (agent === undefined || agent.password === null)
      throw new Error('The demo has no agent who logs in by password');
    const { email, password } = agent;
    const env = (profile: string) => ({
      SMARTSPACE_URL: demo.url,
      SMARTSPACE_PROFILE_DIR: profile,
      SMARTSPACE_LANG: 'pt-BR',
    });
    const bareApp = path.join(root, 'bench/bareApp');
    const loggedInProfile = await createFolder();
    await measureStart({ executable, app: root, env: env(loggedInProfile) }, [loginUsable], async ({ page }) => {
      await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
      await page.getByRole('textbox', { name: 'Senha' }).fill(password);
      await page.getByRole('button', { name: 'Entrar' }).click();
      await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, attendancesLive);
    });
    const result: Measurements = { bare: [], fresh: [], loggedIn: [], bareRest: [], freshRest: [], scripts: [] };
    for (let run = 0; run < runs; run += 1) {
      // Rest takes long and hardly varies: measured in the first three rounds only.
      const rest = (into: Rest[]) => async (launched: Launched) => {
        if (run < 3) into.push(await measureRest(launched));
      };
      const bareProfile = await createFolder();
      const freshProfile = await createFolder();
      result.bare.push(
        await measureStart({ executable, app: bareApp, env: env(bareProfile) }, [], rest(result.bareRest)),
      );
      const fresh = await measureStart(
        { executable, app: root, env: env(freshProfile) },
        [loginUsable],
        async (launched) => {
          if (run === 0) result.scripts.push(...(await loadedScripts(launched.page)));
          await rest(result.freshRest)(launched);
        },
      );
      result.fresh.push(fresh);
      const app = { executable, app: root, env: env(loggedInProfile) };
      result.loggedIn.push(await measureStart(app, [attendancesLive]));
      process.stderr.write(`round ${String(run + 1)} of ${String(runs)}\n`);
    }
    return result;
  } finally {
    await demo.stop();
  }
};

/** What the login screen loads must be found, or the limit on it would be kept by an empty list. */
const gzippedSize = async (addresses: readonly string[]): Promise<number> => {
  if (addresses.length === 0) throw new Error('No script was found in the page');
  const files = addresses.map((address) => path.join(root, 'out/renderer', new URL(address).pathname));
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(file), { level: 9 }).length));
  return sizes.reduce((total, size) => total + size, 0);
};

const report = async (measured: Measurements): Promise<Record<string, Metric>> => {
  const { bare, fresh, loggedIn, bareRest, freshRest, scripts } = measured;
  const paints = (starts: readonly Start[]) => starts.map(({ firstContentfulPaint }) => firstContentfulPaint);
  const marks = (starts: readonly Start[], name: string) => starts.map((start) => start.marks[name] ?? Number.NaN);
  const memory = (rests: readonly Rest[]) => rests.map((rest) => rest.memory / 1024 / 1024);
  const idle = (rests: readonly Rest[]) => rests.map(({ idleProcessorTime }) => idleProcessorTime);
  const main = await readFile(path.join(root, 'out/main/index.js'));
  return {
    bareFirstContentfulPaint: comparedMetric('ms', paints(bare), paints(bare), null),
    firstContentfulPaint: comparedMetric('ms', paints(fresh), paints(bare), 1.2),
    firstContentfulPaintLoggedIn: comparedMetric('ms', paints(loggedIn), paints(bare), 1.2),
    loginUsable: comparedMetric('ms', marks(fresh, loginUsable), paints(bare), null),
    attendanceListLive: comparedMetric('ms', marks(loggedIn, attendancesLive), paints(bare), 1.7),
    bareMemory: comparedMetric('MB', memory(bareRest), memory(bareRest), null),
    memoryOnLogin: comparedMetric('MB', memory(freshRest), memory(bareRest), 1.12),
    bareIdleProcessor: comparedMetric('ms/s', idle(bareRest), idle(bareRest), null),
    idleProcessorOnLogin: comparedMetric('ms/s', idle(freshRest), idle(bareRest), 2),
    loginScripts: absoluteMetric('kB', (await gzippedSize(scripts)) / 1000, 130),
    mainFirstTickScript: absoluteMetric('kB', gzipSync(main, { level: 9 }).length / 1000, null),
  };
};

const { json, runs } = readParameters();
const executable = process.env['SMARTSPACE_ELECTRON'];
if (executable === undefined) throw new Error('SMARTSPACE_ELECTRON is not set: run this through npm run bench');
const metrics = await withFolders(async (createFolder) => report(await measure(executable, runs, createFolder)));
process.stdout.write(`${formatReport(metrics)}\n`);
if (json !== undefined) await writeFile(json, `${JSON.stringify(metrics, null, 2)}\n`);
if (Object.values(metrics).some(({ ok }) => !ok)) process.exitCode = 1;
