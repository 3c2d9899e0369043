import { groupByCause } from '@/truth/causes';
import { FIELDS, type Disagreement, type Field } from '@/truth/compare';
import type { Recorded } from '@/truth/recording';
import type { Replayed } from '@/truth/replay';
import { score, type Share } from '@/truth/score';

/** The table of agreement: a row a browser, a column a field. */
export function agreementTable(rows: readonly { recorded: Recorded; replayed: Replayed[] }[]): string {
  const names = ['all', ...FIELDS];
  const lines = rows.map(({ recorded, replayed }) => {
    const { all, fields } = score(recorded, replayed);
    const shares = [all, ...FIELDS.map((field) => fields[field])];
    return [recorded.version.padEnd(24), ...shares.map(cell)].join('');
  });
  return [['agree'.padEnd(24), ...names.map((name) => name.padStart(12))].join(''), ...lines].join('\n');
}

function cell({ agree, of }: Share): string {
  return (agree === of ? `${of}` : `${agree}/${of}`).padStart(12);
}

export function causesText(replayed: readonly Replayed[], fields: readonly Field[], most: number): string {
  const wanted = replayed.flatMap(({ disagreements }) => disagreements).filter(({ field }) => fields.includes(field));
  const causes = groupByCause(wanted);
  const shown = causes
    .slice(0, most)
    .map(({ pattern, cases }) => `${cases.length} × ${pattern}\n    in ${examples(cases)}`);
  const rest = causes.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… and ${rest} more groups`] : [])].join('\n\n');
}

function examples(cases: readonly Disagreement[]): string {
  const ids = [...new Set(cases.map(({ id }) => id))];
  return ids.slice(0, 6).join(' ') + (ids.length > 6 ? ' …' : '');
}
