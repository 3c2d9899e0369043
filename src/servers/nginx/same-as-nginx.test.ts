import { describe, expect, it } from 'vitest';
import type { WireAnswer, WireRequest } from '@/realm';
import { BROKEN, CASES, ORIGIN, USUAL, type Asked } from './testing/cases';
import { openForTest } from './testing/open-for-test';
import recorded from './testing/recorded.json';
import { comparable, type RecordedAnswer, type Recording } from './testing/recording';
import { sentHeaders } from './testing/sent-headers';
import { NOBODY, UPSTREAM, upstreamAnswer } from './testing/upstream';

const { answers, errors } = recorded as unknown as Recording;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

function send({ method, url, headers }: WireRequest): Promise<WireAnswer> {
  const { host, pathname, search } = new URL(url);
  if (host === NOBODY) return Promise.resolve({ ok: false, message: 'nobody', failure: 'refused' });
  expect(host).toBe(UPSTREAM);
  const answer = upstreamAnswer({ method, url: pathname + search, headers });
  return Promise.resolve({ ok: true, ...answer, statusText: WORDS[answer.status]!, body: encoder.encode(answer.body) });
}

const WORDS: Record<number, string> = {
  200: 'OK',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  307: 'Temporary Redirect',
  401: 'Unauthorized',
  404: 'Not Found',
  500: 'Internal Server Error',
};

async function open(config: string) {
  const { server, errors: problems } = await openForTest({ origin: ORIGIN, config, send });
  const ask = async (asked: Asked): Promise<RecordedAnswer> => {
    const { method, path, body } = asked;
    const request = { kind: 'actual' as const, method, url: ORIGIN + path, headers: sentHeaders(asked) };
    const reply = await server.handle({ ...request, body: body === undefined ? null : encoder.encode(body) }, 0);
    if (!reply.ok) return null;
    const { status, statusText, headers } = reply.response;
    return comparable(status, statusText, headers, decoder.decode(reply.response.body));
  };
  return { ask, problems };
}

describe('the simulated nginx answers as nginx 1.22.1 did, byte for byte', () => {
  it.each(Object.keys(CASES))('%s', async (name) => {
    const { config, more = [] } = CASES[name]!;
    const all = [...USUAL, ...more];
    const { ask, problems } = await open(config);
    expect(problems).toEqual([]);
    expect(answers[name]).toHaveLength(all.length);
    const title = ({ method, path, headers = [] }: Asked) => `${method} ${path} ${headers.map(String).join(' ')}`;
    const ours: Record<string, RecordedAnswer> = {};
    for (const asked of all) ours[title(asked)] = await ask(asked);
    expect(ours).toEqual(Object.fromEntries(all.map((asked, at) => [title(asked), answers[name]![at]])));
  });
});

describe('what nginx does not start with', () => {
  it.each(Object.keys(BROKEN))('%s: the same words about the same line', async (name) => {
    const { ask, problems } = await open(BROKEN[name]!);
    const [problem] = problems;
    expect(problems).toHaveLength(1);
    // Where nginx names no line, the place is named all the same.
    expect({ ...errors[name], line: errors[name]!.line ?? problem!.line }).toEqual(problem);
    expect(await ask(USUAL[0]!)).toBeNull();
  });
});
