import { createInterface } from 'node:readline';
import { root } from './places.mjs';
import { launch } from './processes.mjs';
import { Explained } from './say.mjs';
import { typescript } from './tools.mjs';

/**
 * What the demo tells about itself in its first line.
 *
 * @typedef {object} Demo
 * @property {string} url
 * @property {string} controlUrl
 * @property {{url: string}} mail
 * @property {{authority: string}} microsoft
 * @property {{email: string, password: string, name: string, login: string, omnichannel: boolean}[]} agents
 */

/**
 * Starts the embedded platform; it ends with this run.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{description: Demo, env: Record<string, string>}>} and what the app and its scripts need to know
 */
export async function startDemo(env) {
  const parameters = typescript('demo/main.ts', ['--port', '0', '--seed', '1']);
  const child = launch(process.execPath, parameters, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: /** @type {import('node:stream').Readable} */ (child.stdout) });
  // The lines after the first are read and dropped, or the demo would stop at a full pipe.
  const line = await new Promise((resolve) => {
    lines.on('line', resolve);
    lines.once('close', () => resolve(''));
    child.once('error', () => resolve(''));
  });
  const description = parse(line);
  return {
    description,
    env: { SMARTSPACE_URL: description.url, SMARTSPACE_CONTROL_URL: description.controlUrl, SMARTSPACE_DEMO: line },
  };
}

/**
 * @param {string} line
 * @returns {Demo}
 */
function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    throw new Explained('The embedded platform did not start, see above.');
  }
}
