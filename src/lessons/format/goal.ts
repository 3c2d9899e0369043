/** Goals: a small language about the outcome of a run. It never looks at the text of anyone's code. */

import type { Reason } from '@/engine';
import type { VerdictWord } from '@/scenario/result';
import { REASONS } from '@/engine';
import {
  arrayOf,
  boolean,
  integerBetween,
  isObject,
  object,
  oneOf,
  optional,
  rule,
  string,
  type Check,
  type Shape,
} from '@/scenario/checks';

export type Goal =
  | { all: Goal[] }
  | { any: Goal[] }
  | { not: Goal }
  /** At least one request that `request` describes is as `is` says. */
  | { request: RequestSelector; is: RequestConditions }
  /** There is such a request, and each of them is as `is` says. */
  | { everyRequest: RequestSelector; is: RequestConditions }
  /** So many exchanges are as described; without `count`, at least one. */
  | { exchanges: ExchangeSelector; count?: Count }
  /** This cookie is in the store afterwards. */
  | { cookie: { name: string; value?: string; url?: string } }
  | { console: { source?: 'code' | 'browser'; level?: ConsoleLevel; contains?: string } }
  /** Whether the frontend code itself failed. */
  | { codeFails: boolean };

type ConsoleLevel = 'log' | 'info' | 'warn' | 'error' | 'debug';

/** Addresses are exact, or a beginning that ends in `*`. Without `visit`: the last visit, the one on the screen. */
export interface RequestSelector {
  url?: string;
  method?: string;
  initiator?: string;
  visit?: Visit;
}

export interface RequestConditions {
  verdict?: VerdictWord;
  reason?: Reason;
  /** The code got a response whose body it may read. */
  readable?: boolean;
  status?: number;
  type?: 'basic' | 'cors' | 'opaque' | 'opaqueredirect' | 'default' | 'error';
  redirected?: boolean;
  /** Among the headers that the code can read. */
  header?: HeaderCondition;
  bodyContains?: string;
}

export interface ExchangeSelector {
  kind?: 'preflight' | 'actual';
  method?: string;
  url?: string;
  /** `browser`, `app`, `curl`, or the origin of the server that sent it. */
  from?: string;
  status?: number;
  requestHeader?: HeaderCondition;
  responseHeader?: HeaderCondition;
  visit?: Visit;
}

export interface HeaderCondition {
  name: string;
  /** The whole value. */
  value?: string;
  /** false: the header is not there. */
  present?: boolean;
}

export type Count = number | { min?: number; max?: number };
/** Index of an earlier visit, or `any`. */
type Visit = number | 'any';

const visit = optional(
  rule(
    'the index of an earlier visit, or "any"',
    (value) => value === 'any' || (Number.isInteger(value) && Number(value) >= 0),
  ),
);
const status = optional(integerBetween(0, 599));
const some = optional(string);
const header = optional(closed({ name: string, value: some, present: optional(boolean) }));

const requestSelector = closed({ url: some, method: some, initiator: some, visit });
const requestConditions = closed({
  verdict: optional(oneOf('allowed', 'blocked', 'opaque', 'failed')),
  reason: optional(oneOf(...REASONS)),
  readable: optional(boolean),
  status,
  type: optional(oneOf('basic', 'cors', 'opaque', 'opaqueredirect', 'default', 'error')),
  redirected: optional(boolean),
  header,
  bodyContains: some,
});
const count: Check = (value, path, errors) => {
  if (isObject(value))
    closed({ min: optional(integerBetween(0, 999)), max: optional(integerBetween(0, 999)) })(value, path, errors);
  else integerBetween(0, 999)(value, path, errors);
};

const forms: Record<string, Check> = {
  all: closed({ all: arrayOf(checkGoal) }),
  any: closed({ any: arrayOf(checkGoal) }),
  not: closed({ not: checkGoal }),
  request: closed({ request: requestSelector, is: requestConditions }),
  everyRequest: closed({ everyRequest: requestSelector, is: requestConditions }),
  exchanges: closed({
    exchanges: closed({
      kind: optional(oneOf('preflight', 'actual')),
      method: some,
      url: some,
      from: some,
      status,
      requestHeader: header,
      responseHeader: header,
      visit,
    }),
    count: optional(count),
  }),
  cookie: closed({ cookie: closed({ name: string, value: some, url: some }) }),
  console: closed({
    console: closed({
      source: optional(oneOf('code', 'browser')),
      level: optional(oneOf('log', 'info', 'warn', 'error', 'debug')),
      contains: some,
    }),
  }),
  codeFails: closed({ codeFails: boolean }),
};

/** Adds everything that is wrong with a goal, each with its path. */
export function checkGoal(value: unknown, path: string, errors: Parameters<Check>[2]): void {
  if (!isObject(value)) return rule('a goal', () => false)(value, path, errors);
  const form = Object.keys(forms).find((name) => Object.hasOwn(value, name));
  if (form === undefined) {
    errors.push({
      path,
      message: `expected one of ${Object.keys(forms).join(', ')}, got ${Object.keys(value).join(', ') || 'nothing'}`,
    });
    return;
  }
  forms[form]!(value, path, errors);
}

/** An object with these members and no others: a misspelt condition must not pass as no condition. */
export function closed(shape: Shape): Check {
  return (value, path, errors) => {
    object(shape)(value, path, errors);
    if (!isObject(value)) return;
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(shape, name)) {
        errors.push({ path: `${path}.${name}`, message: `unknown; known are ${Object.keys(shape).join(', ')}` });
      }
    }
  };
}
