import { afterAll, describe, expect, it } from 'vitest';
import { createNodeEnvironment } from './environment';
import type { KeptRun, Scenario } from '@/scenario/document';
import { inBrowser } from '@/stores/kept';
import type { SimulationResult } from '@/scenario/result';
import { simulate } from '@/simulation';

const code = `let visits = 0;
app.get('/count', (req, res) => {
  visits += 1;
  res.set({ 'Access-Control-Allow-Origin': 'https://app.example.com', 'Access-Control-Allow-Credentials': 'true' });
  res.cookie('seen', String(visits), { sameSite: 'none', secure: true });
  res.json({ visits, cookie: req.headers.cookie ?? null });
});
app.options('/count', (req, res) => res.set({
  'Access-Control-Allow-Origin': 'https://app.example.com', 'Access-Control-Allow-Credentials': 'true',
  'Access-Control-Allow-Headers': 'x-asked', 'Access-Control-Max-Age': '300',
}).end());
`;
const { servers, version, ...run } = {
  version: 1,
  page: 'https://app.example.com/',
  frontend:
    "const answer = await fetch('https://api.example.com/count', { credentials: 'include', headers: { 'X-Asked': '1' } });\nconsole.log(await answer.text());",
  servers: [{ origin: 'https://api.example.com', kind: 'express', code }],
} satisfies Scenario;
const scenario: Scenario = { version, servers, ...run };

describe('a run after others', () => {
  const environment = createNodeEnvironment();
  afterAll(() => environment.close());
  const after = (...kept: KeptRun[]) => simulate(scenario, environment, kept);
  const printed = async (...kept: KeptRun[]) => (await after(...kept)).console.map(({ text }) => text);

  it('finds the servers and the cookies as they were left', async () => {
    expect(await printed()).toEqual(['{"visits":1,"cookie":null}']);
    expect(await printed(run, run)).toEqual(['{"visits":3,"cookie":"seen=2"}']);
  });

  it('shows nothing of them, and begins at 0 ms', async () => {
    const alone = await after();
    const second = await after(run);
    expect(second.events[0]?.at).toBe(0);
    expect(second.requests.map(({ id }) => id)).toEqual(alone.requests.map(({ id }) => id));
    expect(second.serverState).toEqual([
      {
        origin: 'https://api.example.com',
        before: { visits: 1 },
        after: { visits: 2 },
        changes: [{ path: 'visits', from: 1, to: 2, exchange: 0 }],
      },
    ]);
  });

  it('needs no preflight while the browser remembers one, and asks again when that has expired', async () => {
    const kinds = async (...kept: KeptRun[]) => (await after(...kept)).exchanges.map(({ kind }) => kind);
    expect(await kinds()).toEqual(['preflight', 'actual']);
    expect(await kinds(run)).toEqual(['actual']);
    expect(await kinds(run, { wait: 600_000 })).toEqual(['preflight', 'actual']);
  });

  it('counts how long they are still kept from its own beginning', async () => {
    const expiriesOf = ({ events }: SimulationResult) =>
      events.flatMap(({ cache = [] }) => cache.map(({ stored, expires }) => ({ stored, expires })));
    const [alone] = expiriesOf(await after());
    expect(alone!.expires - alone!.stored).toBe(300_000);
    const seconds = await after(run);
    const kept = expiriesOf(seconds);
    const lasted = (await after()).events.at(-1)!.at;
    expect(kept.length).toBeGreaterThan(0);
    for (const { stored, expires } of kept) {
      expect(stored).toBeLessThan(0);
      expect(stored).toBeGreaterThanOrEqual(-lasted);
      expect(expires).toBe(stored + 300_000);
    }
    const [waited] = expiriesOf(await after(run, { wait: 100_000 }));
    expect(waited!.expires).toBe(kept[0]!.expires - 100_000);
  });

  it('meets another browser without what the first one keeps', async () => {
    expect(await printed({ ...run, browser: 'firefox' })).toEqual(['{"visits":2,"cookie":null}']);
  });

  it('is compared with another browser that remembers as much', async () => {
    const there: Scenario = { ...scenario, browser: 'firefox' };
    const kindsIn = async (kept: KeptRun[]) =>
      (await simulate(there, environment, kept)).exchanges.map(({ kind }) => kind);
    expect(await kindsIn(inBrowser([run], 'chromium', 'firefox'))).toEqual(['actual']);
    expect(await kindsIn([run])).toEqual(['preflight', 'actual']);
  });

  it('is the same every time', async () => {
    expect(await after(run, { wait: 1000 }, run)).toEqual(await after(run, { wait: 1000 }, run));
  });
});
