/**
 * Everything that must hold, in stages, each only if the ones before it held: `npm test`.
 * `npm test -- unit build` runs the named stages only.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { ensureBrowser } from './lib/browsers.mjs';
import { bin, root, run } from './lib/run.mjs';

const cache = path.join(root, '.cache/test');
const report = (name) => path.join(cache, `${name}.json`);
const node = (script, ...args) => [process.execPath, path.join('scripts', script), ...args];

const stages = {
  format: () => check(bin('prettier', '--check', '--log-level=warn', '.')),
  types: async () => add(await check(bin('tsc', '--noEmit')), await check(bin('tsc', '--noEmit', '-p', 'src/engine'))),
  lint: () => check(bin('oxlint', '--type-aware', '--deny-warnings')),
  unit: async () => {
    const command = bin(
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report('unit')}`,
    );
    const ended = await run(command);
    return counted(ended, report('unit'), (found) => [found.numPassedTests, found.numFailedTests]);
  },
  build: () => check(node('build.mjs')),
  browser: async () => {
    const chromium = await ensureBrowser('chromium');
    if (!chromium) return { passed: 0, failed: 1 };
    const env = { CHROME_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report('browser') };
    const ended = await run(bin('playwright', 'test', '--reporter=line,json'), { env });
    return counted(ended, report('browser'), ({ stats }) => [stats.expected + stats.flaky, stats.unexpected]);
  },
  firefox: async () => {
    const firefox = await ensureBrowser('firefox');
    if (!firefox) return { passed: 0, failed: 0 };
    return check(node('firefox-smoke.mjs'), { FIREFOX_PATH: firefox });
  },
};

/** A stage that holds or does not. */
async function check(command, env = {}) {
  const { code } = await run(command, { env });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A test runner counts its tests; one that fails without a failed test counts as one failure. */
async function counted({ code }, file, read) {
  const [passed, failed] = await readFile(file, 'utf8').then(
    (text) => read(JSON.parse(text)),
    () => [0, 0],
  );
  return { passed, failed: code !== 0 || passed === 0 ? Math.max(failed, 1) : failed };
}

function add(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(stages, name));
if (unknown.length > 0) {
  console.error(`No such stage: ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}`);
  process.exit(2);
}

// A report of an earlier run must not count for this one.
await rm(cache, { recursive: true, force: true });
await mkdir(cache, { recursive: true });
let total = { passed: 0, failed: 0 };
const lines = [];
for (const [name, stage] of Object.entries(stages)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n=== ${name}`);
  const began = Date.now();
  const result = await stage();
  total = add(total, result);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  lines.push(
    `${name.padEnd(8)} ${String(result.passed).padStart(5)} passed ${String(result.failed).padStart(3)} failed  ${seconds.padStart(6)} s`,
  );
  if (result.failed > 0) break;
}
console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
