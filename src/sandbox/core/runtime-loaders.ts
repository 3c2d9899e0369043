import type { RealmProgram } from '@/realm';

/** Where a host gets the text of each kind of runtime: what `import load from '….ts?runtime'` gives. */
export type RuntimeLoaders = Record<RealmProgram['kind'], () => Promise<string>>;
