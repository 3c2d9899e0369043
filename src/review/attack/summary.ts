import { cookieWords } from '../visitors-cookies';
import type { Attacked } from './attack';

/** What a page of an attacker can do, in a sentence or three: counted by request, however it was sent. */
export function attackSummary(rows: readonly Attacked[]): string {
  const requests = byRequest(rows);
  const arrived = requests.filter((ways) => ways.some(({ arrives }) => arrives === 'yes'));
  if (arrived.length === 0) {
    return 'Nothing that such a page sends arrives, with credentials or without, and nothing can be read.';
  }
  return [
    `${arrived.length} of ${requests.length} ${requests.length === 1 ? 'request' : 'requests'} ${arrived.length === 1 ? 'arrives' : 'arrive'}, ${withWhich(arrived)}.`,
    readable(arrived),
    ...changing(arrived),
  ].join(' ');
}

type Ways = readonly Attacked[];

function byRequest(rows: readonly Attacked[]): Ways[] {
  const name = ({ server, request }: Attacked): string => `${server} ${request}`;
  return [...new Set(rows.map(name))].map((one) => rows.filter((row) => name(row) === one));
}

function withWhich(arrived: readonly Ways[]): string {
  const carrying = arrived.filter((ways) => ways.some(({ cookies }) => cookies.length > 0)).length;
  if (carrying > 0) return `${carrying} with the visitor’s cookies`;
  const visitors = arrived.flat().flatMap((row) => row.visitors ?? []);
  if (visitors.length === 0) return 'only without credentials';
  const telling =
    visitors.find(({ kept }) => kept.length > 0) ?? visitors.find(({ wouldGo }) => wouldGo) ?? visitors[0]!;
  return `none with cookies: ${cookieWords(telling)}`;
}

function readable(arrived: readonly Ways[]): string {
  const read = arrived.map((ways) => ways.filter(({ reads }) => reads !== null)).filter((ways) => ways.length > 0);
  if (read.length === 0) return 'Nothing can be read.';
  const carries = ({ cookies }: Attacked): boolean => cookies.length > 0;
  const asVisitor = read.filter((ways) => ways.some(carries)).length;
  const errors = read.filter((ways) => ways.every(({ status }) => status >= 400)).length;
  return (
    [
      `${read.length} can be read`,
      ...(arrived.flat().some(carries) ? [`${asVisitor === 0 ? 'none' : asVisitor} with those cookies`] : []),
      ...(errors > 0
        ? [`${errors === read.length ? 'only errors' : `${errors} of them ${errors === 1 ? 'an error' : 'errors'}`}`]
        : []),
    ].join(', ') + '.'
  );
}

/** How many requests of such a page change what a server keeps. */
export const changesIn = (rows: readonly Attacked[]): number => byRequest(rows.filter(isChanging)).length;

const isChanging = ({ changes }: Attacked): boolean => changes !== null && changes.length > 0;

/** What needs a preflight changes something only because the server allowed it; the rest CORS does not hold up. */
function changing(arrived: readonly Ways[]): string[] {
  const changed = arrived.map((ways) => ways.filter(isChanging)).filter((ways) => ways.length > 0);
  const allowed = changed.filter((ways) => ways.every(({ isAllowed }) => isAllowed)).length;
  const unasked = changed.length - allowed;
  const change = (count: number): string => `${count} ${count === 1 ? 'changes' : 'change'} what the server keeps`;
  return [
    ...(unasked > 0 ? [`${change(unasked)}, and CORS does not prevent that.`] : []),
    ...(allowed > 0 ? [`${change(allowed)}, because the server’s answer to the preflight allows it.`] : []),
  ];
}
