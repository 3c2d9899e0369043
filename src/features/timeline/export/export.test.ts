import { describe, expect, it } from 'vitest';
import { explainRun } from '@/explain';
import {
  abandoned,
  allFixtures,
  blockedHeader,
  concurrent,
  connectionFailed,
  noAllowOrigin,
  opaque,
  repeated,
  successfulPut,
} from '@/explain/fixtures';
import { harOf } from './har';
import { plainPlan } from '../plan';
import { planRequests } from '../many/plan-requests';
import { mermaidOf } from './mermaid';

const explain = ({ result, scenario }: ReturnType<typeof blockedHeader>) => explainRun(result, scenario);
/** Every request by itself. */
const flow = (run: ReturnType<typeof explain>) => mermaidOf(run, plainPlan(run));
const STATEMENT = /^ {2}(participant p\d+ as \S.*|Note over p\d+(,p\d+)?: \S.*|p\d+(->>|-->>|-x)p\d+: \S.*)$/;

describe('the Mermaid sequence diagram', () => {
  it('consists of statements that Mermaid knows, for every run', () => {
    for (const fixture of allFixtures()) {
      const [head, ...lines] = flow(explain(fixture)).trimEnd().split('\n');
      expect(head).toBe('sequenceDiagram');
      expect(lines.filter((line) => !STATEMENT.test(line) || /;(?<!#\d+;)/.test(line))).toEqual([]);
    }
  });

  it('has a note for every decision, and says which gate closed', () => {
    const run = explain(blockedHeader());
    const notes = flow(run).match(/Note over .*/g)!;
    expect(notes).toHaveLength(run.stops.filter((stop) => stop.number !== null).length);
    expect(notes.filter((note) => note.endsWith(', closed'))).toHaveLength(1);
    expect(notes.at(-1)).toMatch(/, closed$/);
  });

  it('says of a cross-origin request that it is one, as question and answer', () => {
    expect(flow(explain(blockedHeader()))).toContain('Is the URL of another origin? yes');
  });

  it('says of every line which request it belongs to, where there are several, though they ask for the same', () => {
    const fixture = concurrent(3);
    for (const request of fixture.result.requests) request.url = fixture.result.requests[0]!.url;
    const lines = flow(explain(fixture)).match(/(?<=^ {2})(p\d|Note).*/gm)!;
    const numbers = lines.map((line) => /\(request (\d)\)$/.exec(line)?.[1]);
    for (const number of ['1', '2', '3']) {
      const own = lines.filter((_, index) => numbers[index] === number);
      expect(own[0]).toMatch(/^p0->>p1: fetch GET /);
      expect(own.at(-1)).toMatch(/^p1(->>|-x)p0: /);
    }
    expect(numbers).not.toContain(undefined);
    expect(flow(explain(successfulPut()))).not.toContain('(request');
  });

  const drawn = (run: ReturnType<typeof explain>) =>
    mermaidOf(run, planRequests(run, { folding: true, unfolded: new Set(), folded: new Set(), focus: null }));

  it('folds what the picture folds, so that Mermaid takes it', () => {
    const text = drawn(explain(repeated(100)));
    expect(text.length).toBeLessThan(5000);
    expect(text.match(/fetch GET/g)).toHaveLength(1);
    expect(text).toMatch(/Note over p0,p1: 99× GET \/users\S*, each like one above/);
    expect(
      text
        .trimEnd()
        .split('\n')
        .slice(1)
        .filter((line) => !STATEMENT.test(line)),
    ).toEqual([]);
  });

  it('draws equal requests once, and says how many they are', () => {
    const text = drawn(explain(concurrent(30)));
    expect(text.match(/fetch GET.*/g)).toEqual([
      'fetch GET /users/1 (request 1)',
      'fetch GET /users/2 (29 requests: 2, 3, 4, …)',
    ]);
  });

  it('dashes the preflight, not the request', () => {
    const text = flow(explain(successfulPut()));
    expect(text).toMatch(/p1-->>p2: OPTIONS/);
    expect(text).toMatch(/p1->>p2: PUT/);
  });

  it('crosses out the message that never arrived', () => {
    const run = explain(connectionFailed());
    expect(flow(run)).toMatch(/p1-xp2: GET/);
    for (const leg of run.tracks.flatMap(({ legs }) => legs)) leg.lost = 'back';
    expect(flow(run)).toMatch(/p2-xp1: No answer/);
  });
});

describe('the HTTP Archive', () => {
  const fixture = successfulPut();
  const began = new Date(Date.UTC(2026, 0, 1));
  const { log } = harOf(explain(fixture), began) as { log: { entries: Record<string, never>[] } };

  it('has every exchange, in the order sent, at its simulated time', () => {
    const entries = log.entries as unknown as { startedDateTime: string; time: number; request: { method: string } }[];
    expect(entries.map(({ request, startedDateTime, time }) => [request.method, startedDateTime, time])).toEqual(
      fixture.result.exchanges.map(({ method, times }) => [
        method,
        new Date(began.getTime() + times.sent).toISOString(),
        times.received - times.sent,
      ]),
    );
  });

  it('has timings that add up, and headers and bodies as sent', () => {
    const entries = log.entries as unknown as {
      time: number;
      timings: Record<string, number>;
      request: { headers: { name: string; value: string }[] };
      response: { content: { text: string } };
    }[];
    entries.forEach((entry, index) => {
      const exchange = fixture.result.exchanges[index]!;
      expect(Object.values(entry.timings).reduce((sum, part) => sum + part, 0)).toBe(entry.time);
      expect(entry.request.headers.map(({ name, value }) => [name, value])).toEqual(exchange.requestHeaders);
      expect(entry.response.content.text).toBe(exchange.body);
    });
  });

  const judged = (run: ReturnType<typeof explain>) =>
    (harOf(run, began) as { log: { entries: Record<string, unknown>[] } }).log.entries.map(
      ({ _request, _verdict, _reason, response }) => ({
        _request,
        _verdict,
        _reason,
        comment: (response as { comment?: string }).comment,
      }),
    );

  it('says of the answer that decided what became of it at the code', () => {
    expect(judged(explain(blockedHeader()))).toEqual([
      {
        _request: 1,
        _verdict: 'blocked',
        _reason: 'header-not-allowed',
        comment:
          'Blocked. The preflight’s answer does not allow the request header x-trace, so the PUT was never sent. ' +
          'The code gets TypeError: Failed to fetch.',
      },
    ]);
    expect(judged(explain(successfulPut())).map(({ _verdict }) => _verdict)).toEqual([undefined, 'allowed']);
    expect(judged(explain(noAllowOrigin()))[0]).toMatchObject({ _verdict: 'blocked', _reason: 'allow-origin-missing' });
    expect(judged(explain(opaque()))[0]?.comment).toMatch(/^Opaque\. .* The code gets Response: sealed\.$/);
  });

  it('tells several requests apart', () => {
    const fixture = concurrent(3);
    expect(judged(explain(fixture)).map(({ _request }) => _request)).toEqual([1, 2, 3]);
  });

  it('numbers no exchange whose request the run does not show', () => {
    const run = explain(concurrent(3));
    run.tracks.splice(1, 1);
    expect(judged(run).map(({ _request }) => _request)).toEqual([1, undefined, 2]);
  });

  it('has what reached no server too, with status 0 and the reason', () => {
    const har = harOf(explain(connectionFailed()), began) as { log: { entries: Record<string, object>[] } };
    expect(har.log.entries).toHaveLength(1);
    expect(har.log.entries[0]).toMatchObject({
      request: { method: 'GET', headers: [] },
      response: { status: 0, headers: [] },
      _request: 1,
      _reason: 'name-not-resolved',
    });
  });

  it('gives what the code abandons no time after that', () => {
    const fixture = abandoned();
    const entries = (harOf(explain(fixture), began) as { log: { entries: { time: number }[] } }).log.entries;
    const given = fixture.result.requests[0]!;
    expect(entries.map(({ time }) => time)).toEqual([expect.any(Number)]);
    expect(entries[0]!.time).toBeGreaterThan(0);
    expect(given.reason).toBe('aborted');
  });
});
