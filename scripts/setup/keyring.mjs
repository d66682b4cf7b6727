import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { capture, end, launchService } from '../lib/processes.mjs';
import { Explained } from '../lib/say.mjs';

const startMilliseconds = 15_000;

/** @returns {boolean} whether this session has a bus, and with it possibly a keyring */
export function hasSessionBus() {
  if (process.platform !== 'linux') return true;
  // Chromium says "disabled:" to what it starts where there is none.
  const address = process.env['DBUS_SESSION_BUS_ADDRESS'];
  if (address && address !== 'disabled:') return true;
  const runtime = process.env['XDG_RUNTIME_DIR'];
  return Boolean(runtime && existsSync(path.join(runtime, 'bus')));
}

/**
 * Starts a session bus of our own with an unlocked, empty keyring on it. Tests always use one: they must neither read
 * nor fill the keyring of the person who runs them. Other systems need none.
 *
 * @returns {Promise<{env: Record<string, string>, stop: () => Promise<void>}>}
 */
export async function startPrivateKeyring() {
  if (process.platform !== 'linux') return { env: {}, stop: async () => undefined };
  // A short path: a socket's may have 107 characters.
  const folder = await mkdtemp(path.join(tmpdir(), 'smartspace-'));
  const bus = await startBus(folder);
  const home = {
    XDG_DATA_HOME: path.join(folder, 'data'),
    // Registering the app for its links would write into the person's own settings.
    XDG_CONFIG_HOME: path.join(folder, 'config'),
  };
  for (const directory of Object.values(home)) await mkdir(directory, { mode: 0o700 });
  const env = { ...home, DBUS_SESSION_BUS_ADDRESS: bus.address };
  const keyring = await startKeyring(folder, env).catch(async (error) => {
    await end(bus.service);
    await rm(folder, { recursive: true, force: true });
    throw error;
  });
  return {
    env,
    stop: async () => {
      await end(keyring);
      await end(bus.service);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @param {string} folder */
async function startBus(folder) {
  const socket = path.join(folder, 'bus');
  const configuration = path.join(folder, 'bus.conf');
  await writeFile(configuration, busConfiguration(socket));
  const service = launchService(
    'dbus-daemon',
    [`--config-file=${configuration}`, '--nofork', '--nopidfile', '--nosyslog'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  await waitUntil('The private session bus', service, async () => existsSync(socket));
  return { address: `unix:path=${socket}`, service };
}

/**
 * A bus that starts no services on demand: whatever it started would outlive us.
 *
 * @param {string} socket
 */
function busConfiguration(socket) {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

/**
 * @param {string} folder
 * @param {Record<string, string>} env
 */
async function startKeyring(folder, env) {
  const control = path.join(folder, 'control');
  await mkdir(control, { mode: 0o700 });
  const service = launchService(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets', `--control-directory=${control}`],
    { stdio: ['pipe', 'ignore', 'pipe'], env: { ...process.env, ...env } },
  );
  // The first password given to an empty keyring becomes its password.
  service.stdin?.on('error', () => undefined).end('private');
  await waitUntil('The private keyring', service, async () => {
    const { stdout } = await capture('dbus-send', aliasQuestion(env['DBUS_SESSION_BUS_ADDRESS'] ?? ''));
    // "/" means: there is no default collection yet.
    return /object path "\/org/.test(stdout);
  });
  return service;
}

/** @param {string} address */
function aliasQuestion(address) {
  const service = 'org.freedesktop.secrets';
  const method = 'org.freedesktop.Secret.Service.ReadAlias';
  return [
    `--bus=${address}`,
    `--dest=${service}`,
    '--print-reply',
    '/org/freedesktop/secrets',
    method,
    'string:default',
  ];
}

/**
 * @param {string} what
 * @param {import('node:child_process').ChildProcess} service
 * @param {() => Promise<boolean>} isReady
 */
async function waitUntil(what, service, isReady) {
  let complaint = '';
  service.stderr?.setEncoding('utf8').on('data', (chunk) => (complaint += chunk));
  let gone = false;
  service.once('error', (error) => ((gone = true), (complaint += error.message)));
  service.once('exit', () => (gone = true));
  const deadline = Date.now() + startMilliseconds;
  while (!gone && Date.now() < deadline) {
    if (await isReady()) return;
    await delay(50);
  }
  await end(service);
  throw new Explained(`${what} could not be started.\n${complaint}`);
}
