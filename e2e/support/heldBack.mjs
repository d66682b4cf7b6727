#!/usr/bin/env node
// Runs an executable in this process's place, and tells where its pages can be debugged only once there is a page. A
// packaged app can not be held back until Playwright is attached, and Playwright waits for ever for a window that opens
// while it attaches.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

const executable = process.env['SMARTSPACE_HELD_BACK'] ?? '';
const app = spawn(executable, process.argv.slice(2), { stdio: ['ignore', 'inherit', 'pipe'] });

for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) process.on(signal, () => app.kill(signal));

app.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
app.on('close', (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});

createInterface({ input: app.stderr }).on('line', (line) => {
  const address = /^DevTools listening on ws:\/\/([^/]+)\//.exec(line)?.[1];
  if (address === undefined) process.stderr.write(`${line}\n`);
  else void pageIsThere(address).then(() => process.stderr.write(`${line}\n`));
});

/** @param {string} host */
async function pageIsThere(host) {
  while (app.exitCode === null && app.signalCode === null) {
    const targets = await fetch(`http://${host}/json/list`)
      .then((answer) => answer.json())
      .catch(() => []);
    // Until a page is read, its title is its address.
    if (
      targets.some((/** @type {any} */ { type, url, title }) => type === 'page' && title !== '' && !url.includes(title))
    )
      return;
    await wait(50);
  }
}
