import { parseArgs } from 'node:util';
import { RECORDED_BROWSERS, type RecordedBrowser } from '@/truth/recording';

export interface Options {
  /** Scenario documents, or JSON lines in the form of src/truth/recordings/scenarios.jsonl; empty: the project's own. */
  files: string[];
  browsers: readonly RecordedBrowser[];
  /** So many scenarios from the generator instead. */
  random?: number;
  seed: number;
  /** Only scenarios whose id begins with one of these; empty: all. */
  ids: string[];
  /** Write what the browsers do into the project's recordings. */
  record: boolean;
  /** Hold the browsers against the recordings, not against the simulator. */
  recordings: boolean;
  /** How many groups of disagreements to print for each browser. */
  list: number;
}

export const USAGE = `npm run verify:browsers -- [FILE…] [options]
  FILE…         scenario documents (.json), or recordings (.jsonl, docs/truth.md); left out: the project's recordings
  --browser     ${RECORDED_BROWSERS.join(', ')}; may be given more than once; left out: all that are installed
  --random N    N scenarios from the generator instead
  --seed S      for the generator (1)
  --id ID       only scenarios whose id begins so; may be given more than once
  --record      write what the browsers do into src/truth/recordings
  --recordings  compare the browsers with the recordings, not with the simulator
  --list N      how many groups of disagreements to print (10)`;

export function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      browser: { type: 'string', multiple: true },
      random: { type: 'string' },
      seed: { type: 'string', default: '1' },
      id: { type: 'string', multiple: true },
      record: { type: 'boolean', default: false },
      recordings: { type: 'boolean', default: false },
      list: { type: 'string', default: '10' },
    },
  });
  const unknown = values.browser?.find((name) => !RECORDED_BROWSERS.some((known) => known === name));
  if (unknown) throw new TypeError(`--browser: expected ${RECORDED_BROWSERS.join(', ')}, got "${unknown}"`);
  if (values.random !== undefined && values.record) throw new TypeError('--record is for the project’s recordings');
  return {
    files: positionals,
    browsers: RECORDED_BROWSERS.filter((browser) => values.browser?.includes(browser) ?? true),
    ...(values.random === undefined ? {} : { random: wholeNumber('--random', values.random) }),
    seed: wholeNumber('--seed', values.seed),
    ids: values.id ?? [],
    record: values.record,
    recordings: values.recordings,
    list: wholeNumber('--list', values.list),
  };
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new TypeError(`${option}: expected a whole number, got "${text}"`);
  return Number(text);
}
