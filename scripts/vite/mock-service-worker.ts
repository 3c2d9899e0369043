import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { minifySync, type Plugin } from 'vite';

const PAGE = '__net__/wire.html';
const SCRIPT = '__net__/mockServiceWorker.js';

/** Modules of MSW about cookies, and what stands for them: none are read, none are kept. */
const WITHOUT_COOKIES: Record<string, string> = {
  'cookieStore.mjs': 'export const cookieStore = { getCookies: () => [], setCookie: () => Promise.resolve() };',
  'getRequestCookies.mjs': 'export const getAllRequestCookies = () => ({});',
};
const STUB = '\0msw-without:';

/**
 * MSW's service worker, in the build without its comments, beside the frame that it serves (`__net__/wire.html`, a page of its own in the build),
 * and MSW without its cookie jar: the simulated browser has the cookies, and the jar would take 120 kB.
 */
export function mockServiceWorker(): Plugin {
  const source = (): string => {
    const entry = createRequire(import.meta.url).resolve('msw/package.json');
    return readFileSync(path.join(path.dirname(entry), 'lib/mockServiceWorker.js'), 'utf8');
  };
  let client = false;
  return {
    name: 'mock-service-worker',
    enforce: 'pre',
    config(config, { command }) {
      if (command !== 'build' || config.build?.ssr) return undefined;
      return { build: { rolldownOptions: { input: { index: 'index.html', wire: PAGE } } } };
    },
    configResolved({ command, build }) {
      client = command === 'build' && !build.ssr;
    },
    resolveId(id, importer) {
      const file = path.basename(id);
      return file in WITHOUT_COOKIES && importer?.includes('/node_modules/msw/') ? STUB + file : null;
    },
    load(id) {
      return id.startsWith(STUB) ? WITHOUT_COOKIES[id.slice(STUB.length)] : null;
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        if (request.url?.split('?')[0] !== `/${SCRIPT}`) return next();
        response.setHeader('Content-Type', 'text/javascript');
        response.end(source());
      });
    },
    buildStart() {
      if (!client) return;
      const { code } = minifySync(SCRIPT, source(), { module: false });
      this.emitFile({ type: 'asset', fileName: SCRIPT, source: code });
    },
  };
}
