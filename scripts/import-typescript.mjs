/** Runs TypeScript of the project in Node as Vite understands it: aliases, `?raw`, `?runtime`. */

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Calls `main(arguments)` of a module; what it gives is the exit status.
 *
 * @param {string} file path below the project's root
 */
export async function runTypeScript(file) {
  const server = await createServer({
    root,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { main } = await server.ssrLoadModule(path.join(root, file));
    process.exitCode = await main(process.argv.slice(2));
  } finally {
    await server.close();
  }
}
