/** `npm run replay`: holds the simulator against the recorded browsers. Options: see replay/options.ts. */

import { importTypeScript } from './import-typescript.mjs';

const { main } = await importTypeScript('scripts/replay/main.ts');
process.exitCode = await main(process.argv.slice(2));
