import type { Reason } from '@/engine';
import type { HeaderRow, Scenario } from '@/scenario/document';
import { neededRows, planFor, systemOf } from './plan';
import type { Random } from './random';

/** One thing that can be wrong with a policy that is otherwise complete; `none`: nothing is. */
export const faults = [
  'none',
  'allow-origin-missing',
  'allow-origin-mismatch',
  'preflight-unanswered',
  'preflight-status',
  'method-not-allowed',
  'header-not-allowed',
  'wildcard-with-credentials',
  'allow-credentials-missing',
  'two-origins',
  'slash-at-the-end',
] as const;
export type Fault = (typeof faults)[number];

/** From which level on a fault is asked about. */
export const faultLevels: Record<Fault, number> = {
  none: 1,
  'allow-origin-missing': 1,
  'allow-origin-mismatch': 1,
  'preflight-unanswered': 2,
  'method-not-allowed': 2,
  'header-not-allowed': 2,
  'preflight-status': 3,
  'slash-at-the-end': 3,
  'two-origins': 4,
  'wildcard-with-credentials': 4,
  'allow-credentials-missing': 5,
};

const needsPreflight: readonly Fault[] = [
  'preflight-unanswered',
  'preflight-status',
  'method-not-allowed',
  'header-not-allowed',
];
const needsCredentials: readonly Fault[] = ['wildcard-with-credentials', 'allow-credentials-missing'];

/** A page, a request and a server whose policy fits, but for the fault. */
export function systemWith(fault: Fault, level: number, random: Random): Scenario {
  const plan = planFor(level, random, {
    ...(needsPreflight.includes(fault) ? { asks: true } : {}),
    ...(needsCredentials.includes(fault) ? { withCredentials: true } : {}),
    ...(fault === 'header-not-allowed' ? { header: random.pick(['X-Trace', 'Authorization']) } : {}),
  });
  const { preflight, answer } = neededRows(plan);
  const others = fault === 'allow-origin-missing' ? [] : originRows(fault, plan.page);
  const spoilt = (rows: HeaderRow[]): HeaderRow[] =>
    rows.flatMap(([name, value]): HeaderRow[] => {
      if (name === 'Access-Control-Allow-Origin') return others;
      if (name === 'Access-Control-Allow-Credentials' && fault === 'allow-credentials-missing') return [];
      if (name === 'Access-Control-Allow-Methods')
        return [[name, fault === 'method-not-allowed' ? 'GET, POST' : `GET, POST, ${value}`]];
      if (name === 'Access-Control-Allow-Headers')
        return [[name, fault === 'header-not-allowed' ? 'Content-Type' : `Content-Type, ${value}`]];
      return [[name, value]];
    });
  const status = fault === 'preflight-status' ? random.pick([401, 404, 405]) : 204;
  return systemOf(
    plan,
    { preflight: fault === 'preflight-unanswered' ? [] : spoilt(preflight), answer: spoilt(answer) },
    status,
  );
}

function originRows(fault: Fault, page: string): HeaderRow[] {
  const row = (value: string): HeaderRow => ['Access-Control-Allow-Origin', value];
  switch (fault) {
    case 'allow-origin-mismatch':
      return [row('https://www.other.example')];
    case 'two-origins':
      return [row(page), row('https://www.other.example')];
    case 'slash-at-the-end':
      return [row(`${page}/`)];
    case 'wildcard-with-credentials':
      return [row('*')];
    default:
      return [row(page)];
  }
}

export const reasonOf: Record<Fault, Reason | undefined> = {
  none: undefined,
  'allow-origin-missing': 'allow-origin-missing',
  'allow-origin-mismatch': 'allow-origin-mismatch',
  'preflight-unanswered': 'allow-origin-missing',
  'preflight-status': 'preflight-status-not-ok',
  'method-not-allowed': 'method-not-allowed',
  'header-not-allowed': 'header-not-allowed',
  'wildcard-with-credentials': 'allow-origin-wildcard-with-credentials',
  'allow-credentials-missing': 'allow-credentials-not-true',
  'two-origins': 'allow-origin-multiple-values',
  'slash-at-the-end': 'allow-origin-mismatch',
};

/** The failed rules in words. */
export const ruleWords: Partial<Record<Reason, string>> = {
  'allow-origin-missing': 'Access-Control-Allow-Origin is missing',
  'allow-origin-mismatch': 'Access-Control-Allow-Origin is another value than the origin',
  'allow-origin-multiple-values': 'Access-Control-Allow-Origin has more than one value',
  'allow-origin-wildcard-with-credentials': 'The star does not count with credentials',
  'allow-credentials-not-true': 'Access-Control-Allow-Credentials is not true',
  'preflight-status-not-ok': 'The status of the preflight’s answer',
  'method-not-allowed': 'The method is not allowed',
  'header-not-allowed': 'A request header is not allowed',
};

/** What the console says of a failed rule in Chromium: enough of the sentence to know it by. */
export const consoleWords: Partial<Record<Reason, string>> = {
  'allow-origin-missing': "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
  'allow-origin-mismatch': 'that is not equal to the supplied origin.',
  'allow-origin-multiple-values': 'contains multiple values',
  'allow-origin-wildcard-with-credentials': "must not be the wildcard '*'",
  'allow-credentials-not-true': "which must be 'true' when the request's credentials mode is 'include'.",
  'preflight-status-not-ok': 'It does not have HTTP ok status.',
  'method-not-allowed': 'is not allowed by Access-Control-Allow-Methods in preflight response.',
  'header-not-allowed': 'is not allowed by Access-Control-Allow-Headers in preflight response.',
};
