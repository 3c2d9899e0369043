/** `npm run lessons`: checks all lesson folders, or those named, and says what is wrong and where. */

import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = path.join(root, '.cache/lessons');

await build({
  root,
  logLevel: 'error',
  publicDir: false,
  build: { ssr: 'src/cli/lessons.ts', outDir: target, emptyOutDir: true, manifest: false },
});
const { main } = await import(pathToFileURL(path.join(target, 'lessons.js')).href);
process.exitCode = await main(process.argv.slice(2));
