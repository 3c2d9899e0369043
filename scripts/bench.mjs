/** `npm run bench`: built first, so that what is measured is what is shipped and not what a development server makes of it. */

import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

// Node warns of a method "patch", which is meant.
process.removeAllListeners('warning');

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = path.join(root, '.cache', 'bench');

await build({
  root,
  logLevel: 'error',
  publicDir: false,
  build: { ssr: 'scripts/bench/main.ts', outDir, emptyOutDir: true, manifest: false },
});
const { main } = await import(pathToFileURL(path.join(outDir, 'main.js')).href);
process.exit(await main(process.argv.slice(2)));
