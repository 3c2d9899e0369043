import type { Scenario } from '@/scenario/document';
import { wrapped } from '@/explain/wrapped';
import type { Exchange, RequestResult, SimulationResult } from '@/scenario/result';
import type { Target } from './ask/targets';
import { isForbiddenRequestHeader } from '@/engine';
import type { Demonstration, Simulate } from './contract';

/** A page at `origin`. An origin of "null" is that of a sandboxed page. */
export function pageAt(origin: string): Pick<Scenario, 'page' | 'sandbox'> {
  return origin === 'null' ? { page: 'https://evil.example/', sandbox: true } : { page: `${origin}/` };
}

/** The learner's servers and cookies, with another page in front of them; and the visits that the visitor made before. */
export function staged(
  { scenario, result }: { scenario: Scenario; result: SimulationResult },
  title: string,
  part: Pick<Scenario, 'page' | 'sandbox' | 'frontend'> & Partial<Scenario>,
): Scenario {
  return {
    version: 1,
    title,
    ...(scenario.browser ? { browser: scenario.browser } : {}),
    servers: scenario.servers,
    ...earlierOf(scenario, result),
    ...(scenario.cookies ? { cookies: scenario.cookies } : {}),
    ...part,
  };
}

/** Where the learner's own page logs the visitor in, that visit comes before the attack. */
function earlierOf(scenario: Scenario, result: SimulationResult): Pick<Scenario, 'earlier'> {
  const logsIn =
    (scenario.client ?? 'browser') === 'browser' &&
    result.exchanges.some(
      ({ visit, responseHeaders }) =>
        visit === undefined && responseHeaders.some(([name]) => name.toLowerCase() === 'set-cookie'),
    );
  const own = { page: scenario.page, ...(scenario.sandbox ? { sandbox: true } : {}), frontend: scenario.frontend };
  const earlier = [...(scenario.earlier ?? []), ...(logsIn ? [own] : [])];
  return earlier.length > 0 ? { earlier } : {};
}

interface Told {
  credentials: boolean;
  /** The comment above the code. */
  remark: string;
  /** A stranger's page has no token of the visitor's to send. */
  stranger?: boolean;
}

/** Code of a page that sends `target` and shows what it gets. */
export function codeFor(target: Target, { credentials, remark, stranger = false }: Told): string {
  const headers = target.headers.filter(
    ([name, value]) => !(stranger && /^authorization$/i.test(name)) && !isForbiddenRequestHeader(name, value),
  );
  const options = [
    ...(target.method === 'GET' ? [] : [`method: ${quoted(target.method)}`]),
    ...(credentials ? [`credentials: 'include'`] : []),
    ...(headers.length > 0
      ? [`headers: { ${headers.map(([name, value]) => `${quoted(name)}: ${quoted(value)}`).join(', ')} }`]
      : []),
    ...(target.body === null || target.method === 'GET' ? [] : [`body: ${quoted(target.body)}`]),
  ];
  const call = `const response = await fetch(${quoted(target.url)}`;
  const inLine = options.length === 0 ? ');' : `, { ${options.join(', ')} });`;
  const inLines = `, {\n${options.map((option) => `  ${option},\n`).join('')}});`;
  const given = options.length === 0 || call.length + inLine.length <= WIDTH ? inLine : inLines;
  return `${commented(remark)}${call}${given}\nconsole.log(response.status, await response.text());\n`;
}

/** Columns of an editor beside another on a screen of 1024 pixels. */
const WIDTH = 48;

/** As comment lines that stand there whole. */
export function commented(remark: string): string {
  return wrapped(remark, WIDTH - '// '.length)
    .map((line) => `// ${line}\n`)
    .join('');
}

export function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** The request that the staged page itself made last. */
export function outcomeOf(result: SimulationResult): RequestResult | undefined {
  return result.requests.findLast(({ visit }) => visit === undefined);
}

/** The exchange of that request which was no preflight, the last one after redirects; undefined: nothing but a preflight was sent. */
export function actualOf(result: SimulationResult): Exchange | undefined {
  const sent = outcomeOf(result)?.exchanges.flatMap((id) => result.exchanges[id] ?? []) ?? [];
  return sent.findLast(({ kind }) => kind === 'actual');
}

/** The demonstration, if its run shows what it is to show. */
export async function verified(
  scenario: Scenario,
  holds: (request: RequestResult, result: SimulationResult) => boolean,
  simulate: Simulate,
): Promise<Demonstration | null> {
  const result = await simulate(scenario);
  const request = outcomeOf(result);
  return request && holds(request, result) ? { title: scenario.title ?? '', scenario } : null;
}

export const isRead = ({ verdict, response }: RequestResult): boolean =>
  verdict === 'allowed' && response?.type === 'cors';

export const isBlocked = ({ verdict }: RequestResult): boolean => verdict === 'blocked';
