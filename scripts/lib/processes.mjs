import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { endWithNpm } from './orphan.mjs';
import { Explained } from './say.mjs';

/**
 * Every process this run started, each the leader of its own group. A group of its own means that Ctrl-C reaches it
 * once (through us, not a second time through the terminal), and that its own children can be ended together with it.
 *
 * @type {Set<import('node:child_process').ChildProcess>}
 */
const running = new Set();

/** Those among them that others lean on; see `passSignalsOn`. @type {WeakSet<import('node:child_process').ChildProcess>} */
const services = new WeakSet();

/** The signal that asked this run to end, if any. */
let endingBy = /** @type {NodeJS.Signals | undefined} */ (undefined);

const ownGroup = process.platform !== 'win32';
const graceMilliseconds = 8_000;

/**
 * `leaveGroup`: do not end what the process left behind, such as the browser an app opened for its person.
 *
 * @typedef {import('node:child_process').SpawnOptions & {leaveGroup?: boolean}} SpawnOptions
 * @typedef {import('node:child_process').ChildProcess} ChildProcess
 */

/**
 * Starts a process that `endAll` will end, whatever happens to this run.
 *
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {SpawnOptions} [options]
 * @returns {ChildProcess}
 */
export function launch(command, parameters, { leaveGroup = false, ...options } = {}) {
  if (endingBy) throw new Explained(`Stopped by ${endingBy}.`);
  const child = spawn(...boundToThisRun(command, parameters), { detached: ownGroup, windowsHide: true, ...options });
  running.add(child);
  child.once('error', () => running.delete(child));
  child.once('exit', () => {
    running.delete(child);
    // What the process itself started and did not end: nobody else would.
    if (!leaveGroup) signalGroup(child, 'SIGKILL');
  });
  return child;
}

/**
 * Should this run be killed without a chance to clean up, Linux ends its processes for us.
 *
 * @param {string} command
 * @param {readonly string[]} parameters
 * @returns {[string, readonly string[]]}
 */
function boundToThisRun(command, parameters) {
  if (process.platform !== 'linux') return [command, parameters];
  return ['setpriv', ['--pdeathsig', 'TERM', '--', command, ...parameters]];
}

/**
 * Runs a process to its end; its output is this run's output unless `options.stdio` says otherwise.
 *
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {SpawnOptions} [options]
 * @returns {Promise<number>} its exit code, 128 + n for a signal as shells have it
 */
export function run(command, parameters, options = {}) {
  return exitOf(launch(command, parameters, { stdio: 'inherit', ...options }), command);
}

/**
 * Runs a process to its end and keeps what it says, both outputs in the order they came.
 *
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {SpawnOptions} [options]
 * @returns {Promise<{code: number, output: string, stdout: string}>}
 */
export async function capture(command, parameters, options = {}) {
  const child = launch(command, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let stdout = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
    stdout += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  const code = await exitOf(child, command);
  return { code, output, stdout };
}

/**
 * @param {ChildProcess} child
 * @param {string} command
 * @returns {Promise<number>}
 */
export function exitOf(child, command) {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Explained(`${command} could not be started: ${error.message}`)));
    child.once('close', (code, signal) => resolve(code ?? 128 + (signalNumbers[signal ?? ''] ?? 1)));
  });
}

/**
 * Ends one process and its group: asks first, insists after the grace time.
 *
 * @param {ChildProcess} child
 * @param {number} [grace] milliseconds
 */
export async function end(child, grace = graceMilliseconds) {
  if (!running.has(child)) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  const waiting = new AbortController();
  const late = delay(grace, undefined, { signal: waiting.signal }).then(
    () => signalGroup(child, 'SIGKILL'),
    () => undefined,
  );
  await gone;
  waiting.abort();
  await late;
}

/** Ends what is still running, the newest first: an app before its display. */
export async function endAll() {
  for (const child of [...running].reverse()) await end(child, 3_000);
}

/**
 * Passes SIGINT, SIGTERM and SIGHUP on to what runs: the first time politely, the second time for good.
 * The services behind it (display, keyring) are left to `endAll`, so that an app can still close properly.
 *
 * @param {() => void} whenIdle called instead where nothing runs that could end and so end this run
 */
export function passSignalsOn(whenIdle) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      const again = endingBy !== undefined;
      endingBy ??= signal;
      const work = [...running].filter((child) => !services.has(child));
      if (work.length === 0) whenIdle();
      for (const child of work) {
        if (again) signalGroup(child, 'SIGKILL');
        else void endPolitely(child, signal);
      }
    });
  }
  endWithNpm();
  // The last resort where nothing asynchronous can run any more.
  process.on('exit', () => {
    for (const child of running) signalGroup(child, 'SIGKILL');
  });
}

/** @returns {NodeJS.Signals | undefined} the signal that asked this run to end, if one did */
export function endSignal() {
  return endingBy;
}

/**
 * Starts a process that others lean on.
 *
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {SpawnOptions} [options]
 */
export function launchService(command, parameters, options = {}) {
  const child = launch(command, parameters, options);
  services.add(child);
  return child;
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
async function endPolitely(child, signal) {
  signalGroup(child, signal);
  await delay(graceMilliseconds, undefined, { ref: false });
  if (running.has(child)) signalGroup(child, 'SIGKILL');
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (ownGroup) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // Nobody is left in the group.
  }
}

/** @type {Record<string, number>} */
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 };
