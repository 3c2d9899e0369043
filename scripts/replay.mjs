/** `npm run replay`: holds the simulator against the recorded browsers. Options: see replay/options.ts. */

import { runTypeScript } from './import-typescript.mjs';

await runTypeScript('scripts/replay/main.ts');
