import { capture, run } from './processes.mjs';

/**
 * How to call npm. Under `npm run`, npm says where its own script lies: that needs no shell, on Windows either.
 *
 * @returns {[string, string[]]} the command, and the parameters that come first
 */
function npm() {
  const script = process.env['npm_execpath'];
  if (script && /npm-cli\.[cm]?js$/.test(script)) return [process.execPath, [script]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}

/**
 * Runs npm with its output on stderr: stdout belongs to the script that was called.
 *
 * @param {readonly string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code
 */
export function runNpm(parameters, options = {}) {
  const [command, first] = npm();
  const shell = command.endsWith('.cmd');
  return run(command, [...first, ...parameters], { stdio: ['ignore', process.stderr, 'inherit'], shell, ...options });
}

/**
 * Runs npm and keeps its output.
 *
 * @param {readonly string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function captureNpm(parameters, options = {}) {
  const [command, first] = npm();
  return capture(command, [...first, ...parameters], { shell: command.endsWith('.cmd'), ...options });
}
