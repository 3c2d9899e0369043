import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, type Plugin } from 'vite';
import { makeArchives } from '../python/archives.mjs';
import { licensesText } from '../python/licenses.mjs';

const ID = 'virtual:python-parts';
const ENTRY = 'src/servers/python/interpreter/realm-entry.ts';

/**
 * `virtual:python-parts` gives, by name, where each part of Python is and how many bytes it has: Pyodide as published, with our
 * interpreter's script below its own, and the packs of wheels (`scripts/python/packs.mjs`). In the page's build the parts are
 * assets with an address; elsewhere (command line, tests) files in .cache. None of it is in the page's module graph.
 */
export function pythonParts(): Plugin {
  let root = process.cwd();
  let client = false;
  let made: Promise<Record<string, Buffer>> | undefined;
  return {
    name: 'python-parts',
    configResolved(config) {
      root = config.root;
      client = config.command === 'build' && !config.build.ssr;
    },
    resolveId: (source) => (source === ID ? `\0${ID}` : null),
    async load(id) {
      if (id !== `\0${ID}`) return null;
      const parts = await (made ??= makeParts(root));
      const entries = Object.entries(parts).map(([name, data]) => {
        const fileName = named(name, data);
        if (!client) return `${JSON.stringify(name)}: ${JSON.stringify(keep(root, fileName, data))}`;
        const asset = this.emitFile({ type: 'asset', fileName: `assets/${fileName}`, source: data });
        return `${JSON.stringify(name)}: { address: import.meta.ROLLUP_FILE_URL_${asset}, size: ${data.length} }`;
      });
      return `export default { ${entries.join(', ')} };`;
    },
    generateBundle() {
      if (!client) return;
      const about = JSON.parse(readFileSync(path.join(pyodideFolder(), 'package.json'), 'utf8')) as Pyodide;
      this.emitFile({ type: 'asset', fileName: 'python-licenses.txt', source: licensesText(about) });
    },
  };
}

async function makeParts(root: string): Promise<Record<string, Buffer>> {
  const published = (name: string): Buffer => readFileSync(path.join(pyodideFolder(), name));
  return {
    'interpreter.txt': Buffer.from(await makeScript(root, published)),
    'pyodide.asm.wasm': published('pyodide.asm.wasm'),
    ...(await makeArchives(path.join(root, '.cache/python'))),
  };
}

interface Pyodide {
  version: string;
  license: string;
}

function pyodideFolder(): string {
  return path.dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
}

/** A sandbox has no address to import from: Pyodide's module becomes part of one classic script. */
async function makeScript(root: string, published: (name: string) => Buffer): Promise<string> {
  const module = published('pyodide.asm.mjs')
    .toString()
    .replace(/export default _createPyodideModule;?\s*$/, '')
    .replaceAll('import.meta.url', '"https://python.invalid/pyodide.asm.mjs"');
  if (/\bimport\.meta\b|^export /m.test(module)) throw new Error('pyodide.asm.mjs is not as this build expects it');
  const output = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    resolve: { alias: [{ find: /^@\//, replacement: `${path.join(root, 'src')}/` }] },
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry: path.join(root, ENTRY), formats: ['iife'], name: 'runtime' },
    },
  });
  const first = Array.isArray(output) ? output[0] : output;
  if (!first || !('output' in first)) throw new Error(`No bundle for ${ENTRY}`);
  return [
    published('pyodide.js')
      .toString()
      .replace(/\n\/\/# sourceMappingURL.*\s*$/, ''),
    module,
    first.output[0].code,
  ].join('\n;');
}

function named(name: string, data: Buffer): string {
  const hash = createHash('sha256').update(data).digest('hex').slice(0, 8);
  const { name: stem, ext } = path.parse(name);
  return `python-${stem}-${hash}${ext}`;
}

function keep(root: string, fileName: string, data: Buffer): { address: string; size: number } {
  const folder = path.join(root, '.cache/python');
  const address = path.join(folder, fileName);
  if (!existsSync(address)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${address}.${process.pid}`, data);
    renameSync(`${address}.${process.pid}`, address);
  }
  return { address, size: data.length };
}
