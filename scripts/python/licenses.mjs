/** The licences of all that is downloaded with Python, in one text that stands beside the site. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readManifest, readWheel, wheelsFolder } from './packs.mjs';
import { readZip } from './zip.mjs';

const LICENSE = /\.dist-info\/(licenses\/)?(.*\/)?(LICEN[CS]E|COPYING|AUTHORS)[^/]*$/i;

/**
 * @param {{ version: string, license: string }} pyodide from its package.json
 * @returns {string}
 * @throws Error where a wheel brings no licence
 */
export function licensesText(pyodide) {
  const chapters = readManifest().map((wheel) => {
    const texts = readZip(readWheel(wheel))
      .filter(({ name }) => LICENSE.test(name))
      .map((file) => file.data().toString('utf8').trim());
    // One wheel is published without: its text stands beside it.
    const beside = path.join(wheelsFolder, `${wheel.name}.LICENSE`);
    if (texts.length === 0 && existsSync(beside)) texts.push(readFileSync(beside, 'utf8').trim());
    if (texts.length === 0) throw new Error(`${wheel.file} brings no licence`);
    return [`${wheel.name} ${wheel.version} (${wheel.license})`, ...texts].join('\n\n');
  });
  const first = [
    'The Python parts of this site are published packages, taken as they are. Their licences:',
    `Pyodide ${pyodide.version} (${pyodide.license}): https://github.com/pyodide/pyodide, licence text https://www.mozilla.org/MPL/2.0/`,
    'It holds CPython and its standard library (PSF-2.0): https://docs.python.org/3/license.html',
  ].join('\n\n');
  return `${[first, ...chapters].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
