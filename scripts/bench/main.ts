import { parseArgs } from 'node:util';
import { createNodeEnvironment } from '@/cli/environment';
import { engine } from './engine';
import { happyDom } from './happy-dom';
import { jsdomXhr } from './jsdom-xhr';
import { measure, type Measured } from './measure';
import { mentoss } from './mentoss';
import { questions } from './question';
import { simulation } from './simulation';

/** @returns the exit status: 0 where our engine is ten times as fast as the fastest of the others, traced and not */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { seconds: { type: 'string', default: '3' } } });
  const asked = await questions();
  const environment = createNodeEnvironment();
  const own = [engine('this engine, no trace', false), engine('this engine, with trace', true)];
  const others = [mentoss, happyDom, jsdomXhr];
  const measured: Measured[] = [];
  for (const contender of [...own, simulation(environment), ...others]) {
    measured.push(await measure(contender, asked, Number(values.seconds)));
  }
  await environment.close();

  const fastest = Math.max(...measured.slice(-others.length).map(({ perSecond }) => perSecond));
  console.log(`${asked.length} recorded requests, each contender on all of them, one after the other, in one process`);
  console.log(table(measured, fastest));
  return measured.slice(0, own.length).every(({ perSecond }) => perSecond >= 10 * fastest) ? 0 : 1;
}

function table(measured: readonly Measured[], fastest: number): string {
  const rows = measured.map(({ name, perSecond, outcomes, requests, of }) => [
    name,
    Math.round(perSecond).toLocaleString('en'),
    `${(perSecond / fastest).toFixed(perSecond < fastest ? 2 : 1)} ×`,
    `${outcomes}/${of}`,
    `${requests}/${of}`,
  ]);
  const heads = ['', 'requests/s', 'fastest other', 'as Chromium', '… requests too'];
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [heads, ...rows]
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('   '),
    )
    .join('\n');
}
