/** Imports a TypeScript module of the project into Node as Vite understands it: aliases, `?raw`, `?runtime`. */

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfigFromFile, runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} file path below the project's root */
export async function importTypeScript(file) {
  const loaded = await loadConfigFromFile(
    { command: 'serve', mode: 'production' },
    path.join(root, 'vite.config.ts'),
    root,
    'silent',
  );
  const { module } = await runnerImport(path.join(root, file), { ...loaded?.config, root, logLevel: 'error' });
  return module;
}
