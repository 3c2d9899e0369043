import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { weigh } from './budget.mjs';
import { root } from './run.mjs';

/** Weighs the built site. */
export async function weighDist() {
  const dist = path.join(root, 'dist');
  const manifest = JSON.parse(await readFile(path.join(dist, '.vite/manifest.json'), 'utf8'));
  const names = (await readdir(dist, { recursive: true })).map((name) => name.split(path.sep).join('/'));
  const scripts = names.filter((name) => /\.(js|html)$/.test(name) && name !== 'index.html');
  const sizes = {};
  for (const name of scripts) sizes[name] = gzipSync(await readFile(path.join(dist, name)), { level: 9 }).length;
  return weigh(manifest, sizes);
}
