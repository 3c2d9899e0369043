import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../lib/run.mjs';
import { makeArchives } from './archives.mjs';
import { packFiles } from './packs.mjs';
import { readZip } from './zip.mjs';

const stdlib = readFileSync(createRequire(import.meta.url).resolve('pyodide/python_stdlib.zip'));
const published = {
  'python_stdlib.zip': () => readZip(stdlib),
  'flask.zip': () => packFiles('flask.zip'),
  'django.zip': () => packFiles('django.zip'),
};
const names = ['python_stdlib.zip', 'flask.zip', 'django.zip'] as const;

/** Of a file of bytecode: that it is never checked against its text (PEP 552). */
const UNCHECKED = 1;

it.each(names)('%s has every file as it was published, and unchecked bytecode of some beside it', async (name) => {
  const archives = await makeArchives(path.join(root, '.cache/python'));
  const files = new Map(readZip(archives[name]!).map((file) => [file.name, file.data()]));
  const originals = published[name]();
  expect(originals.length).toBeGreaterThan(100);
  expect(originals.filter((file) => !files.get(file.name)?.equals(file.data())).map((file) => file.name)).toEqual([]);

  const added = [...files].filter(([file]) => !originals.some((original) => original.name === file));
  expect(added.length).toBeGreaterThan(100);
  const texts = new Set(originals.map((file) => file.name));
  const textOf = (file: string): string => file.replace('__pycache__/', '').replace(/(\.cpython-\d+)?\.pyc$/, '.py');
  expect(added.filter(([file]) => !file.endsWith('.pyc') || !texts.has(textOf(file)))).toEqual([]);
  expect(added.filter(([, data]) => data.readUInt32LE(4) !== UNCHECKED).map(([file]) => file)).toEqual([]);
});
