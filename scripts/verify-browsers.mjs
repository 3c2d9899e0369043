/** `npm run verify:browsers`: holds the simulator against installed browsers. Options: see verify-browsers/options.ts. */

import { runTypeScript } from './import-typescript.mjs';

await runTypeScript('scripts/verify-browsers/main.ts');
