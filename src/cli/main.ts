import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { errorLine, parseScenarioText } from '@/scenario/parse';
import { simulate } from '@/simulation';
import { createNodeEnvironment } from './environment';
import { report } from './report';

const USAGE = `Usage: npm run --silent simulate -- FILE.json          a readable report
       npm run --silent simulate -- --json FILE.json   the result as JSON
       npm run --silent simulate -- --jsonl            one scenario a line on standard input, one result a line out
`;

/** @returns the exit status: 2 for a named file that is unreadable or no valid scenario, or for wrong usage; else 0 */
export async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    await write(USAGE);
    return 0;
  }
  const options = args.filter((arg) => arg.startsWith('-'));
  const files = args.filter((arg) => !arg.startsWith('-'));
  const unknown = options.filter((option) => option !== '--json' && option !== '--jsonl');
  const wantsLines = options.includes('--jsonl');
  if (unknown.length > 0 || (wantsLines ? files.length > 0 : files.length !== 1)) {
    process.stderr.write(unknown.length > 0 ? `Unknown option ${unknown.join(' ')}\n${USAGE}` : USAGE);
    return 2;
  }
  process.stdout.on('error', endWithTheReader);
  const environment = createNodeEnvironment();
  try {
    return wantsLines
      ? await simulateLines(environment)
      : await simulateFile(files[0]!, options.includes('--json'), environment);
  } finally {
    await environment.close();
  }
}

type Environment = ReturnType<typeof createNodeEnvironment>;

async function simulateFile(file: string, asJson: boolean, environment: Environment): Promise<number> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    process.stderr.write(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const parsed = parseScenarioText(text);
  if (!parsed.ok) {
    for (const error of parsed.errors) process.stderr.write(`${file}: ${errorLine(error)}\n`);
    return 2;
  }
  const result = await simulate(parsed.scenario, environment);
  await write(asJson ? `${JSON.stringify(result)}\n` : report(result));
  return 0;
}

async function simulateLines(environment: Environment): Promise<number> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const parsed = parseScenarioText(line);
    const result = parsed.ok ? await simulate(parsed.scenario, environment) : { version: 1, invalid: parsed.errors };
    await write(`${JSON.stringify(result)}\n`);
  }
  return 0;
}

/** Whoever reads our output has read enough (`… | head`): that is no error of ours. */
function endWithTheReader(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}

/** Waits where the reader is slower than we are. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
