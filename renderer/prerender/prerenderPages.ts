import react from '@vitejs/plugin-react';
import { createServer, type Plugin, type Rolldown } from 'vite';
import { languageSchema, type Language } from '../../shared/state/settings';
import { pageKindSchema, type PageKind } from '../app/pageKind';
import { composePage } from './composePage';

type Bundle = Rolldown.OutputBundle;

/** Modules that a page's script imports at once, though not statically; named by how their paths end. */
const earlyModulesOf = (page: PageKind, language: Language): readonly string[] => {
  const texts = `/i18n/${language}/first.ts`;
  if (page === 'login') return [texts];
  return [texts, `/i18n/${language}/shell.ts`, '/app/ShellArea.tsx'];
};

/** The chunk with a module, and all that it imports. */
const collectChunks = (bundle: Bundle, isWanted: (moduleId: string) => boolean): Rolldown.OutputChunk[] => {
  const found = new Set<Rolldown.OutputChunk>();
  const add = (output: Bundle[string] | undefined) => {
    if (output?.type !== 'chunk' || found.has(output)) return;
    found.add(output);
    output.imports.forEach((fileName) => {
      add(bundle[fileName]);
    });
  };
  Object.values(bundle)
    .filter((output) => output.type === 'chunk' && output.moduleIds.some(isWanted))
    .forEach(add);
  return [...found];
};

type RenderPage = typeof import('./renderPage').renderPage;

const isRenderPage = (value: unknown): value is RenderPage => typeof value === 'function';

/** Draws pages in this process with the same sources; the root decides on the class names, as it did in the bundle. */
const openRenderer = async (root: string): Promise<{ renderPage: RenderPage; close: () => Promise<void> }> => {
  const server = await createServer({
    configFile: false,
    root,
    plugins: [react()],
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    logLevel: 'error',
  });
  const { renderPage } = await server.ssrLoadModule('/prerender/renderPage.tsx');
  if (!isRenderPage(renderPage)) throw new Error('prerender/renderPage.tsx exports no renderPage');
  return { renderPage, close: () => server.close() };
};

/**
 * Replaces the bundle's index.html by one page for each kind and language, with the real components drawn into it: the
 * first paint waits for no script.
 */
export const prerenderPages = (): Plugin => {
  let root = '';
  return {
    name: 'smartspace-prerender-pages',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root;
    },
    async generateBundle(_options, bundle) {
      const template = bundle['index.html'];
      if (template?.type !== 'asset') throw new Error('The bundle has no index.html to make pages from');
      const { renderPage, close } = await openRenderer(root);
      for (const page of pageKindSchema.options) {
        for (const language of languageSchema.options) {
          const early = earlyModulesOf(page, language);
          const chunks = collectChunks(bundle, (id) => early.some((ending) => id.endsWith(ending)));
          this.emitFile({
            type: 'asset',
            fileName: `${page}.${language}.html`,
            source: composePage(String(template.source), {
              page,
              language,
              markup: await renderPage(page, language),
              scripts: chunks.map((chunk) => chunk.fileName),
              stylesheets: chunks.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]),
            }),
          });
        }
      }
      await close();
      delete bundle['index.html'];
    },
  };
};
