// The yardstick: the least that Electron can do and still show a login form. As our app's window, sandboxed.
import { app, BrowserWindow } from 'electron';
import path from 'node:path';

app.setPath('userData', process.env.SMARTSPACE_PROFILE_DIR);
await app.whenReady();
const window = new BrowserWindow({ width: 1280, height: 800 });
await window.loadFile(path.join(import.meta.dirname, 'index.html'));
