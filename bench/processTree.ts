import { readFile, readdir } from 'node:fs/promises';

/** The process and all below it. */
export const processTree = async (root: number): Promise<number[]> => {
  const children = new Map<number, number[]>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readText(`/proc/${name}/stat`);
    // The command, in parentheses, may hold spaces and parentheses itself; the parent comes second after it.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const collect = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(collect)];
  return collect(root);
};

/** Resident memory of all these processes, shared pages counted once among those that share them, in bytes. */
export const proportionalSetSize = async (pids: readonly number[]): Promise<number> => {
  const sizes = pids.map(async (pid) => {
    const match = /^Pss:\s+(\d+) kB$/m.exec(await readText(`/proc/${String(pid)}/smaps_rollup`));
    return match === null ? 0 : Number(match[1]) * 1024;
  });
  return sum(await Promise.all(sizes));
};

/** Time all threads of these processes have spent on a processor so far, in milliseconds. */
export const processorTime = async (pids: readonly number[]): Promise<number> => {
  const times = pids.map(async (pid) => {
    const folder = `/proc/${String(pid)}/task`;
    const threads = await readdir(folder).catch(() => []);
    const nanoseconds = threads.map(async (thread) =>
      Number((await readText(`${folder}/${thread}/schedstat`)).split(' ')[0] ?? 0),
    );
    return sum(await Promise.all(nanoseconds)) / 1e6;
  });
  return sum(await Promise.all(times));
};

/** Empty for a process that is gone by now. */
const readText = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
