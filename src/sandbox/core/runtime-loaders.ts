import type { ScriptProgram } from '@/realm';

/** `frontend-with-doors`: the page's runtime with a small DOM. Left out, pages have none. */
export type RuntimeName = ScriptProgram['kind'] | 'frontend-with-doors';

type Load = () => Promise<string>;

/** Where a host gets the text of each kind of runtime: what `import load from '….ts?runtime'` gives. */
export type RuntimeLoaders = Record<ScriptProgram['kind'], Load> & { 'frontend-with-doors'?: Load };
