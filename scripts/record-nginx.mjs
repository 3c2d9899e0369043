/** `node scripts/record-nginx.mjs`: what a real nginx on this machine answers, for src/servers/nginx/same-as-nginx.test.ts. */

import { runTypeScript } from './import-typescript.mjs';

await runTypeScript('scripts/record-nginx/main.ts');
