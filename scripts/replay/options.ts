import { parseArgs } from 'node:util';
import { FIELDS, type Field } from '@/truth/compare';
import { RECORDED_BROWSERS, type RecordedBrowser } from '@/truth/recording';

export interface Options {
  browsers: readonly RecordedBrowser[];
  fields: readonly Field[];
  /** Only recordings whose id begins with one of these; empty: all. */
  ids: string[];
  /** How many groups of disagreements to print for each browser. */
  list: number;
  /** Write the scores to src/truth/agreement.json. */
  write: boolean;
  /** Print this recording: what was asked, what the browser did, what the simulator does. */
  show?: string;
}

export const USAGE = `npm run replay -- [ID…] [--browser NAME] [--field NAME] [--list N] [--show ID]
  ID…        only recordings whose id begins so
  --browser  ${RECORDED_BROWSERS.join(', ')}; may be given more than once
  --field    ${FIELDS.join(', ')}; may be given more than once
  --list     how many groups of disagreements to print (10)
  --write    write the scores to src/truth/agreement.json
  --show     print one recording in full`;

export function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      browser: { type: 'string', multiple: true },
      field: { type: 'string', multiple: true },
      list: { type: 'string', default: '10' },
      write: { type: 'boolean', default: false },
      show: { type: 'string' },
    },
  });
  if (values.write && (values.browser || positionals.length))
    throw new TypeError('--write needs all browsers and recordings');
  return {
    browsers: among(RECORDED_BROWSERS, values.browser, '--browser'),
    fields: among(FIELDS, values.field, '--field'),
    ids: positionals,
    list: Number(values.list),
    write: values.write,
    ...(values.show === undefined ? {} : { show: values.show }),
  };
}

function among<Name extends string>(
  known: readonly Name[],
  given: string[] | undefined,
  option: string,
): readonly Name[] {
  for (const name of given ?? []) {
    if (!known.some((one) => one === name))
      throw new TypeError(`${option}: expected ${known.join(', ')}, got "${name}"`);
  }
  return given ? known.filter((one) => given.includes(one)) : known;
}
