/** Builds the site into dist/ and refuses a build that is over the budget. */
import { bin, run } from './lib/run.mjs';

for (const command of [bin('vite', 'build', '--logLevel', 'warn'), [process.execPath, 'scripts/budget.mjs']]) {
  const { code } = await run(command);
  if (code !== 0) process.exit(code);
}
