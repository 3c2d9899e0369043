import { headerValue, members } from '@/explain/headers';
import { sentByCode } from '@/explain/sent-by-code';
import type { Scenario, Server } from '@/scenario/document';
import type { RequestResult, SimulationResult } from '@/scenario/result';
import { targetUrl } from '@/servers/proxy/target-url';
import { ask, type Probe } from '@/simulation/ask';
import { serverAt, type Blockage } from '../blockage';
import type { Candidate } from '../candidates';
import { codeOf, withCode } from '../page/code';
import type { Run } from '../search';
import { spliced } from '../splice';
import { routesAt } from './known-routes';
import { questionsElsewhere } from './elsewhere';
import { otherQuestions, type Question } from './questions';

/** The server has no route for the request: it said so when it was asked the same without a browser in between. */
export interface MissingRoute {
  /** null: no server is there. */
  status: number | null;
  method: string;
  path: string;
  /** Of the proxy that was asked, and that passes on only what begins so. */
  prefix?: string;
  /** What may have been meant, and is answered. */
  candidates: readonly Candidate[];
}

/** The statuses that say so. */
const NO_ROUTE: ReadonlySet<number> = new Set([404, 405]);

/** So many of the addresses that are answered are tried. */
const MOST_TRIED = 3;

/** The code got an answer, and the answer is that nothing is there. */
export function isAnsweredByNobody({ verdict, initiator, response }: RequestResult): boolean {
  const isCodes = initiator === 'fetch' || initiator === 'xhr';
  return isCodes && verdict === 'allowed' && response !== undefined && NO_ROUTE.has(response.status);
}

/** What the code now reads does not say that nothing is there. */
export const isThere = ({ response }: RequestResult): boolean => !response || hasRoute(response.status);

/** A page that now asks for something else may get an error; it may not get this one. */
export const saysNobodyIsThere = ({ response }: RequestResult): boolean =>
  response !== undefined && NO_ROUTE.has(response.status);

export const hasRoute = (status: number): boolean => status < 500 && !NO_ROUTE.has(status);

/** @returns null where the server has a route for it, or nobody can tell */
export async function missingRoute(
  scenario: Scenario,
  result: SimulationResult,
  blockage: Blockage,
  run: Run,
): Promise<MissingRoute | null> {
  const { exchange, request } = blockage;
  const url = request.url.replace(/#.*$/, '');
  const isRefused = isNobodyThere(blockage);
  const index = serverAt(scenario, url);
  if (!isRefused && (index === null || exchange?.url !== url || !NO_ROUTE.has(exchange.status))) return null;

  const code = codeOf(scenario, request);
  const allowed = members(exchange && headerValue(exchange.responseHeaders, 'allow'));
  const here = index === null ? [] : otherQuestions(code, request, routesAt(scenario, index), allowed);
  const elsewhere = questionsElsewhere(code, scenario, request);
  if (isRefused && elsewhere.length === 0) return null;
  const probe = probeLike(blockage);
  const [first, ...others] = await ask(
    scenario,
    result.cookies,
    [{ method: request.method, url }, ...here, ...elsewhere].map(({ method, url: asked }) => ({
      ...probe,
      method,
      url: asked,
    })),
    run,
  );
  const status = first?.exchange.status ?? null;
  if (status === null ? !isRefused : !NO_ROUTE.has(status)) return null;
  const prefix = index === null ? null : prefixMissed(scenario.servers[index]!, url);
  const candidatesOf = (questions: readonly Question[], from: number): Candidate[] =>
    questions.flatMap((question, at): Candidate[] => {
      const answered = others[from + at]?.exchange.status;
      if (answered === undefined || !hasRoute(answered)) return [];
      return [candidateFor(scenario, request, question, whyAsk(question, answered, request, status, prefix))];
    });
  const near = candidatesOf(here, 0);
  // Where the page's own server has what may be meant, no other is.
  const candidates = near.length > 0 ? near : candidatesOf(elsewhere, here.length);
  if (isRefused && candidates.length === 0) return null;
  return {
    status,
    method: request.method,
    path: new URL(url).pathname,
    ...(prefix === null ? {} : { prefix }),
    candidates: candidates.slice(0, MOST_TRIED),
  };
}

function isNobodyThere({ reason, exchange, request }: Blockage): boolean {
  return !exchange && (reason === 'connection-refused' || reason === 'name-not-resolved') && URL.canParse(request.url);
}

/** The prefix of a proxy that does not pass this URL on. */
const prefixMissed = (server: Server, url: string): string | null =>
  server.kind === 'proxy' && targetUrl(server, url) === null ? server.prefix : null;

/** What the servers answer. `status` null: no server is where the request asked. */
function whyAsk(
  { url, method }: Question,
  answered: number,
  request: RequestResult,
  status: number | null,
  prefix: string | null,
): string {
  const [there, here] = [new URL(url), new URL(request.url)];
  if (there.origin !== here.origin) {
    const instead =
      status === null ? `no server is at ${here.host}` : `${here.host} answers ${here.pathname} with ${status}`;
    return `${there.host} answers ${there.pathname} with ${answered}, and ${instead}.`;
  }
  if (prefix !== null) return `The proxy passes on what begins with ${prefix}, and ${here.pathname} does not.`;
  const name = (its: string, { pathname }: URL): string =>
    method === request.method ? pathname : `${its} ${pathname}`;
  return `The server answers ${name(method, there)} with ${answered}, and ${name(request.method, here)} with ${status}.`;
}

function candidateFor(scenario: Scenario, request: RequestResult, question: Question, opens: string): Candidate {
  const { splices, title, slip } = question;
  return {
    scenario: withCode(scenario, request, spliced(codeOf(scenario, request), splices)),
    step: { title, place: 'page', opening: 'nothing', opens, slip },
  };
}

/** The request as it was sent; of one that never was, as such requests mostly are. */
function probeLike({ request: { method }, exchange, origin }: Blockage): Omit<Probe, 'url'> {
  const isBare = /^(GET|HEAD)$/.test(method);
  const usual = isBare
    ? { headers: [], body: null }
    : { headers: [['Content-Type', 'application/json'] as const], body: '{}' };
  return { method, origin, ...(exchange ? sentByCode(exchange) : usual), cookies: true };
}
