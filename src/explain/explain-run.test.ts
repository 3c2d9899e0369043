import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REASONS } from '@/engine';
import type { Fixture } from './fixtures';
import {
  allFixtures,
  blockedHeader,
  concurrent,
  abandoned,
  connectionFailed,
  longWait,
  opaque,
  redirected,
  successfulPut,
} from './fixtures';
import { explainRun, plain } from './index';
import { marksAt, marksOf } from './marks';

const explain = ({ result, scenario }: Fixture) => explainRun(result, scenario);

describe('the stops of a run', () => {
  it('come in the order of the events, ways and gates numbered from 1', () => {
    const run = explain(blockedHeader());
    expect(run.stops.map((stop) => stop.kind)).toEqual([
      'call',
      'way',
      'way',
      'way',
      'arrive',
      'answer',
      'gate',
      'gate',
      'gate',
      'gate',
      'settle',
    ]);
    expect(run.stops.flatMap((stop) => stop.number ?? [])).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it.each(allFixtures())('never go back in time: $name', (fixture) => {
    const times = explain(fixture).stops.map((stop) => stop.at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it.each(allFixtures())('each have a sentence and a number that their ladder row repeats: $name', (fixture) => {
    const run = explain(fixture);
    expect(run.stops.filter((stop) => stop.sentence.length <= 5)).toEqual([]);
    const rows = run.tracks.flatMap((track) => track.ladder);
    expect(rows.map((row) => run.stops[row.stop]?.number)).toEqual(rows.map((row) => row.number));
  });

  it('close only at gates, though an outcome can be bad news too', () => {
    const [track] = explain(blockedHeader()).tracks;
    expect(explain(blockedHeader()).stops[track?.closedAt ?? -1]?.step).toBe('headers-check');
  });
});

describe('the comparison at a closed gate', () => {
  it('leaves an empty slot for the header without a partner and keeps what is unused', () => {
    const stop = explain(blockedHeader()).stops.find((candidate) => candidate.verdict === 'fail');
    expect(stop?.match).toEqual({
      kind: 'columns',
      holds: false,
      left: 'Request asks',
      right: 'Answer allows',
      columns: [
        { left: 'content-type', right: 'Content-Type' },
        { left: 'x-trace', right: null },
      ],
      unused: ['Authorization'],
    });
    expect(plain(stop!.conclusion)).toBe('Closed. The list has no x-trace.');
  });
});

describe('the decision to ask first', () => {
  const run = explain(blockedHeader());
  const asked = run.stops.find(({ step }) => step === 'preflight-needed')!;

  it('names everything that makes the browser ask, each with the rule that it breaks', () => {
    expect(asked.match).toEqual({
      kind: 'rules',
      holds: false,
      rules: [
        { values: ['PUT'], is: 'is not GET, HEAD or POST', counts: 'alone' },
        { values: ['content-type: application/json'], is: 'is not a type that forms send', counts: 'alone' },
        { values: ['x-trace'], is: 'is not a safelisted name', counts: 'alone' },
      ],
    });
    expect(plain(asked.conclusion)).toBe('Each by itself is reason enough: ask first.');
    expect(asked.headers).toEqual(['content-type', 'x-trace']);
  });

  it('names them in the ladder and in the answer to whether there was a preflight', () => {
    const [track] = run.tracks;
    const all = 'PUT, content-type: application/json and x-trace';
    expect(track!.ladder.find(({ stop }) => stop === asked.index)).toMatchObject({
      left: all,
      right: 'none is safelisted',
    });
    expect(plain(track!.questions[0]!.because)).toBe(`${all} each need one.`);
  });
});

describe('the verdict', () => {
  it('names what the preflight did not allow and what it led to', () => {
    const { verdict } = explain(blockedHeader());
    expect(verdict.word).toBe('blocked');
    expect(plain(verdict.sentence)).toBe(
      'The preflight’s answer does not allow the request header x-trace, so the PUT was never sent.',
    );
    expect(verdict.sentence).toContainEqual({ code: 'x-trace' });
  });

  it('says that an opaque answer arrived sealed', () => {
    const { verdict } = explain(opaque());
    expect(verdict.word).toBe('opaque');
    expect(plain(verdict.sentence)).toContain('arrived sealed');
  });

  it('says Failed, not Blocked, where nobody answers', () => {
    const { verdict } = explain(connectionFailed());
    expect(verdict.word).toBe('failed');
    expect(plain(verdict.sentence)).toBe(
      'The name in https://nowhere.example leads to no server. The server here is https://api.example.com.',
    );
  });

  it('draws a message that the code gave up on its way until then, and does not say that it arrived', () => {
    const { tracks } = explain(abandoned());
    const [leg] = tracks[0]!.legs;
    expect(leg).toMatchObject({ lost: 'out', sent: 20, received: 50 });
    const reached = tracks[0]!.questions.find(({ question }) => question === 'Request reached the server?');
    expect(reached?.answer).toBe('No');
  });

  it('sums several requests up under the worst of them', () => {
    const { verdict } = explain(concurrent(4));
    expect(verdict.word).toBe('blocked');
    expect(plain(verdict.sentence)).toMatch(/^3 of 4 requests\. GET \/users\/2: The answer has no /);
  });

  it('is Failed with the error where the code itself failed', () => {
    const { result, scenario } = blockedHeader();
    const broken = {
      ...result,
      requests: [],
      events: [],
      error: { name: 'SyntaxError', message: 'Unexpected token', line: 3 },
    };
    const { verdict } = explainRun(broken, scenario);
    expect(verdict.word).toBe('failed');
    expect(plain(verdict.sentence)).toBe('The code itself failed (line 3): SyntaxError: Unexpected token.');
  });

  it('stays with the request where the code let its rejection fall through', () => {
    const { result, scenario } = blockedHeader();
    const thrown = { ...result, error: { name: 'TypeError', message: 'Failed to fetch' } };
    expect(explainRun(thrown, scenario).verdict.word).toBe('blocked');
  });

  it('says so when there was no request', () => {
    const { result, scenario } = blockedHeader();
    const empty = { ...result, requests: [], exchanges: [], events: [], console: [], serverLog: [] };
    expect(plain(explainRun(empty, scenario).verdict.sentence)).toContain('no request');
  });

  it.each(REASONS)('has a whole sentence for %s', (reason) => {
    const { result, scenario } = blockedHeader();
    const requests = result.requests.map((request) => ({ ...request, reason }));
    const text = plain(explainRun({ ...result, requests }, scenario).verdict.sentence);
    expect(text).toMatch(/^[A-Za-z].{15,}\.$/);
    expect(text).not.toMatch(/undefined|null|\s\s|,,/);
  });
});

describe('what the panels show', () => {
  it('is known from the stop at which it happened', () => {
    const run = explain(blockedHeader());
    const gate = run.stops.find((stop) => stop.verdict === 'fail')!;
    const settled = run.stops.find((stop) => stop.kind === 'settle')!;
    expect(run.console.map((row) => row.stop)).toEqual([gate.index, settled.index]);
    expect(run.serverLog.map((row) => run.stops[row.stop]?.kind)).toEqual(['arrive']);
    expect(run.network.map((row) => [run.stops[row.sentStop]?.kind, run.stops[row.answerStop]?.kind])).toEqual([
      ['arrive', 'answer'],
    ]);
  });

  it('ties each deciding header to the gate that looked at it', () => {
    const [row] = explain(blockedHeader()).network;
    expect(row?.deciding.map(({ side, name, number, verdict }) => [side, name, number, verdict])).toContainEqual([
      'response',
      'access-control-allow-headers',
      7,
      'fail',
    ]);
  });

  it('shows a request that reached nobody', () => {
    const { network, lanes } = explain(connectionFailed());
    expect(network.map((row) => [row.method, row.status])).toEqual([['GET', 'no answer']]);
    expect(lanes.at(-1)).toMatchObject({ id: 'https://nowhere.example', absent: true });
  });
});

describe('marks in the editors', () => {
  it('point at the line that asks and at the line that lacks', () => {
    const fixture = blockedHeader();
    const run = explain(fixture);
    const marks = marksOf(fixture.result, fixture.scenario);
    const gate = run.stops.find((stop) => stop.verdict === 'fail')!;
    expect(marksAt(marks, run, gate.index).map(({ side, line, text, number }) => [side, line, text, number])).toEqual([
      ['server', 4, 'lacks x-trace', 7],
      ['frontend', 5, 'asks for this', 7],
    ]);
  });

  it('keep the closed gate marked until the end', () => {
    const fixture = blockedHeader();
    const run = explain(fixture);
    const marks = marksOf(fixture.result, fixture.scenario);
    expect(marksAt(marks, run, run.stops.length - 1).map((mark) => mark.tone)).toContain('blocked');
  });
});

describe('channels', () => {
  it('are one each for requests at the same time, and shared by requests one after the other', () => {
    expect(explain(concurrent(4)).rows).toBe(4);
    expect(explain(longWait()).rows).toBe(1);
  });

  it('have a second leg to another server after a redirect', () => {
    const [track] = explain(redirected()).tracks;
    expect(track?.legs.map((leg) => leg.to)).toEqual(['https://api.example.com', 'https://cdn.example.net']);
  });
});

it('answers the three questions', () => {
  const answers = (fixture: Fixture) => explain(fixture).tracks[0]?.questions.map((question) => question.answer);
  expect(answers(blockedHeader())).toEqual(['Yes', 'No', 'No']);
  expect(answers(successfulPut())).toEqual(['Yes', 'Yes', 'Yes']);
  expect(answers(opaque())).toEqual(['No', 'Yes', 'No']);
});

it('never throws, whichever events, exchanges and requests are there', () => {
  const fixtures = fc.constantFrom(...allFixtures());
  fc.assert(
    fc.property(fixtures, fc.infiniteStream(fc.boolean()), ({ result, scenario }, keep) => {
      const some = <T>(items: readonly T[]) => items.filter(() => keep.next().value);
      const part = {
        ...result,
        events: some(result.events),
        exchanges: some(result.exchanges),
        requests: some(result.requests),
        console: some(result.console),
      };
      const run = explainRun(part, scenario);
      for (const row of [...run.console, ...run.serverLog]) expect(row.stop).toBeGreaterThanOrEqual(0);
      for (const track of run.tracks) for (const index of track.stops) expect(run.stops[index]).toBeDefined();
    }),
    { numRuns: 300 },
  );
});

it('does not write that an origin equals a wildcard', () => {
  const match = explain(concurrent(2)).stops.find((stop) => stop.verdict === 'pass')?.match;
  expect(match).toMatchObject({ kind: 'pair', sign: 'is in', right: { value: '*' } });
});
