/** `npm run replay:doors -- [BROWSER…]`: the other doors in the simulator, held against recorded browsers. */

import { runTypeScript } from './import-typescript.mjs';

await runTypeScript('scripts/record-doors/replay.ts');
