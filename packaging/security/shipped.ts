import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      version: z.string().optional(),
      license: z.string().optional(),
      dependencies: z.record(z.string(), z.string()).optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
      peerDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

type Lock = z.infer<typeof lockSchema>['packages'];

/** A package that is in what people install. */
export interface ShippedPackage {
  /** Where it lies, from the root. */
  readonly place: string;
  readonly version: string;
  readonly licence: string;
}

/** The folders whose code is built into the app. */
const areas = ['electron', 'renderer', 'shared'];

const isSource = (name: string): boolean => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name);

/** Modules that the code names: `import … from 'x'`, `import('x')`, `import 'x'`. */
const namedModules = /(?:from|import)\s*\(?\s*'([^'.][^']*)'/g;

const packageOf = (module: string): string =>
  module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');

const isForeign = (module: string): boolean => !/^(node:|electron$|vite)/.test(module);

const readNames = async (root: string): Promise<ReadonlySet<string>> => {
  const names = new Set<string>();
  for (const area of areas) {
    const entries = await readdir(path.join(root, area), { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((candidate) => candidate.isFile() && isSource(candidate.name))) {
      const text = await readFile(path.join(entry.parentPath, entry.name), 'utf8');
      for (const [, module = ''] of text.matchAll(namedModules)) if (isForeign(module)) names.add(packageOf(module));
    }
  }
  return names;
};

/** Finds a package as Node does: in the nearest folder upwards. */
const placeOf = (lock: Lock, name: string, from: string): string | null => {
  const own = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (lock[own] !== undefined) return own;
  if (from === '') return null;
  return placeOf(lock, name, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))));
};

/**
 * Every package that the app's code names, and all that these need in turn: what is shipped, and a little more, since the
 * build leaves out what is not used.
 *
 * @param root the folder with package-lock.json
 */
export const shippedPackages = async (root: string): Promise<readonly ShippedPackage[]> => {
  const lock = lockSchema.parse(JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8'))).packages;
  const found = new Map<string, ShippedPackage>();
  const waiting = [...(await readNames(root))].map((name) => ({ name, from: '' }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const place = placeOf(lock, next.name, next.from);
    const entry = place === null ? undefined : lock[place];
    if (place === null || entry === undefined || found.has(place)) continue;
    found.set(place, { place, version: entry.version ?? '', licence: entry.license ?? 'none' });
    const needed = { ...entry.dependencies, ...entry.optionalDependencies };
    waiting.push(...Object.keys(needed).map((name) => ({ name, from: place })));
  }
  return [...found.values()];
};
