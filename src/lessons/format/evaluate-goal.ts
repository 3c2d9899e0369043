import type { Exchange, RequestResult, SimulationResult } from '@/scenario/result';
import type { Count, ExchangeSelector, Goal, HeaderCondition, RequestConditions, RequestSelector } from './goal';

/** Whether a run meets a goal. */
export function meets(result: SimulationResult, goal: Goal): boolean {
  if ('all' in goal) return goal.all.every((part) => meets(result, part));
  if ('any' in goal) return goal.any.some((part) => meets(result, part));
  if ('not' in goal) return !meets(result, goal.not);
  if ('request' in goal) {
    return selectRequests(result, goal.request).some((request) => isAs(request, goal.is));
  }
  if ('everyRequest' in goal) {
    const selected = selectRequests(result, goal.everyRequest);
    return selected.length > 0 && selected.every((request) => isAs(request, goal.is));
  }
  if ('exchanges' in goal) return counts(selectExchanges(result, goal.exchanges).length, goal.count);
  if ('cookie' in goal) {
    const { name, value, url } = goal.cookie;
    return result.cookies.some(
      (cookie) => cookie.name === name && is(value, cookie.value) && matchesUrl(url, cookie.url),
    );
  }
  if ('console' in goal) {
    const { source, level, contains } = goal.console;
    return result.console.some(
      (line) =>
        line.visit === undefined &&
        is(source, line.source) &&
        is(level, line.level) &&
        line.text.includes(contains ?? ''),
    );
  }
  return goal.codeFails === (result.error !== undefined);
}

function selectRequests(result: SimulationResult, selector: RequestSelector): RequestResult[] {
  return result.requests.filter(
    (request) =>
      matchesUrl(selector.url, request.url) &&
      is(selector.method, request.method) &&
      is(selector.initiator, request.initiator) &&
      matchesVisit(selector.visit, request.visit),
  );
}

function selectExchanges(result: SimulationResult, selector: ExchangeSelector): Exchange[] {
  return result.exchanges.filter(
    (exchange) =>
      is(selector.kind, exchange.kind) &&
      is(selector.method, exchange.method) &&
      matchesUrl(selector.url, exchange.url) &&
      is(selector.from, exchange.from) &&
      is(selector.status, exchange.status) &&
      matchesHeader(selector.requestHeader, exchange.requestHeaders) &&
      matchesHeader(selector.responseHeader, exchange.responseHeaders) &&
      matchesVisit(selector.visit, exchange.visit),
  );
}

/** Whether the code got a response whose body it may read. */
export function isReadable({ response }: RequestResult): boolean {
  return response !== undefined && !['opaque', 'opaqueredirect', 'error'].includes(response.type);
}

function isAs(request: RequestResult, conditions: RequestConditions): boolean {
  const { response } = request;
  return (
    is(conditions.verdict, request.verdict) &&
    is(conditions.reason, request.reason) &&
    is(conditions.readable, isReadable(request)) &&
    is(conditions.status, response?.status) &&
    is(conditions.type, response?.type) &&
    is(conditions.redirected, response?.redirected) &&
    matchesHeader(conditions.header, response?.headers ?? []) &&
    (conditions.bodyContains === undefined || (response?.body ?? '').includes(conditions.bodyContains))
  );
}

/** No condition holds for everything. */
function is<T>(condition: T | undefined, value: T | undefined): boolean {
  return condition === undefined || condition === value;
}

function matchesUrl(pattern: string | undefined, url: string): boolean {
  if (pattern === undefined) return true;
  return pattern.endsWith('*') ? url.startsWith(pattern.slice(0, -1)) : url === pattern;
}

function matchesVisit(wanted: number | 'any' | undefined, visit: number | undefined): boolean {
  return wanted === 'any' || wanted === visit;
}

function matchesHeader(condition: HeaderCondition | undefined, headers: readonly [string, string][]): boolean {
  if (!condition) return true;
  const name = condition.name.toLowerCase();
  const values = headers.filter(([each]) => each.toLowerCase() === name).map(([, value]) => value);
  if (condition.present === false) return values.length === 0;
  return values.length > 0 && is(condition.value, values.join(', '));
}

function counts(found: number, count: Count | undefined): boolean {
  if (count === undefined) return found > 0;
  if (typeof count === 'number') return found === count;
  return found >= (count.min ?? 0) && found <= (count.max ?? Infinity);
}
