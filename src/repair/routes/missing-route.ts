import { headerValue, members, tellingHeaders } from '@/explain/headers';
import type { Scenario } from '@/scenario/document';
import type { Exchange, RequestResult, SimulationResult } from '@/scenario/result';
import { targetUrl } from '@/servers/proxy/target-url';
import { ask, type Probe } from '@/simulation/ask';
import { serverAt, type Blockage } from '../blockage';
import type { Candidate } from '../candidates';
import { codeOf, withCode } from '../page/code';
import type { Run } from '../search';
import { spliced } from '../splice';
import { routesAt } from './known-routes';
import { otherQuestions, type Question } from './questions';

/** The server has no route for the request: it said so when it was asked the same without a browser in between. */
export interface MissingRoute {
  status: number;
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

const hasRoute = (status: number): boolean => status < 500 && !NO_ROUTE.has(status);

/** @returns null where the server has a route for it, or nobody can tell */
export async function missingRoute(
  scenario: Scenario,
  result: SimulationResult,
  blockage: Blockage,
  run: Run,
): Promise<MissingRoute | null> {
  const { exchange, request } = blockage;
  const index = exchange && serverAt(scenario, exchange.url);
  if (!exchange || index === null || !NO_ROUTE.has(exchange.status)) return null;
  if (exchange.url !== request.url.replace(/#.*$/, '')) return null;

  const { pathname, search, origin } = new URL(exchange.url);
  const allowed = members(headerValue(exchange.responseHeaders, 'allow'));
  const questions = otherQuestions(codeOf(scenario, request), request, routesAt(scenario, index), allowed);
  const probe = probeLike(blockage, exchange);
  const asked = [{ path: pathname, method: request.method }, ...questions];
  const [here, ...there] = await ask(
    scenario,
    result.cookies,
    asked.map(({ path, method }) => ({ ...probe, method, url: origin + path + search })),
    run,
  );
  if (!here || !NO_ROUTE.has(here.exchange.status)) return null;
  const { status } = here.exchange;
  const server = scenario.servers[index]!;
  const isOutside = server.kind === 'proxy' && targetUrl(server, exchange.url) === null;
  const candidates = questions.flatMap((question, at): Candidate[] => {
    const answered = there[at]?.exchange.status;
    if (answered === undefined || !hasRoute(answered)) return [];
    const opens = isOutside
      ? `The proxy passes on what begins with ${server.prefix}, and ${pathname} does not.`
      : `The server answers ${nameOf(question, request)} with ${answered}, and ${nameOf({ path: pathname, method: request.method }, question)} with ${status}.`;
    return [candidateFor(scenario, request, question, opens)];
  });
  return {
    status,
    method: request.method,
    path: pathname,
    ...(isOutside ? { prefix: server.prefix } : {}),
    candidates: candidates.slice(0, MOST_TRIED),
  };
}

/** The path, and the method where that is what differs. */
const nameOf = ({ path, method }: Pick<Question, 'path' | 'method'>, other: { method: string }): string =>
  method === other.method ? path : `${method} ${path}`;

function candidateFor(scenario: Scenario, request: RequestResult, question: Question, opens: string): Candidate {
  const { splice, title, slip } = question;
  return {
    scenario: withCode(scenario, request, spliced(codeOf(scenario, request), [splice])),
    step: { title, place: 'page', opening: 'nothing', opens, slip },
  };
}

/** The request as it was sent; of one that was not, as its preflight announced it. */
function probeLike({ request, origin }: Blockage, { kind, requestHeaders, requestBody }: Exchange): Omit<Probe, 'url'> {
  const names = new Set(tellingHeaders(requestHeaders).filter((name) => name !== 'cookie'));
  const announced = members(headerValue(requestHeaders, 'access-control-request-headers'));
  const isSent = kind === 'actual';
  return {
    method: request.method,
    origin,
    headers: isSent
      ? requestHeaders.filter(([name]) => names.has(name.toLowerCase()))
      : announced.map((name) => [name, name === 'content-type' ? 'application/json' : '1']),
    body: isSent ? requestBody || null : announced.includes('content-type') ? '{}' : null,
    cookies: true,
  };
}
