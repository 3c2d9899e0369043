import type { Reason } from '@/engine';
import { originOfPage } from '@/engine/infrastructure/document-origin';
import { headerValue } from '@/explain/headers';
import type { Exchange, RequestResult, SimulationResult, TimelineEvent } from '@/scenario/result';
import type { Scenario, Server } from '@/scenario/document';

/** A request that the code cannot use, and the answer that made it so. */
export interface Blockage {
  request: RequestResult;
  /** null: the answer came through, and is sealed. */
  reason: Reason | null;
  /** What the trace says about the closed gate. */
  gate: TimelineEvent | null;
  /** The answer that was judged, as the browser got it. */
  exchange: Exchange | null;
  /** Every exchange in which the answer came to be, the browser's own first: a proxy passes on what another server says. */
  chain: readonly Exchange[];
  /** The exchange at the server that made the answer: behind a proxy, its target. */
  made: Exchange | null;
  /** That server. Index into `servers`. */
  server: number | null;
  /** The origin that the answer has to allow. */
  origin: string;
}

/** @returns null where the code got what it asked for */
export function blockageOf(scenario: Scenario, result: SimulationResult, request: RequestResult): Blockage | null {
  return isHeldBack(request) ? lookAt(scenario, result, request) : null;
}

/** How the answer to a request came to be; of one that the code got too. */
export function lookAt(scenario: Scenario, result: SimulationResult, request: RequestResult): Blockage {
  const closed = result.events.filter(
    (event) => event.request === request.id && event.verdict === 'fail' && event.reason,
  );
  // How the request ends repeats the reason, without what was compared.
  const gate = closed.findLast(({ step }) => step !== 'request-settled') ?? closed.at(-1) ?? null;
  const exchange = judgedExchange(result, request, gate);
  const chain = exchange ? chainOf(scenario, result, exchange) : [];
  // A proxy may have an answer of its own instead.
  const made = chain.findLast(({ status }) => status === exchange?.status) ?? null;
  return {
    request,
    reason: request.reason ?? null,
    gate,
    exchange,
    chain,
    made,
    server: made && serverAt(scenario, made.url),
    origin: originAsked(scenario, exchange, gate),
  };
}

/** Blocked or failed, or sealed although code asked for it. */
export function isHeldBack({ verdict, initiator, response }: RequestResult): boolean {
  if (verdict === 'opaque') return initiator === 'fetch' && response?.type === 'opaque';
  return verdict !== 'allowed';
}

function judgedExchange(result: SimulationResult, request: RequestResult, gate: TimelineEvent | null): Exchange | null {
  const own = request.exchanges.map((id) => result.exchanges[id]!).filter(({ from }) => from === 'browser');
  if (gate?.exchange !== undefined) {
    const judged = result.exchanges[gate.exchange];
    if (judged) return judged;
  }
  if (own.length > 0) return own.at(-1)!;
  if (!request.reason || BEFORE_ANY_ANSWER.has(request.reason)) return null;
  // What the browser's own cache gave was once an answer to another request.
  return result.exchanges.findLast(({ url, kind }) => url === request.url && kind === 'actual') ?? null;
}

const BEFORE_ANY_ANSWER: ReadonlySet<Reason> = new Set<Reason>([
  'invalid-request',
  'bad-port',
  'mixed-content',
  'url-scheme-not-supported',
  'same-origin-mode-violation',
  'only-if-cached-miss',
  'no-cors-redirect-mode',
]);

/** Follows proxies to where the answer comes from. */
function chainOf(scenario: Scenario, result: SimulationResult, exchange: Exchange): Exchange[] {
  const chain = [exchange];
  let made = exchange;
  for (let hops = 0; hops < scenario.servers.length; hops += 1) {
    const index = serverAt(scenario, made.url);
    const server = index === null ? undefined : scenario.servers[index];
    if (!server || !passesOn(server)) break;
    const { times, id } = made;
    const next = result.exchanges.find(
      (inner) =>
        inner.id !== id &&
        inner.from === server.origin &&
        inner.times.sent >= times.arrived &&
        inner.times.received <= times.answered,
    );
    if (!next) break;
    made = next;
    chain.push(made);
  }
  return chain;
}

function passesOn(server: Server): boolean {
  return server.kind === 'proxy' || server.kind === 'nginx';
}

export function serverAt({ servers }: Scenario, url: string): number | null {
  if (!URL.canParse(url)) return null;
  const { origin } = new URL(url);
  const index = servers.findIndex((server) => originOfPage(server.origin) === origin);
  return index === -1 ? null : index;
}

function originAsked(scenario: Scenario, exchange: Exchange | null, gate: TimelineEvent | null): string {
  const sent = exchange && headerValue(exchange.requestHeaders, 'origin');
  if (sent !== null) return sent;
  const compared = gate?.step === 'cors-check' ? gate.compared?.left.value : undefined;
  if (typeof compared === 'string') return compared;
  return originOfPage(scenario.page, scenario.sandbox);
}

/** Servers refuse a method in small letters before their code, or a table of rules, is asked. */
export const isNoMethod = ({ request: { method }, made }: Blockage): boolean =>
  method !== method.toUpperCase() &&
  made?.kind === 'actual' &&
  made.status === 400 &&
  made.route === undefined &&
  made.source?.line === undefined;

/** Values of a response header, as many as there are. `name` in lower case. */
export function valuesOf(exchange: Exchange, name: string): string[] {
  return exchange.responseHeaders.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value);
}
