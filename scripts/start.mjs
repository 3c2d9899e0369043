/** Builds the site and serves it, as `npm start` does. Arguments are those of serve.mjs. */
import { bin, run } from './lib/run.mjs';

console.log('Building the site…');
const { code, output } = await run(bin('vite', 'build', '--logLevel', 'warn'), { show: false });
if (code !== 0) {
  console.error(output);
  process.exit(code);
}
await import('./serve.mjs');
