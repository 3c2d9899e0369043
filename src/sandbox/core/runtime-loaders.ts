import type { ScriptProgram } from '@/realm';

/** `frontend-with-doors`: the page's runtime with a small DOM. Left out, pages have none. */
export type RuntimeName = ScriptProgram['kind'] | 'frontend-with-doors';

type Load = () => Promise<string>;

/** Where a host gets the text of each kind of runtime: what `import load from '….ts?runtime'` gives. Not every one needs all. */
export type RuntimeLoaders = Record<'frontend' | 'express', Load> & { 'frontend-with-doors'?: Load; nginx?: Load };

/** Where nothing is to be had that runs such a program, that is an error. */
export async function loadRuntime(loaders: RuntimeLoaders, kind: ScriptProgram['kind']): Promise<string> {
  const load = loaders[kind];
  if (!load) throw new Error(`No runtime for ${kind} is to be had here.`);
  return load();
}
