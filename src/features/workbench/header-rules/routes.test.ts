import { describe, expect, it } from 'vitest';
import type { HeaderRow, Route } from '@/scenario/document';
import {
  asTwoBlocks,
  isOn,
  nameProblem,
  newRow,
  renamedRow,
  revaluedRow,
  roleOf,
  statusProblem,
  switchedRow,
  withPreflightRoute,
} from './routes';

const route = (method: string, headers: HeaderRow[] = [], path = '*'): Route => ({
  method,
  path,
  status: 200,
  headers,
});

describe('the two-block form', () => {
  it('takes an OPTIONS route followed by one other route', () => {
    expect(asTwoBlocks([route('OPTIONS'), route('*')])).toEqual({ preflight: 0, request: 1 });
  });

  it('takes a single route that answers requests', () => {
    expect(asTwoBlocks([route('GET')])).toEqual({ preflight: undefined, request: 0 });
  });

  it.each([
    ['no routes', []],
    ['only a preflight route', [route('OPTIONS')]],
    ['a route that would take the preflight first', [route('*'), route('OPTIONS')]],
    ['three routes', [route('OPTIONS'), route('GET'), route('PUT')]],
  ])('leaves %s to the list', (_, routes) => {
    expect(asTwoBlocks(routes)).toBeUndefined();
  });
});

describe('what a block answers', () => {
  it('is everything for a lone * route, and only requests once an OPTIONS route stands before it', () => {
    expect(roleOf([route('*')], 0)).toBe('both');
    expect(roleOf([route('OPTIONS'), route('*')], 1)).toBe('request');
  });

  it('stays everything where the OPTIONS route comes too late', () => {
    expect(roleOf([route('*'), route('OPTIONS')], 0)).toBe('both');
  });
});

describe('a header row', () => {
  it('is added switched off and goes on with its first name', () => {
    expect(isOn(newRow)).toBe(false);
    expect(renamedRow(newRow, 'V')).toEqual(['V', '']);
  });

  it('stays off when a row that was switched off is renamed or given another value', () => {
    const off: HeaderRow = ['Vary', 'Origin', false];
    expect(renamedRow(off, 'Vary2')).toEqual(['Vary2', 'Origin', false]);
    expect(revaluedRow(off, '*')).toEqual(['Vary', '*', false]);
  });

  it('goes off with its name, since nothing can be sent without one', () => {
    expect(renamedRow(['Vary', 'Origin'], '')).toEqual(['', 'Origin', false]);
  });

  it('keeps name and value while it is switched off and on again', () => {
    const row: HeaderRow = ['Vary', 'Origin'];
    expect(switchedRow(switchedRow(row, false), true)).toEqual(row);
  });
});

describe('a preflight route of its own', () => {
  it('goes first and takes over the CORS headers alone', () => {
    const all = route('*', [
      ['Access-Control-Allow-Origin', '*'],
      ['Content-Type', 'text/plain'],
    ]);
    expect(withPreflightRoute([all])).toEqual([
      { method: 'OPTIONS', path: '*', status: 204, headers: [['Access-Control-Allow-Origin', '*']] },
      all,
    ]);
  });
});

describe('what a field refuses', () => {
  it.each(['', '99', '100', '102', '199', '0200', '600', '20', '2000', 'abc', ' 200'])('is the status %j', (status) => {
    expect(statusProblem(status)).toBe('A status from 200 to 599, or 101');
  });

  it.each(['101', '200', '404', '599'])('is not the status %s', (status) => {
    expect(statusProblem(status)).toBeUndefined();
  });

  it('is a header name with a character that no token has, and says which', () => {
    expect(nameProblem('X-Trace:')).toBe('A header name has no ":"');
    expect(nameProblem('X Trace')).toBe('A header name has no spaces');
    expect(nameProblem('X-Trace')).toBeUndefined();
  });
});
