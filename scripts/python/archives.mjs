/**
 * The archives of Python that a server needs: the standard library and the packs, as published, each with the bytecode of the
 * modules that a first answer needs, made here by the Python that will run it. WebAssembly compiles Python's text so slowly that
 * two thirds of the start went into it. Made once for the same contents, and kept in `.cache/python`.
 */

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { packFiles, packs } from './packs.mjs';
import { readZip, writeZip } from './zip.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const realmFolder = here('../../src/servers/python/realm');
const STANDARD_LIBRARY = 'python_stdlib.zip';

/**
 * @param {string} cache a folder
 * @returns {Promise<Record<string, Buffer>>} ZIP archives by name
 */
export async function makeArchives(cache) {
  const published = {
    [STANDARD_LIBRARY]: readZip(readFileSync(createRequire(import.meta.url).resolve(`pyodide/${STANDARD_LIBRARY}`))),
    ...Object.fromEntries(Object.keys(packs).map((name) => [name, packFiles(name)])),
  };
  const contents = Object.fromEntries(
    Object.entries(published).map(([name, files]) => [name, files.map((file) => ({ ...file, data: file.data() }))]),
  );
  const realm = readTexts(realmFolder);
  const names = Object.keys(contents);
  const kept = path.join(cache, keyOf(contents, realm));
  try {
    return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(kept, name))]));
  } catch {
    // Not made yet.
  }
  const bytecode = await compile(contents, realm);
  const made = Object.fromEntries(names.map((name) => [name, writeZip([...contents[name], ...bytecode[name]])]));
  keep(kept, made);
  return made;
}

/** @returns files by the archive that they belong to */
async function compile(contents, realm) {
  const zipped = Object.fromEntries(Object.keys(packs).map((name) => [name, writeZip(contents[name])]));
  const thread = new Worker(here('bytecode-thread.mjs'), { workerData: { packs: zipped, realm } });
  const [made] = await once(thread, 'message');
  await thread.terminate();
  const files = readZip(Buffer.from(made)).map((file) => ({ path: file.name, data: file.data() }));
  const of = (archive) =>
    files.flatMap(({ path: at, data }) =>
      at.startsWith(`${archive}/`) ? [{ name: at.slice(archive.length + 1), data }] : [],
    );
  return Object.fromEntries(Object.keys(contents).map((name) => [name, of(name)]));
}

function readTexts(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.py'));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

function keyOf(contents, realm) {
  const hash = createHash('sha256');
  for (const [archive, files] of Object.entries(contents)) {
    for (const { name, data } of files) hash.update(`${archive}/${name} ${data.length}\n`).update(data);
  }
  hash
    .update(JSON.stringify(realm))
    .update(readFileSync(here('bytecode.py')))
    .update(readFileSync(here('zip.mjs')));
  return hash.digest('hex').slice(0, 16);
}

/** Whole or not at all: others may be making the same. */
function keep(folder, archives) {
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  for (const [name, data] of Object.entries(archives)) writeFileSync(path.join(fresh, name), data);
  try {
    renameSync(fresh, folder);
  } catch {
    // Another process was faster.
  }
}
