import type { Exchange, RequestResult, SimulationResult } from '@/scenario/result';

/** A result as a person reads it in a terminal. */
export function report(result: SimulationResult): string {
  const parts = [
    result.error ? `The frontend code: ${result.error.name}: ${result.error.message}${at(result.error.line)}` : '',
    result.error?.hint ?? '',
    ...(result.serverErrors ?? []).map((error) => `${error.origin}: ${error.message}${at(error.line)}`),
    ...result.requests.map((request) => reportRequest(request, result)),
    result.requests.length === 0 && !result.error ? 'The code made no request.' : '',
    section(
      'From server to server',
      result.exchanges
        .filter(({ from }) => from.includes('://'))
        .map(({ from, method, url, status, times }) => `${times.sent} ms  ${from}: ${method} ${url} ${status}`),
    ),
    section(
      'State of the servers',
      (result.serverState ?? []).flatMap(({ origin, changes }) =>
        changes.map(({ path, from, to, exchange }) => {
          const by = exchange === undefined ? '' : ` (exchange ${exchange})`;
          return `${origin}  ${path}: ${JSON.stringify(from) ?? 'nothing'} → ${JSON.stringify(to) ?? 'nothing'}${by}`;
        }),
      ),
    ),
    section(
      'Console',
      result.console.map(({ level, source, text }) => `${source === 'browser' ? 'browser' : 'code'} ${level}: ${text}`),
    ),
    section(
      'Cookies',
      result.cookies.map(({ url, name, value }) => `${url} ${name}=${value}`),
    ),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function reportRequest(request: RequestResult, result: SimulationResult): string {
  const steps = result.events.filter((event) => event.request === request.id && event.step !== 'console');
  return [
    `${headline(request)}: ${request.method} ${request.url}`,
    ...steps.map((event) => `  ${String(event.at).padStart(6)} ms  ${mark(event.verdict)} ${event.text}`),
    ...request.exchanges.map((id) => reportExchange(result.exchanges[id]!)),
  ].join('\n');
}

function headline({ verdict, reason }: RequestResult): string {
  const word = verdict.charAt(0).toUpperCase() + verdict.slice(1);
  return reason ? `${word} (${reason})` : word;
}

function mark(verdict: 'pass' | 'fail' | undefined): string {
  return verdict === 'pass' ? '+' : verdict === 'fail' ? 'x' : ' ';
}

function reportExchange(exchange: Exchange): string {
  const headers = (list: [string, string][]) => list.map(([name, value]) => `    ${name}: ${value}`);
  return [
    `  ${exchange.kind} ${exchange.id}: ${exchange.method} ${exchange.url}`,
    ...headers(exchange.requestHeaders),
    `  ${exchange.status === 0 ? 'closed without an answer' : `${exchange.status} ${exchange.statusText}`.trim()}`,
    ...headers(exchange.responseHeaders),
  ].join('\n');
}

function section(title: string, lines: string[]): string {
  return lines.length === 0 ? '' : [title, ...lines.map((line) => `  ${line}`)].join('\n');
}

function at(line: number | undefined): string {
  return line === undefined ? '' : ` (line ${line})`;
}
