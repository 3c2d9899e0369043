import type { HeaderRow, Route } from '@/scenario/document';
import { isStatus } from '@/scenario/routes';

/** Which answers a block of the header table stands for. */
export type AnswerRole = 'preflight' | 'request' | 'both';

export interface TwoBlocks {
  /** Index of the OPTIONS route, where there is one. */
  preflight: number | undefined;
  request: number;
}

/**
 * The form most servers have: one answer to the preflight and one to the request. Undefined where the routes say more than
 * that, or where the request's route comes first and would take the preflight too.
 */
export function asTwoBlocks(routes: readonly Route[]): TwoBlocks | undefined {
  const [first, second] = routes;
  if (!first || routes.length > 2) return undefined;
  if (!second) return isPreflightRoute(first) ? undefined : { preflight: undefined, request: 0 };
  return isPreflightRoute(first) && !isPreflightRoute(second) ? { preflight: 0, request: 1 } : undefined;
}

const isPreflightRoute = (route: Route): boolean => route.method === 'OPTIONS';

export function roleOf(routes: readonly Route[], index: number): AnswerRole {
  const route = routes[index];
  if (!route || isPreflightRoute(route)) return 'preflight';
  const takesPreflights = route.method === '*' && !routes.slice(0, index).some(isPreflightRoute);
  return takesPreflights ? 'both' : 'request';
}

const titles: Record<AnswerRole, string> = {
  preflight: 'Answer to the preflight',
  request: 'Answer to the request',
  both: 'Answer to everything',
};

export const titleOf = (role: AnswerRole): string => titles[role];

export const isOn = (row: HeaderRow): boolean => row[2] !== false;

export function switchedRow([name, value]: HeaderRow, on: boolean): HeaderRow {
  return on ? [name, value] : [name, value, false];
}

/** A row is added switched off, since it has no name to be sent under yet. */
export const newRow: HeaderRow = ['', '', false];

/** Naming a new row switches it on; taking its name away switches it off. */
export function renamedRow(row: HeaderRow, name: string): HeaderRow {
  if (name === '') return ['', row[1], false];
  return row[0] === '' || isOn(row) ? [name, row[1]] : [name, row[1], false];
}

export const revaluedRow = ([name, , on]: HeaderRow, value: string): HeaderRow =>
  on === false ? [name, value, false] : [name, value];

export const replacedAt = <T>(list: readonly T[], index: number, item: T): T[] =>
  list.map((old, at) => (at === index ? item : old));

export const withoutAt = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index);

/** A preflight of its own for a server that answers every method alike: the same CORS headers, and no body. */
export function withPreflightRoute(routes: readonly Route[]): Route[] {
  const model = routes[0];
  const headers = (model?.headers ?? []).filter(([name]) => /^access-control-/i.test(name));
  return [{ method: 'OPTIONS', path: model?.path ?? '*', status: 204, headers }, ...routes];
}

/** New routes go first, since the first match wins; until it has a path that is asked for, a new one changes nothing. */
export function withNewRoute(routes: readonly Route[]): Route[] {
  return [{ method: 'GET', path: '/new', status: 200, headers: [], body: '' }, ...routes];
}

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

export function nameProblem(name: string): string | undefined {
  if (name === '' || token.test(name)) return undefined;
  const wrong = /[^!#$%&'*+\-.^_`|~0-9A-Za-z]/u.exec(name)?.[0] ?? '';
  return wrong === ' ' ? 'A header name has no spaces' : `A header name has no ${JSON.stringify(wrong)}`;
}

export function methodProblem(method: string): string | undefined {
  return token.test(method) ? undefined : 'A method such as GET, or *';
}

export function pathProblem(path: string): string | undefined {
  return path === '*' || path.startsWith('/') ? undefined : 'A path that starts with "/", or *';
}

export function statusProblem(status: string): string | undefined {
  const isWritten = /^\d{3}$/.test(status) && isStatus(Number(status));
  return isWritten ? undefined : 'A status from 200 to 599, or 101';
}
