import { setTimeout as delay } from 'node:timers/promises';
import { end, launchService } from '../lib/processes.mjs';
import { Explained, say } from '../lib/say.mjs';

const startMilliseconds = 15_000;
// Large enough for the app's largest layout; the depth that screenshots need.
const screen = '1920x1200x24';

/** @returns {boolean} whether windows can be shown without our doing */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Starts virtual displays where there is none: things that run side by side would take the focus from each other on one.
 *
 * @param {number} count
 * @returns {Promise<{env: Record<string, string>, stop: () => Promise<void>}>}
 */
export async function ensureDisplays(count) {
  if (hasDisplay()) return { env: {}, stop: async () => undefined };
  const displays = await Promise.all(Array.from({ length: count }, startDisplay));
  const names = displays.map(({ name }) => name);
  say(`No display here: using a virtual one (${names.join(', ')}).`);
  return {
    env: {
      DISPLAY: names[0] ?? '',
      SMARTSPACE_VIRTUAL_DISPLAYS: names.join(' '),
      // A session that calls itself a Wayland one would have Chromium look for a compositor.
      XDG_SESSION_TYPE: 'x11',
    },
    stop: async () => {
      await Promise.all(displays.map(({ service }) => end(service)));
    },
  };
}

async function startDisplay() {
  const service = launchService('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  service.stderr?.setEncoding('utf8').on('data', (chunk) => (complaint += chunk));
  return { name: `:${await displayNumber(service, () => complaint)}`, service };
}

/**
 * Xvfb picks a free number itself and tells it when it is ready, so that two runs never meet on one.
 *
 * @param {import('node:child_process').ChildProcess} service
 * @param {() => string} complaint
 * @returns {Promise<string>}
 */
async function displayNumber(service, complaint) {
  const waiting = new AbortController();
  const answer = new Promise((resolve) => {
    let text = '';
    /** @type {import('node:stream').Readable} */ (service.stdio[3]).setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
  });
  const failure = new Promise((resolve) => {
    service.once('error', () => resolve(undefined));
    service.once('exit', () => resolve(undefined));
  });
  const late = delay(startMilliseconds, undefined, { signal: waiting.signal }).catch(() => undefined);
  const number = await Promise.race([answer, failure, late]);
  waiting.abort();
  if (number) return number;
  await end(service);
  throw new Explained(`The virtual display (Xvfb) could not be started.\n${complaint()}`);
}
