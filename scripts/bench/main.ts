import { parseArgs } from 'node:util';
import { createNodeEnvironment } from '@/cli/environment';
import { engine } from './engine';
import { happyDom } from './happy-dom';
import { jsdomXhr } from './jsdom-xhr';
import { correctness, speed, type Correctness } from './measure';
import { mentoss } from './mentoss';
import { questions } from './question';
import { simulation } from './simulation';

interface Row extends Correctness {
  name: string;
  perSecond: number;
}

/** @returns the exit status: 0 where our engine is ten times as fast as the fastest of the others, traced and not */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { rounds: { type: 'string', default: '12' }, seconds: { type: 'string', default: '0.25' } },
  });
  const asked = await questions();
  const environment = createNodeEnvironment();
  const own = [engine('this engine, no trace', false), engine('this engine, with trace', true)];
  const others = [mentoss, happyDom, jsdomXhr];
  const contenders = [...own, simulation(environment), ...others];

  const rows: Row[] = [];
  for (const contender of contenders) {
    rows.push({ name: contender.name, perSecond: 0, ...(await correctness(contender, asked)) });
  }
  // In turns, so that what else the machine does falls on all of them; the best round counts.
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const [index, contender] of contenders.entries()) {
      const row = rows[index]!;
      row.perSecond = Math.max(row.perSecond, await speed(contender, asked, Number(values.seconds)));
    }
  }
  await environment.close();

  const fastest = Math.max(...rows.slice(-others.length).map(({ perSecond }) => perSecond));
  console.log(`${asked.length} recorded requests, asked of each contender one after the other, in one process`);
  console.log(table(rows, asked.length, fastest));
  return rows.slice(0, own.length).every(({ perSecond }) => perSecond >= 10 * fastest) ? 0 : 1;
}

function table(rows: readonly Row[], of: number, fastest: number): string {
  const cells = rows.map(({ name, perSecond, outcomes, requests }) => [
    name,
    Math.round(perSecond).toLocaleString('en'),
    `${(perSecond / fastest).toFixed(perSecond < fastest ? 2 : 1)} ×`,
    `${outcomes}/${of}`,
    `${requests}/${of}`,
  ]);
  const heads = ['', 'requests/s', 'fastest other', 'as Chromium', '… requests too'];
  const widths = heads.map((head, column) => Math.max(head.length, ...cells.map((row) => row[column]?.length ?? 0)));
  return [heads, ...cells]
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('   '),
    )
    .join('\n');
}
