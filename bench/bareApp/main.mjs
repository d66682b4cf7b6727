// The yardstick: the least that Electron can do and still show a login form. As our app's window, sandboxed.
import { app, BrowserWindow } from 'electron';
import path from 'node:path';

app.setPath('userData', process.env.SMARTSPACE_PROFILE_DIR);
// Not awaited here: Electron gets ready only after this module has run.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 });
  void window.loadFile(path.join(import.meta.dirname, 'index.html'));
});
