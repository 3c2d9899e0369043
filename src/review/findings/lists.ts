import {
  isForbiddenMethod,
  isForbiddenRequestHeader,
  isForbiddenResponseHeaderName,
  isHeaderName,
  isMethod,
} from '@/engine';
import { headerValue, members, titleCase } from '@/explain/headers';
import { join, list, say, type Sentence } from '@/explain/sentence';
import type { Exchange } from '@/scenario/result';
import { allowOrigin, placeOf, saysCredentials } from '../ask/answers';
import type { Finding, FindingKind, Severity } from '../contract';
import type { Dossier } from '../dossier';
import { trustedAnswers } from './what-breaks';

/** Names in the lists that do nothing, and lists that nobody can read. */
export function uselessNames(dossier: Dossier): Finding[] {
  const { targets, preflight, actual, trusted } = dossier;
  const preflights = targets.flatMap((target) => preflight(target, trusted)?.exchange ?? []).filter(speaksOfCors);
  const answers = targets.flatMap((target) => actual(target, trusted)?.exchange ?? []).filter(speaksOfCors);
  return [
    ...ofMethods(dossier, preflights),
    ...ofHeaders(dossier, preflights),
    ...ofExposed(dossier, answers),
    ...literalWildcard(dossier),
  ];
}

export const speaksOfCors = (exchange: Exchange): boolean => allowOrigin(exchange) !== null;

const SAFELISTED_METHODS = /^(GET|HEAD|POST)$/;
const WRITTEN_LARGE = /^(get|head|post|put|delete|options)$/i;

function ofMethods(dossier: Dossier, exchanges: readonly Exchange[]): Finding[] {
  return valuesOf(exchanges, 'access-control-allow-methods').flatMap(({ value, exchange }): Finding[] => {
    const names = members(value);
    const note = made(dossier, exchange, 'access-control-allow-methods');
    const invalid = names.filter((name) => !isMethod(name));
    if (invalid.length > 0) return [note('list-unreadable', 'warning', unreadable(value, invalid), separators())];
    const forbidden = names.filter(isForbiddenMethod);
    const small = names.filter(
      (name) => WRITTEN_LARGE.test(name) && name !== name.toUpperCase() && !names.includes(name.toUpperCase()),
    );
    const useful = names.filter(
      (name) => !SAFELISTED_METHODS.test(name) && !forbidden.includes(name) && !small.includes(name),
    );
    return [
      ...(small.length > 0
        ? [
            note(
              'method-without-effect',
              'warning',
              join(
                list(small),
                say` in ${'Access-Control-Allow-Methods'} allows nothing: methods are compared letter by letter, and browsers write these large.`,
              ),
              join(['Write '], list(small.map((name) => name.toUpperCase())), ['.']),
            ),
          ]
        : []),
      ...(forbidden.length > 0
        ? [
            note(
              'method-without-effect',
              'note',
              join(
                list(forbidden),
                say` in ${'Access-Control-Allow-Methods'} allows nothing: no page can send ${forbidden.length > 1 ? 'these methods' : 'this method'}.`,
              ),
              join(['Leave '], list(forbidden), [' out.']),
            ),
          ]
        : []),
      ...(useful.length === 0 && small.length === 0 && names.length > 0 && forbidden.length < names.length
        ? [
            note(
              'method-without-effect',
              'note',
              say`${'Access-Control-Allow-Methods'} lists ${value} alone. No preflight asks for leave to use ${names.length > 1 ? 'these' : 'it'}: the header has no effect.`,
              say`List what the API offers beside them, ${'PUT'} or ${'DELETE'}, or leave the header out.`,
            ),
          ]
        : []),
    ];
  });
}

function ofHeaders(dossier: Dossier, exchanges: readonly Exchange[]): Finding[] {
  return valuesOf(exchanges, 'access-control-allow-headers').flatMap(({ value, exchange }): Finding[] => {
    const names = members(value);
    const note = made(dossier, exchange, 'access-control-allow-headers');
    const invalid = names.filter((name) => !isHeaderName(name));
    if (invalid.length > 0) return [note('list-unreadable', 'warning', unreadable(value, invalid), separators())];
    const never = names.filter(
      (name) => name !== '*' && (isForbiddenRequestHeader(name, '') || /^access-control-/i.test(name)),
    );
    const bearer = askedFor(exchange).includes('authorization') && names.includes('*');
    return [
      ...(never.length > 0
        ? [
            note(
              'header-without-effect',
              'note',
              join(
                list(never),
                say` in ${'Access-Control-Allow-Headers'} ${never.length > 1 ? 'allow' : 'allows'} nothing: the browser sets ${never.length > 1 ? 'such headers' : 'it'} itself, or a server does. A page cannot.`,
              ),
              say`List the request headers that pages set by code.`,
            ),
          ]
        : []),
      ...(bearer && !names.some((name) => /^authorization$/i.test(name))
        ? [
            note(
              'authorization-under-wildcard',
              'note',
              say`The page sends ${'Authorization'}, which ${'Access-Control-Allow-Headers: *'} does not cover by the standard. Browsers still let it pass; Firefox warns that it will not for ever.`,
              say`List ${'Authorization'} beside ${'*'}.`,
            ),
          ]
        : []),
    ];
  });
}

function ofExposed(dossier: Dossier, exchanges: readonly Exchange[]): Finding[] {
  return valuesOf(exchanges, 'access-control-expose-headers').flatMap(({ value, exchange }): Finding[] => {
    const names = members(value);
    const note = made(dossier, exchange, 'access-control-expose-headers');
    const invalid = names.filter((name) => !isHeaderName(name));
    if (invalid.length > 0) return [note('list-unreadable', 'warning', unreadable(value, invalid), separators())];
    const never = names.filter(isForbiddenResponseHeaderName);
    return never.length === 0
      ? []
      : [
          note(
            'header-without-effect',
            'note',
            join(
              list(never),
              say` in ${'Access-Control-Expose-Headers'} shows nothing: no code ever reads cookies there.`,
            ),
            join(['Leave '], list(never), [' out.']),
          ),
        ];
  });
}

/** With credentials `*` is a name like any other, in all three lists. */
function literalWildcard(dossier: Dossier): Finding[] {
  for (const name of [
    'access-control-allow-methods',
    'access-control-allow-headers',
    'access-control-expose-headers',
  ]) {
    const found = trustedAnswers(dossier).find(
      ({ exchange }) =>
        saysCredentials(exchange) &&
        allowOrigin(exchange) !== '*' &&
        members(headerValue(exchange.responseHeaders, name)).includes('*'),
    );
    if (!found) continue;
    return [
      made(dossier, found.exchange, name)(
        'wildcard-taken-literally',
        'warning',
        say`${`${titleCase(name)}: *`} stands beside ${'Access-Control-Allow-Credentials: true'}. For a request with credentials ${'*'} is a name like any other, and covers nothing.`,
        say`List the names.`,
      ),
    ];
  }
  return [];
}

function made(dossier: Dossier, exchange: Exchange, header: string) {
  return (kind: FindingKind, severity: Severity, sentence: Sentence, advice: Sentence): Finding => ({
    kind,
    severity,
    server: dossier.server.origin,
    sentence,
    advice,
    place: placeOf(exchange, header),
    demonstration: null,
  });
}

/** Each value once, with the first answer that had it. */
function valuesOf(exchanges: readonly Exchange[], header: string): { value: string; exchange: Exchange }[] {
  const found = new Map<string, Exchange>();
  for (const exchange of exchanges) {
    const value = headerValue(exchange.responseHeaders, header);
    if (value !== null && !found.has(value)) found.set(value, exchange);
  }
  return [...found].map(([value, exchange]) => ({ value, exchange }));
}

function askedFor(exchange: Exchange): string[] {
  return members(headerValue(exchange.requestHeaders, 'access-control-request-headers'));
}

function unreadable(value: string, invalid: readonly string[]): Sentence {
  return join(say`The list ${value} cannot be read: `, list(invalid), [
    invalid.length > 1 ? ' are no names' : ' is no name',
    ', and one bad member spoils them all.',
  ]);
}

const separators = (): Sentence => say`Separate the names by commas, and write nothing else.`;
