import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBrowser } from './browser';
import type { BrowserName, BrowserState, ConsoleLine, FetchOutcome, HttpRequest, RequestRecord } from './contract';
import { anyBrowser, anyRequest, anyServer } from './testing/arbitrary-requests';
import { hasHeader } from './infrastructure/headers';
import { bytes, PAGE, type Server } from './testing/browser-under-test';

interface Ran {
  outcomes: FetchOutcome[];
  sent: HttpRequest[];
  lines: ConsoleLine[];
  state: BrowserState;
  traced: number;
}

interface Start {
  traced?: boolean;
  state?: BrowserState;
  /** Simulated milliseconds. */
  from?: number;
}

/** One browser makes the requests one after the other, a second apart. */
async function run(
  profile: BrowserName,
  server: Server,
  requests: readonly RequestRecord[],
  { traced = false, state, from = 0 }: Start = {},
): Promise<Ran> {
  const ran: Omit<Ran, 'state'> = { outcomes: [], sent: [], lines: [], traced: 0 };
  let now = from;
  const browser = await createBrowser({
    profile,
    client: { url: PAGE, sandboxed: false },
    now: () => now,
    ...(state ? { state } : {}),
    ...(traced ? { trace: () => (ran.traced += 1) } : {}),
    console: (line) => ran.lines.push(line),
    network: {
      exchange: (message) => {
        const exchange = ran.sent.push(message);
        const route = server[message.url];
        const answer = message.kind === 'preflight' ? route?.preflight : route?.response;
        if (!answer) return Promise.resolve({ ok: false, failure: 'closed', exchange });
        const { status = 200, headers = [], body = '' } = answer;
        const response = { status, statusText: '', headers, body: bytes(body) };
        return Promise.resolve({ ok: true, exchange, response });
      },
    },
  });
  for (const [index, request] of requests.entries()) {
    ran.outcomes.push(await browser.fetch(request, index + 1));
    now += 1000;
  }
  return { ...ran, state: browser.state() };
}

const someRequests = fc.array(anyRequest, { minLength: 1, maxLength: 3 });

describe('whatever is asked and answered', () => {
  it('gives the same results, messages, console and state with the trace as without it', async () => {
    let events = 0;
    await fc.assert(
      fc.asyncProperty(anyBrowser, anyServer, someRequests, async (profile, server, requests) => {
        const { traced: none, ...plain } = await run(profile, server, requests);
        const { traced: some, ...traced } = await run(profile, server, requests, { traced: true });
        expect(none).toBe(0);
        events += some;
        expect(traced).toEqual(plain);
      }),
      { numRuns: 200 },
    );
    expect(events).toBeGreaterThan(0);
  });

  it('gives the same bytes when it runs again', async () => {
    await fc.assert(
      fc.asyncProperty(anyBrowser, anyServer, someRequests, async (profile, server, requests) => {
        const once = JSON.stringify(await run(profile, server, requests));
        expect(JSON.stringify(await run(profile, server, requests))).toBe(once);
      }),
      { numRuns: 200 },
    );
  });

  it('goes on in a new browser where the state of the old one was put in', async () => {
    await fc.assert(
      fc.asyncProperty(anyBrowser, anyServer, someRequests, anyRequest, async (profile, server, before, last) => {
        const first = await run(profile, server, before);
        const whole = await run(profile, server, [...before, last]);
        const from = before.length * 1000;
        const resumed = await run(profile, server, [last], { state: structuredClone(first.state), from });
        expect(resumed.outcomes[0]?.response).toEqual(whole.outcomes.at(-1)?.response);
        expect(resumed.outcomes[0]?.failure).toEqual(whole.outcomes.at(-1)?.failure);
        expect([...first.sent, ...resumed.sent]).toEqual(whole.sent);
        expect(resumed.state).toEqual(whole.state);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves the request, the answers and the state that it was given as they were', async () => {
    await fc.assert(
      fc.asyncProperty(anyBrowser, anyServer, someRequests, async (profile, server, requests) => {
        const { state } = await run(profile, server, requests);
        const given = JSON.stringify([server, requests, state]);
        await run(profile, server, requests, { state });
        expect(JSON.stringify([server, requests, state])).toBe(given);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a preflight’s answer that allows more', () => {
  const withMore = (server: Server, name: string, value: string): Server =>
    Object.fromEntries(
      Object.entries(server).map(([url, { preflight, response }]) => [
        url,
        {
          preflight: { ...preflight, headers: [...(preflight?.headers ?? []), [name, value]] },
          ...(response ? { response } : {}),
        },
      ]),
    );

  /** CORS-preflight fetch step 7.4: where no list came, an upload listener's method is allowed; the first list ends that. */
  const isFirstList = (profile: BrowserName, server: Server, request: RequestRecord, name: string): boolean =>
    profile === 'standard' &&
    request.useCorsPreflight &&
    name === 'Access-Control-Allow-Methods' &&
    Object.values(server).some(({ preflight }) => !hasHeader(preflight?.headers ?? [], name));

  it.each([
    ['Access-Control-Allow-Headers', 'x-a'],
    ['Access-Control-Allow-Headers', 'authorization'],
    ['Access-Control-Allow-Headers', '*'],
    ['Access-Control-Allow-Methods', 'PUT'],
    ['Access-Control-Allow-Methods', '*'],
  ])('never blocks what was allowed: %s: %s', async (name, value) => {
    let allowed = 0;
    await fc.assert(
      fc.asyncProperty(anyBrowser, anyServer, anyRequest, async (profile, server, request) => {
        const before = await run(profile, server, [request]);
        if (before.outcomes[0]?.response === null || isFirstList(profile, server, request, name)) return;
        allowed += 1;
        const after = await run(profile, withMore(server, name, value), [request]);
        expect(after.outcomes[0]?.failure).toBeNull();
      }),
      { numRuns: 200 },
    );
    expect(allowed).toBeGreaterThan(0);
  });
});
