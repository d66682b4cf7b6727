import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { capture, run } from '../lib/processes.mjs';
import { Explained, say } from '../lib/say.mjs';

/**
 * What the app needs of a Debian or Ubuntu system. Several names for one need are alternatives, the usual one first:
 * newer releases renamed some libraries (t64).
 *
 * @type {Record<'electron' | 'looks' | 'display' | 'keyring' | 'logind' | 'archiver', string[][]>}
 */
const needs = {
  electron: [
    ['libgtk-3-0', 'libgtk-3-0t64'],
    ['libnss3'],
    ['libnspr4'],
    ['libasound2', 'libasound2t64'],
    ['libgbm1'],
    ['libdrm2'],
    ['libxss1'],
    ['libxtst6'],
    ['libx11-xcb1'],
    ['libxkbcommon0'],
    ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
    ['libatspi2.0-0', 'libatspi2.0-0t64'],
    ['libcups2', 'libcups2t64'],
    ['libnotify4'],
    ['libsecret-1-0'],
    ['xdg-utils'],
  ],
  // Without these, screenshots show boxes instead of letters and emoji.
  looks: [['fonts-inter', 'fonts-noto-core'], ['fonts-dejavu-core'], ['fonts-noto-color-emoji']],
  display: [['xvfb']],
  keyring: [['dbus-daemon', 'dbus'], ['dbus-bin', 'dbus'], ['gnome-keyring']],
  // For the tests, which run a logind of their own.
  logind: [['systemd']],
  archiver: [['p7zip-full', '7zip']],
};

/**
 * Installs the system packages that are missing; says what to do where it may not.
 *
 * @param {{display?: boolean, keyring?: boolean, archiver?: boolean}} wanted whether a virtual display, a private keyring or
 *   7-Zip is needed
 */
export async function ensureSystemPackages(wanted) {
  if (!(await isDebianLike())) return;
  const required = [
    ...needs.electron,
    ...(wanted.display ? needs.display : []),
    ...(wanted.keyring ? [...needs.keyring, ...needs.logind] : []),
    ...(wanted.archiver ? needs.archiver : []),
  ];
  const missing = await missingOf(required);
  const missingLooks = await missingOf(needs.looks);
  if (missing.length === 0 && missingLooks.length === 0) return;
  if (process.getuid?.() !== 0) {
    const command = `sudo apt-get install -y --no-install-recommends ${nameAll([...missing, ...missingLooks]).join(' ')}`;
    if (missing.length > 0)
      throw new Explained(`Some system packages are missing. Please run this once, then try again:\n\n  ${command}\n`);
    say(`Some fonts are missing; the app looks better after: ${command}`);
    return;
  }
  await install([...missing, ...missingLooks]);
}

/** @param {string[][]} missing */
async function install(missing) {
  say(`Installing system packages: ${nameAll(missing).join(' ')} …`);
  let updated = false;
  if (!(await hasPackageLists())) {
    await aptGet(['update']);
    updated = true;
  }
  let names = await availableOf(missing);
  if ((await aptGet(['install', ...names])) === 0) return;
  if (!updated) {
    // The lists may be older than what the servers still hold.
    await aptGet(['update']);
    names = await availableOf(missing);
    if ((await aptGet(['install', ...names])) === 0) return;
  }
  throw new Explained(`apt-get could not install ${names.join(' ')}, see above.`);
}

/** @param {string[]} parameters */
function aptGet(parameters) {
  const always = ['-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];
  return run('apt-get', [...always, ...parameters], {
    stdio: ['ignore', process.stderr, 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/**
 * The needs none of whose alternatives is installed.
 *
 * @param {string[][]} alternatives
 */
async function missingOf(alternatives) {
  const { stdout } = await capture('dpkg-query', [
    '-W',
    '-f',
    '${db:Status-Status} ${Package}\\n',
    ...alternatives.flat(),
  ]);
  const installed = new Set(
    stdout.split('\n').flatMap((line) => (line.startsWith('installed ') ? [line.slice(10)] : [])),
  );
  return alternatives.filter((names) => !names.some((name) => installed.has(name)));
}

/**
 * For each need the first name that this release knows.
 *
 * @param {string[][]} alternatives
 */
async function availableOf(alternatives) {
  const { stdout } = await capture('apt-cache', ['policy', ...alternatives.flat()], {
    env: { ...process.env, LC_ALL: 'C' },
  });
  const known = new Set();
  let name = '';
  for (const line of stdout.split('\n')) {
    if (/^\S+:$/.test(line)) name = line.slice(0, -1);
    else if (/^\s+Candidate: (?!\(none\))/.test(line)) known.add(name);
  }
  return alternatives.map((names) => names.find((candidate) => known.has(candidate)) ?? String(names[0]));
}

/** @param {string[][]} alternatives */
function nameAll(alternatives) {
  return alternatives.map((names) => String(names[0]));
}

async function hasPackageLists() {
  const names = await readdir('/var/lib/apt/lists').catch(() => []);
  return names.some((name) => /_Packages(\.\w+)?$/.test(name));
}

async function isDebianLike() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release);
}
