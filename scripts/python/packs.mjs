/**
 * Packs what the page downloads from the published wheels in src/servers/python/wheels. Files are taken as they are; what a
 * server in the page has no use for (translations, the database adapters, the admin's style sheets …) is left out, and so is
 * compiled code of other machines. Every wheel is checked against its SHA-256 in wheels.json before it is read.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readZip } from './zip.mjs';

export const wheelsFolder = fileURLToPath(new URL('../../src/servers/python/wheels', import.meta.url));

/** Each pack's name, and the names of the packages in it. */
export const packs = {
  'flask.zip': ['flask', 'flask-cors', 'werkzeug', 'jinja2', 'click', 'blinker', 'itsdangerous', 'markupsafe'],
  'django.zip': ['django', 'django-cors-headers', 'asgiref', 'sqlparse', 'tzdata'],
};

const leftOut = [
  /\.(so|c|pyi|pyc|po)$/,
  /\.dist-info\/(RECORD|WHEEL|top_level\.txt|entry_points\.txt)$/,
  /\/py\.typed$/,
  /^django\/contrib\/(gis|postgres|admindocs|flatpages|redirects|sitemaps|syndication|humanize)\//,
  /^django\/contrib\/admin\/static\//,
  /^django\/contrib\/[^/]+\/migrations\//,
  /^django\/contrib\/auth\/common-passwords/,
  /^django\/db\/backends\/(mysql|oracle|postgresql)\//,
  /^django\/conf\/(app|project)_template\//,
  /^django\/.*\/?locale\/(?!__init__|en\/)/,
  /^django\/test\//,
  /^werkzeug\/debug\/shared\//,
  /^tzdata\/zoneinfo\/(posix|right)\//,
  /^click\/(_winconsole|_termui_impl)/,
];

/** @returns {{ name: string, version: string, file: string, sha256: string, license: string }[]} */
export function readManifest() {
  return JSON.parse(readFileSync(path.join(wheelsFolder, 'wheels.json'), 'utf8'));
}

/**
 * @param {keyof typeof packs} name
 * @returns {{ name: string, data: () => Buffer }[]} what of the wheels goes into the pack, as published
 */
export function packFiles(name) {
  const manifest = readManifest();
  return packs[name].flatMap((wanted) => {
    const wheel = manifest.find((one) => one.name === wanted);
    if (!wheel) throw new Error(`wheels.json does not name ${wanted}`);
    return readZip(readWheel(wheel)).filter((file) => !leftOut.some((pattern) => pattern.test(file.name)));
  });
}

/** @throws Error where the wheel is not the one that wheels.json names */
export function readWheel({ file, sha256 }) {
  const bytes = readFileSync(path.join(wheelsFolder, file));
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new Error(`${file} has the SHA-256 ${found}, wheels.json says ${sha256}`);
  return bytes;
}
