// What Electron runs when it is started as `electron path/to/app`. Packed as resources/default_app.asar into the
// fallback Electron, which comes out of a packaged app and therefore has none; does what Electron's own one does.
// It is an ES module with top-level await on purpose: only so does Electron hold back `ready` until the app's own
// module has run, and `protocol.registerSchemesAsPrivileged` must come before `ready`.
import { app, dialog, net } from 'electron';
import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Methods that Electron keeps out of its published types. */
const hidden = /** @type {any} */ (app);

/** @type {string | undefined} */
let target;
/** @type {string[]} */
const required = [];

// Switches before the app are Electron's and Chromium's; all behind it belongs to the app. process.argv stays as it is.
const parameters = process.argv.slice(1);
for (let index = 0; index < parameters.length; index += 1) {
  const parameter = /** @type {string} */ (parameters[index]);
  if (parameter === '-v' || parameter === '--version') {
    console.log(`v${process.versions['electron']}`);
    process.exit(0);
  } else if (parameter === '-a' || parameter === '--abi') {
    console.log(process.versions.modules);
    process.exit(0);
  } else if (parameter === '-r' || parameter === '--require') {
    const file = parameters[(index += 1)];
    if (file === undefined) fail('Invalid Usage: --require [file]\n\n"file" is required');
    required.push(file);
  } else if (parameter.startsWith('--app=')) {
    target = parameter.slice('--app='.length);
    break;
  } else if (!parameter.startsWith('-')) {
    target = parameter;
    break;
  }
}

if (target === undefined) fail('Usage: electron [options] path/to/app [parameters]');

// Private, and used because Electron's own default app does: it resolves from the working folder, before anything else.
const internals = /** @type {any} */ (Module);
if (required.length > 0) internals._preloadModules(required);

Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
const appPath = path.resolve(target);
const packageFile = path.join(appPath, 'package.json');
const isPackage = fs.existsSync(packageFile);
if (isPackage) describe(readPackage());

/** @type {string} */
let entry;
try {
  entry = internals._resolveFilename(appPath, null, true);
} catch (error) {
  fail(`Unable to find Electron app at ${appPath}\n\n${error instanceof Error ? error.message : String(error)}`);
}
hidden.setAppPath(isPackage ? appPath : path.dirname(entry));
void app.whenReady().then(keepLoaders);

try {
  await import(pathToFileURL(entry).href);
} catch (error) {
  console.error('App threw an error during load');
  console.error(error instanceof Error ? error.stack : error);
  throw error;
}

function readPackage() {
  try {
    return JSON.parse(fs.readFileSync(packageFile, 'utf8'));
  } catch (error) {
    fail(`Unable to parse ${packageFile}\n\n${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @param {{name?: string, productName?: string, version?: string, desktopName?: string}} description */
function describe(description) {
  if (description.version) hidden.setVersion(description.version);
  const name = description.productName ?? description.name;
  if (name) app.setName(name);
  // Ties windows to their .desktop file on Linux.
  hidden.setDesktopName?.(description.desktopName ?? `${app.getName()}.desktop`);
}

/**
 * Electron 33.2.1 destroys the loaders of its requests at exit, also those whose collection is under way, and the
 * garbage collector then destroys them again: now and then an exit ends by SIGSEGV. Later versions are mended
 * (electron/electron#45368). Here, what is never let go of is never collected.
 */
function keepLoaders() {
  /** @type {unknown[]} */
  const kept = [];
  // Nothing is sent: of the class of all requests, which Electron does not export, only the prototype is wanted.
  const requests = Object.getPrototypeOf(net.request('http://localhost'));
  const { _startRequest: start } = requests;
  requests._startRequest = function () {
    start.call(this);
    kept.push(this._urlLoader);
  };
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  if (process.platform !== 'linux') dialog.showErrorBox('Error launching app', message);
  process.exit(1);
}
