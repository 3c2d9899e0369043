/** `npm run record:doors -- [BROWSER…] [--id BEGINNING]`: what installed browsers do at the other doors. */

import { runTypeScript } from './import-typescript.mjs';

await runTypeScript('scripts/record-doors/main.ts');
