/** https://html.spec.whatwg.org/#fetch-a-module-script-tree: modules and what they import, through the simulated network. */

import type { HttpResponse } from '@/engine';
import { getHeader } from '@/engine/infrastructure/headers';
import { isJavaScriptType } from '@/engine/infrastructure/mime-types';
import { decodeUtf8 } from '@/realm/web';
import { notOffered } from '../not-offered';
import { page } from '../page-settings';
import { type CrossOrigin, isOwnOrigin, resolveUrl, toRecord } from './ask';
import { type ModuleText, toClassicScript } from './module-text';
import type { Surroundings } from './surroundings';
import { failedImport, missingExport, refusedModule } from './words';

type Namespace = Record<string, unknown>;

interface Module {
  url: string;
  text: ModuleText;
  imports: Map<string, Module>;
  namespace: Namespace;
  /** Runs its code; null: it is not linked yet. */
  run: (() => Promise<void>) | null;
  evaluated: Promise<void> | null;
}

/** Thrown by a module's own code, not by its loading. */
class EvaluationError {
  constructor(readonly cause: unknown) {}
}

export interface Modules {
  /** Loads and runs. @throws what cannot be loaded, or an evaluation error */
  load(url: string, crossOrigin: CrossOrigin): Promise<object>;
  isEvaluationError(error: unknown): boolean;
  causeOf(error: unknown): unknown;
  dynamicImport(specifier: unknown): Promise<object>;
}

export function createModules({ browser, requests, realm }: Surroundings): Modules {
  const known = new Map<string, Promise<Module>>();
  let lastName = 0;

  const fetchModule = (url: string, crossOrigin: CrossOrigin, referrer: string): Promise<Module> => {
    const before = known.get(url);
    if (before) return before;
    const made = new Promise<HttpResponse>((resolve, reject) => {
      const id = requests.start(
        toRecord({
          initiator: 'script',
          destination: 'script',
          module: true,
          url,
          mode: 'cors',
          credentials: crossOrigin === 'use-credentials' ? 'include' : 'same-origin',
          referrer,
        }),
        {
          response: (_response, internal) => {
            const type = (internal && getHeader(internal.headers, 'content-type')) ?? '';
            const essence = type.split(';')[0]?.trim().toLowerCase() ?? '';
            if (!internal || internal.status < 200 || internal.status > 299) return reject(new NotLoaded(url));
            if (isJavaScriptType(essence)) return resolve(internal);
            for (const line of refusedModule(browser, url, essence, !isOwnOrigin(url))) requests.print(line, id);
            return reject(new NotLoaded(url));
          },
          failure: () => reject(new NotLoaded(url)),
        },
      );
    }).then(({ body }) => ({
      url,
      text: toClassicScript(decodeUtf8(body) ?? '', url),
      imports: new Map<string, Module>(),
      namespace: {},
      run: null,
      evaluated: null,
    }));
    known.set(url, made);
    return made;
  };

  /** `seen`: modules whose imports are being fetched already, for they may import one another. */
  const fetchTree = async (
    url: string,
    crossOrigin: CrossOrigin,
    referrer: string,
    seen = new Set<Module>(),
  ): Promise<Module> => {
    const module = await fetchModule(url, crossOrigin, referrer);
    if (seen.has(module)) return module;
    seen.add(module);
    const children = module.text.imports.map((specifier) => [specifier, toUrl(specifier, url)] as const);
    await Promise.all(
      children.map(async ([specifier, child]) => {
        module.imports.set(specifier, await fetchTree(child, crossOrigin, url, seen));
      }),
    );
    return module;
  };

  /** Lets the module tell what it exports; its code waits. */
  const open = (module: Module): void => {
    const name = `$$module${(lastName += 1)}`;
    const scope = globalThis as unknown as Record<string, unknown>;
    realm.platform.runScript(`globalThis.${name} = ${module.text.code}`, module.url);
    const main = scope[name] as (
      exported: (getters: Record<string, () => unknown>) => void,
      imported: (specifier: string) => Namespace,
      load: (specifier: unknown) => Promise<object>,
      meta: object,
      start: Promise<void>,
    ) => Promise<void>;
    delete scope[name];
    const exported = (getters: Record<string, () => unknown>): void => {
      for (const [key, get] of Object.entries(getters)) {
        Object.defineProperty(module.namespace, key, { get, enumerable: true, configurable: true });
      }
    };
    const imported = (specifier: string): Namespace => imports(module, specifier).namespace;
    const load = (specifier: unknown): Promise<object> => dynamicImport(specifier, module.url);
    let start!: () => void;
    const started = new Promise<void>((resolve) => (start = resolve));
    const ended = main(exported, imported, load, { url: module.url }, started);
    module.run = () => {
      start();
      return ended;
    };
  };

  /** https://tc39.es/ecma262/#sec-moduledeclarationlinking @throws SyntaxError */
  const link = (order: readonly Module[]): void => {
    for (const module of order) if (!module.run) open(module);
    for (let changed = true; changed;) changed = order.map(exportStars).includes(true);
    for (const module of order) {
      for (const { specifier, name } of module.text.demands) {
        const { url, namespace } = imports(module, specifier);
        if (!Object.hasOwn(namespace, name)) throw new SyntaxError(missingExport(browser, specifier, url, name));
      }
    }
  };

  const load: Modules['load'] = async (url, crossOrigin) => {
    const module = await fetchTree(url, crossOrigin, 'client');
    const order = inOrder(module);
    try {
      link(order);
      for (const each of order) await (each.evaluated ??= each.run!());
    } catch (error) {
      throw new EvaluationError(error);
    }
    return module.namespace;
  };

  const dynamicImport = async (specifier: unknown, base = page().url): Promise<object> => {
    const url = toUrl(String(specifier), base);
    try {
      return await load(url, null);
    } catch (error) {
      if (error instanceof EvaluationError) throw error.cause;
      if (error instanceof NotLoaded) throw new TypeError(failedImport(browser, error.url));
      throw error;
    }
  };

  return {
    load,
    isEvaluationError: (error) => error instanceof EvaluationError,
    causeOf: (error) => (error instanceof EvaluationError ? error.cause : error),
    dynamicImport: (specifier) => dynamicImport(specifier),
  };
}

function imports(module: Module, specifier: string): Module {
  return module.imports.get(specifier)!;
}

/** What a module imports comes before it; of modules that import one another, the one that was come to first is last. */
function inOrder(module: Module, seen = new Set<Module>()): Module[] {
  if (seen.has(module)) return [];
  seen.add(module);
  return [...module.text.imports.flatMap((specifier) => inOrder(imports(module, specifier), seen)), module];
}

/** `export *` gives on what the other module exports, but for its default. @returns whether there was anything new */
function exportStars(module: Module): boolean {
  let changed = false;
  for (const specifier of module.text.stars) {
    const { namespace } = imports(module, specifier);
    for (const name of Object.keys(namespace)) {
      if (name === 'default' || Object.hasOwn(module.namespace, name)) continue;
      const get = (): unknown => namespace[name];
      Object.defineProperty(module.namespace, name, { get, enumerable: true, configurable: true });
      changed = true;
    }
  }
  return changed;
}

class NotLoaded {
  constructor(readonly url: string) {}
}

/** https://html.spec.whatwg.org/#resolve-a-module-specifier, without an import map. */
function toUrl(specifier: string, base: string): string {
  if (!/^(\.{0,2}\/|[a-z][a-z0-9+.-]*:)/i.test(specifier)) {
    throw new TypeError(
      `Failed to resolve module specifier "${specifier}". Relative references must start with either "/", "./", or "../".`,
    );
  }
  const url = resolveUrl(specifier, base);
  if (url === null || !/^https?:/.test(url)) notOffered(`import of "${specifier}"`);
  return url as string;
}
