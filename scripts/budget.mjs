/** Weighs dist/ and fails above the budget: what index.html loads, and everything up to the first verdict. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { limits, weigh } from './lib/budget.mjs';
import { root } from './lib/run.mjs';

const dist = path.join(root, 'dist');
const manifest = JSON.parse(await readFile(path.join(dist, '.vite/manifest.json'), 'utf8'));
const names = (await readdir(dist, { recursive: true })).map((name) => name.split(path.sep).join('/'));
const scripts = names.filter((name) => /\.(js|html)$/.test(name) && name !== 'index.html');
const sizes = {};
for (const name of scripts) sizes[name] = gzipSync(await readFile(path.join(dist, name)), { level: 9 }).length;

const { files, initial, firstVerdict } = weigh(manifest, sizes);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);

console.log('Scripts of the built site, gzipped');
for (const { file, size, phase } of files.filter((each) => each.phase !== 'editor')) {
  console.log(`${kilobytes(size)}  ${phase.padEnd(13)}  ${file}`);
}
const editor = files.filter((each) => each.phase === 'editor');
console.log(
  `${kilobytes(editor.reduce((total, each) => total + each.size, 0))}  editor         ${editor.length} files`,
);

const sums = [
  ['initial chunk graph of index.html', initial, limits.initial],
  ['up to the first verdict', firstVerdict, limits.firstVerdict],
];
for (const [name, size, limit] of sums) {
  console.log(`${kilobytes(size)}  ${name}; at most ${limit / 1000} kB${size > limit ? ': OVER THE BUDGET' : ''}`);
  if (size > limit) process.exitCode = 1;
}
