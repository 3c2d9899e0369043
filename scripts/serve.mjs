/** Serves the built site: `node scripts/serve.mjs [--port 4173] [--strict-port] [--base /some/path/]`. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/run.mjs';
import { listen, staticServer } from './lib/static-server.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4173' },
    'strict-port': { type: 'boolean', default: false },
    base: { type: 'string', default: '/' },
  },
});

const server = staticServer(path.join(root, 'dist'), values.base);
const wanted = Number(values.port);
const port = await listen(server, wanted, values['strict-port'] ? wanted : wanted + 50);
console.log(`CORS, gate by gate: http://localhost:${port}${values.base}`);
