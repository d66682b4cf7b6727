import { defineConfig } from 'electron-vite';
import react from '@vitejs/plugin-react';
import path from 'node:path';
import { prerenderPages } from './renderer/prerender/prerenderPages';

const root = import.meta.dirname;

/*
 * Everything is bundled, so that the app starts from few files, except what only exists as a binary beside it. The code
 * runs on the Electron in package.json and on the older one that development machines may have, hence the targets.
 */
export default defineConfig({
  main: {
    // The package's build for Node carries HTTP, proxies and forms of its own; main's requests go through Chromium.
    resolve: { alias: [{ find: /^axios$/, replacement: path.join(root, 'node_modules/axios/dist/esm/axios.js') }] },
    build: {
      outDir: path.join(root, 'out/main'),
      target: 'node20.18',
      minify: true,
      externalizeDeps: { include: ['keytar'] },
      rolldownOptions: {
        input: path.join(root, 'electron/main/index.ts'),
        output: {
          format: 'es',
          entryFileNames: 'index.js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: path.join(root, 'out/preload'),
      target: 'node20.18',
      minify: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: path.join(root, 'electron/preload/index.ts'),
        // A sandboxed preload script is one CommonJS file.
        output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: path.join(root, 'renderer'),
    plugins: [react(), prerenderPages()],
    build: {
      outDir: path.join(root, 'out/renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      minify: true,
      // The content policy lets pages load files, not data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: path.join(root, 'renderer/index.html'),
        output: {
          // Main holds this one back until it can answer what it asks; the libraries are loaded meanwhile.
          entryFileNames: 'assets/start-[hash].js',
          codeSplitting: {
            groups: [
              // Its settings have to come before the first schema, in whichever file that is.
              { name: 'zod', test: /node_modules\/zod\/|strictParsing/ },
              { name: 'libraries', test: /node_modules\/(react|react-dom|scheduler|i18next|react-i18next|zustand)\// },
            ],
          },
        },
      },
    },
  },
});
