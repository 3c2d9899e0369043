import type { Scenario } from '@/scenario/document';
import type { Exchange, SimulationResult } from '@/scenario/result';
/** Runs a scenario. */
export type Simulate = (scenario: Scenario) => Promise<SimulationResult>;

/** One question to a server, as a browser would put it. `origin` null: without the header. */
export interface Probe {
  method: string;
  url: string;
  origin: string | null;
  headers: readonly (readonly [name: string, value: string])[];
  body: string | null;
  /** With the cookies that the visitor's browser has for this URL. */
  cookies: boolean;
}

export interface Answer {
  probe: Probe;
  /** As it stood on the wire. */
  exchange: Exchange;
}

/** A client without a same-origin policy puts them: it may say any Origin and reads every answer. */
const CODE = `
for (const [method, url, headers, body] of probes) {
  try {
    const response = await fetch(url, { method, headers, redirect: 'manual', ...(body === null ? {} : { body }) });
    await response.text();
  } catch {}
}
`;

/** A run ends after so many requests (src/simulation/frontend.ts); earlier visits need theirs. */
const MOST_PROBES = 180;

/**
 * Asks the scenario's servers, started anew and without the caches in front of them.
 * @returns as many as there are probes, in their order; undefined where no server answered
 */
export async function ask(
  scenario: Scenario,
  cookies: SimulationResult['cookies'],
  probes: readonly Probe[],
  simulate: Simulate,
): Promise<(Answer | undefined)[]> {
  const answers: (Answer | undefined)[] = [];
  for (let from = 0; from < probes.length; from += MOST_PROBES) {
    const some = probes.slice(from, from + MOST_PROBES);
    const asked = some.map(({ method, url, origin, headers, body, cookies: withCookies }) => [
      method,
      url,
      [
        ...(origin === null ? [] : [['Origin', origin]]),
        ...headers,
        ...(withCookies ? cookieHeader(url, cookies) : []),
      ],
      body,
    ]);
    const { requests, exchanges } = await simulate({
      version: 1,
      page: scenario.page,
      client: 'native-app',
      earlier: scenario.earlier,
      servers: scenario.servers.map(({ cdn: _, ...server }) => server),
      frontend: `const probes = ${JSON.stringify(asked)};${CODE}`,
    });
    // Every call of fetch() is a request of the run, also one that is refused or finds no server: the n-th belongs to the n-th
    // probe. Exchanges cannot be counted so. Should the run have ended early, what follows was not asked.
    const own = requests.filter(({ visit }) => visit === undefined);
    some.forEach((probe, index) => {
      const id = own[index]?.exchanges[0];
      const exchange = id === undefined ? undefined : exchanges[id];
      answers.push(exchange && { probe, exchange });
    });
  }
  return answers;
}

/** Those of a browser's cookies that belong to a URL's host. */
export function cookiesAt(url: string, cookies: SimulationResult['cookies']): SimulationResult['cookies'] {
  const { hostname } = new URL(url);
  return cookies.filter(({ url: stored }) => {
    if (!URL.canParse(stored)) return false;
    const host = new URL(stored).hostname.replace(/^\./, '');
    return hostname === host || hostname.endsWith(`.${host}`);
  });
}

function cookieHeader(url: string, cookies: SimulationResult['cookies']): [string, string][] {
  const sent = cookiesAt(url, cookies);
  return sent.length > 0 ? [['Cookie', sent.map(({ name, value }) => `${name}=${value}`).join('; ')]] : [];
}
