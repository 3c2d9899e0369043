import { afterAll, describe, expect, test } from 'vitest';
import type { Effect, Turn } from '@/realm';
import type { HeaderList } from '@/engine';
import answers from '@/servers/python/vectors/answers.json';
import configurations from '@/servers/python/vectors/configurations.json';
import { Interpreters } from '../core/interpreters';
import { startInterpreter } from './start-interpreter';

/** Recorded by scripts/python/record.py: the packages under native Python. */
const recorded = answers as unknown as Record<string, Record<string, { status: number; headers: HeaderList }[]>>;
const { requests } = configurations;

const origin = 'https://api.example.com';
/** However busy the machine is. */
const unhurried = { turn: 60_000, starting: 600_000, tidying: 60_000 };
const interpreters = new Interpreters(startInterpreter, unhurried);
afterAll(() => interpreters.end());

async function answersOf(framework: 'flask' | 'django', code: string) {
  const realm = await interpreters.open({ kind: 'python', framework, code, origin, env: {} });
  const turn = async (deliver: Turn['deliver']): Promise<Effect[]> => {
    const result = await realm.turn({ now: 0, deliver });
    if (!result.ok) throw new Error(result.failure.message);
    return result.effects;
  };
  expect(await turn([{ type: 'start' }])).toContainEqual({ type: 'settled' });
  const given = [];
  for (const [id, { method, path, headers, body }] of requests.entries()) {
    const bytes = body === undefined ? null : new TextEncoder().encode(body);
    const request = { method, url: origin + path, headers: headers as HeaderList, body: bytes };
    const effects = await turn([{ type: 'request', id, request }]);
    const answer = effects.find((effect) => effect.type === 'answer')?.answer;
    given.push(line(`${method} ${path}`, answer?.status ?? 0, answer?.headers ?? []));
  }
  realm.close();
  return given;
}

/** One line an answer. Flask writes Allow from a set, in an order that is another in every process; the length of Django's debug page is that of the paths and versions it tells about. */
function line(request: string, status: number, headers: HeaderList): string {
  const isDebugPage = status === 500 && headers.some(([, value]) => Number(value) > 10_000);
  const told = headers.map(([name, value]) => {
    if (name === 'Allow') return `Allow: ${value.split(', ').toSorted().join(', ')}`;
    return isDebugPage && name === 'Content-Length' ? name : `${name}: ${value}`;
  });
  return `${request} ${status} ${told.join(' | ')}`;
}

describe.each(['flask', 'django'] as const)('%s in Pyodide answers as under native Python', (framework) => {
  const codes: Record<string, string> = configurations[framework];

  test.each(Object.keys(codes))('%s', { timeout: 120_000 }, async (name) => {
    const expected = recorded[framework]?.[name];
    expect(expected).toHaveLength(requests.length);
    const lines = expected!.map(({ status, headers }, at) => {
      const { method, path } = requests[at]!;
      return line(`${method} ${path}`, status, headers);
    });
    expect(await answersOf(framework, codes[name]!)).toEqual(lines);
  });
});
