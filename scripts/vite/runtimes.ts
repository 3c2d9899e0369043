import { createHash } from 'node:crypto';
import path from 'node:path';
import { build, type InlineConfig, type Plugin } from 'vite';

/**
 * `import load from './realm.ts?runtime'` gives `() => Promise<string>`: the module and all it imports, bundled into one
 * classic script. A sandbox has no address to import from, so its runtime travels as text.
 * In the page's build the script is an asset that is fetched on first use; elsewhere (command line, tests) it is inline.
 *
 * @param configs more Vite configuration for an entry, by its path below the project's root
 */
export function runtimes(configs: Record<string, InlineConfig> = {}): Plugin {
  const suffix = '?runtime';
  const bundles = new Map<string, Promise<string>>();
  let root = process.cwd();
  let client = false;

  const bundle = (file: string): Promise<string> => {
    const known = bundles.get(file);
    if (known) return known;
    const extra = configs[path.relative(root, file)] ?? {};
    const made = build({
      configFile: false,
      root,
      logLevel: 'warn',
      publicDir: false,
      ...extra,
      resolve: {
        alias: [...toAliases(extra.resolve?.alias), { find: /^@\//, replacement: `${path.join(root, 'src')}/` }],
      },
      build: {
        write: false,
        target: 'es2022',
        minify: true,
        lib: { entry: file, formats: ['iife'], name: 'runtime' },
        ...extra.build,
      },
    }).then((output) => {
      const first = Array.isArray(output) ? output[0] : output;
      if (!first || !('output' in first)) throw new Error(`No bundle for ${file}`);
      return first.output[0].code;
    });
    bundles.set(file, made);
    return made;
  };

  return {
    name: 'runtimes',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
      client = config.command === 'build' && !config.build.ssr;
    },
    async resolveId(source, importer) {
      if (!source.endsWith(suffix)) return null;
      const found = await this.resolve(source.slice(0, -suffix.length), importer, { skipSelf: true });
      return found ? `\0runtime:${found.id}.js` : null;
    },
    async load(id) {
      if (!id.startsWith('\0runtime:')) return null;
      const file = id.slice('\0runtime:'.length, -'.js'.length);
      this.addWatchFile(file);
      const code = await bundle(file);
      if (!client) return `export default () => Promise.resolve(${JSON.stringify(code)});`;
      const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
      const asset = this.emitFile({
        type: 'asset',
        fileName: `assets/${path.basename(file).replace(/\.ts$/, '')}-${path.basename(path.dirname(file))}-${hash}.runtime.js`,
        source: code,
      });
      return `let text;
        export default () => (text ??= fetch(import.meta.ROLLUP_FILE_URL_${asset}).then((answer) => {
          if (!answer.ok) throw new Error('The sandbox runtime could not be loaded: ' + answer.status);
          return answer.text();
        }).catch((error) => { text = undefined; throw error; }));`;
    },
  };
}

/**
 * For what runs beneath untrusted code on the same stack: stack traces hand out the `this` and the function of every frame
 * that is not strict, and through them whatever the thread can reach.
 */
export const strictRuntime: InlineConfig = { build: { rolldownOptions: { output: { strict: true } } } };

type Alias = { find: string | RegExp; replacement: string };

function toAliases(alias: unknown): Alias[] {
  if (!alias) return [];
  if (Array.isArray(alias)) return alias as Alias[];
  return Object.entries(alias as Record<string, string>).map(([find, replacement]) => ({ find, replacement }));
}
