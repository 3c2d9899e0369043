/** The thread of `bytecode.mjs`: a Pyodide of its own, and what `bytecode.py` makes there. */

import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { loadPyodide } from 'pyodide';

const { packs, realm } = workerData;
// The order of a set is part of the bytecode: it must be the same every time.
const { FS, runPython, toPy } = await loadPyodide({ env: { PYTHONHASHSEED: '0' } });
FS.mkdirTree('/lib/realm');
for (const [name, text] of Object.entries(realm)) FS.writeFile(`/lib/realm/${name}`, text);
for (const [name, archive] of Object.entries(packs)) FS.writeFile(`/tmp/${name}`, archive);
runPython(`import sys; sys.path.insert(0, '/lib')`);
runPython(readFileSync(new URL('bytecode.py', import.meta.url), 'utf8'));
const paths = Object.fromEntries(Object.keys(packs).map((name) => [name, `/tmp/${name}`]));
runPython(`write_bytecode(packs, '/tmp/bytecode.zip')`, { locals: toPy({ packs: paths }) });
parentPort?.postMessage(FS.readFile('/tmp/bytecode.zip'));
