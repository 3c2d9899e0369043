/** `npm run simulate`: builds the command line when its sources are newer than the last build, then runs it. */

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = path.join(root, 'dist-cli');
const stamp = path.join(target, 'built-from');

/** Path, size and time of everything the build reads: changes when any of it does. */
function fingerprint() {
  const seen = [];
  const walk = (entry) => {
    const stats = statSync(entry);
    if (stats.isDirectory()) for (const name of readdirSync(entry).sort()) walk(path.join(entry, name));
    else seen.push(`${path.relative(root, entry)} ${stats.size} ${stats.mtimeMs}`);
  };
  for (const name of ['src', 'scripts/vite', 'scripts/python', 'vite.config.ts', 'package-lock.json'])
    walk(path.join(root, name));
  return seen.join('\n');
}

async function buildCommandLine(from) {
  const { build } = await import('vite');
  // Built aside and then moved, so that two processes that start together do not see half a build.
  const aside = path.join(root, '.cache', `cli-${process.pid}`);
  await build({
    root,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: 'src/cli/main.ts', outDir: aside, emptyOutDir: true, manifest: false },
  });
  writeFileSync(path.join(aside, 'built-from'), from);
  const old = path.join(root, '.cache', `cli-old-${process.pid}`);
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  if (existsSync(target)) renameSync(target, old);
  try {
    renameSync(aside, target);
  } catch (error) {
    // Another process was faster: its build is as good.
    if (!existsSync(stamp)) throw error;
    rmSync(aside, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
}

const from = fingerprint();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== from) await buildCommandLine(from);
const { main } = await import(pathToFileURL(path.join(target, 'main.js')).href);
process.exitCode = await main(process.argv.slice(2));
