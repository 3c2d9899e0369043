/**
 * `npm run python:update`: fetches the newest wheels within the ranges below from PyPI with pip, and writes their SHA-256 and
 * licences into wheels.json. The only command of this project that needs Python and the network of PyPI.
 */

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../lib/run.mjs';
import { wheelsFolder } from './packs.mjs';
import { readZip } from './zip.mjs';

const wanted = [
  'flask>=3.1,<3.2',
  'flask-cors>=6,<7',
  'django>=5.2,<5.3',
  'django-cors-headers>=4.9,<5',
  'werkzeug>=3.1,<4',
  'jinja2>=3.1,<4',
  'click>=8,<9',
  'blinker>=1.9,<2',
  'itsdangerous>=2.2,<3',
  'asgiref>=3.8,<4',
  'sqlparse>=0.5,<1',
  'tzdata',
];
/** Published for machines only: its Python part is taken from the wheel of any of them. */
const compiled = ['markupsafe>=3,<4'];
const machine = ['--platform', 'manylinux2014_x86_64', '--python-version', '3.14', '--only-binary=:all:'];

const fresh = path.join(wheelsFolder, '../wheels.new');
rmSync(fresh, { recursive: true, force: true });
mkdirSync(fresh);
await download(wanted);
await download(compiled, machine);
const before = JSON.parse(readFileSync(path.join(wheelsFolder, 'wheels.json'), 'utf8'));
for (const file of readdirSync(wheelsFolder)) if (file.endsWith('.whl')) rmSync(path.join(wheelsFolder, file));
const manifest = readdirSync(fresh).sort().map(takeOver);
writeFileSync(path.join(wheelsFolder, 'wheels.json'), `${JSON.stringify(manifest, null, 2)}\n`);
rmSync(fresh, { recursive: true });
report(before, manifest);

async function download(names, options = []) {
  const pip = ['python3', '-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', fresh, ...options, ...names];
  const { code } = await run(pip);
  if (code !== 0) throw new Error('pip could not fetch the wheels');
}

function report(old, now) {
  const changes = now.flatMap(({ name, version, sha256 }) => {
    const was = old.find((wheel) => wheel.name === name);
    return was?.sha256 === sha256 ? [] : [`${name} ${was?.version ?? '(new)'} → ${version}`];
  });
  console.log(changes.length > 0 ? changes.join('\n') : 'There is nothing newer within the ranges.');
}

function takeOver(file) {
  const bytes = readFileSync(path.join(fresh, file));
  writeFileSync(path.join(wheelsFolder, file), bytes);
  const metadata = readZip(bytes).find(({ name }) => name.endsWith('.dist-info/METADATA'));
  if (!metadata) throw new Error(`${file} has no METADATA`);
  const field = (name) => new RegExp(`^${name}:? (.*)$`, 'm').exec(metadata.data().toString('utf8'))?.[1];
  return {
    name: field('Name').toLowerCase(),
    version: field('Version'),
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    license: field('License-Expression') ?? field('Classifier: License :: OSI Approved ::') ?? field('License'),
  };
}
