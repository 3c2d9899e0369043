import {
  isForbiddenMethod,
  isForbiddenRequestHeader,
  isForbiddenResponseHeaderName,
  isHeaderName,
  isMethod,
} from '@/engine';
import { headerValue, members } from '@/explain/headers';
import { join, list, say, type Sentence } from '@/explain/sentence';
import type { Exchange } from '@/scenario/result';
import { allowOrigin, placeOf } from '../ask/answers';
import type { Demonstration, Finding, FindingKind, Severity } from '../contract';
import type { Dossier } from '../dossier';
import { literalWildcard } from './literal-wildcard';
import { refused, withHeader, type Answered } from './what-breaks';

/** Names in the lists that do nothing, and lists that nobody can read. */
export async function uselessNames(dossier: Dossier): Promise<Finding[]> {
  const { targets, preflight, actual, trusted } = dossier;
  const spoken = (ask: Dossier['preflight']): Answered[] =>
    targets
      .flatMap((target) => {
        const answer = ask(target, trusted);
        return answer ? [{ target, exchange: answer.exchange }] : [];
      })
      .filter(({ exchange }) => speaksOfCors(exchange))
      // What is shown is shown of the page's own request, where it can be.
      .sort((a, b) => Number(b.target.isPages) - Number(a.target.isPages));
  return [
    ...(await ofMethods(dossier, spoken(preflight))),
    ...(await ofHeaders(dossier, spoken(preflight))),
    ...ofExposed(dossier, spoken(actual)),
    ...(await literalWildcard(dossier)),
  ];
}

export const speaksOfCors = (exchange: Exchange): boolean => allowOrigin(exchange) !== null;

const SAFELISTED_METHODS = /^(GET|HEAD|POST)$/;
const WRITTEN_LARGE = /^(get|head|post|put|delete|options)$/i;

async function ofMethods(dossier: Dossier, answers: readonly Answered[]): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { value, target, exchange } of valuesOf(answers, 'access-control-allow-methods')) {
    const names = members(value);
    const note = made(dossier, exchange, 'access-control-allow-methods');
    const invalid = names.filter((name) => !isMethod(name));
    if (invalid.length > 0) {
      const shown = await refused(dossier, { ...target, method: 'PUT' }, false, ['allow-methods-invalid']);
      found.push(note('list-unreadable', 'warning', unreadable(value, invalid), separators(), shown));
      continue;
    }
    const forbidden = names.filter(isForbiddenMethod);
    const small = names.filter(
      (name) => WRITTEN_LARGE.test(name) && name !== name.toUpperCase() && !names.includes(name.toUpperCase()),
    );
    const useful = names.filter(
      (name) => !SAFELISTED_METHODS.test(name) && !forbidden.includes(name) && !small.includes(name),
    );
    if (small.length > 0) {
      // What needs no leave is sent all the same.
      const needed = small.map((name) => name.toUpperCase()).find((name) => !SAFELISTED_METHODS.test(name));
      const shown = needed
        ? await refused(dossier, { ...target, method: needed }, false, ['method-not-allowed'])
        : null;
      found.push(
        note(
          'method-without-effect',
          needed ? 'warning' : 'note',
          join(
            list(small),
            say` in ${'Access-Control-Allow-Methods'} ${verb(small, 'allow')} nothing: methods are compared letter by letter, and browsers write ${[small.length > 1 ? 'these' : 'this one']} large.`,
          ),
          join(['Write '], list(small.map((name) => name.toUpperCase())), ['.']),
          shown,
        ),
      );
    }
    if (forbidden.length > 0) {
      found.push(
        note(
          'method-without-effect',
          'note',
          join(
            list(forbidden),
            say` in ${'Access-Control-Allow-Methods'} ${verb(forbidden, 'allow')} nothing: no page can send ${[forbidden.length > 1 ? 'these methods' : 'this method']}.`,
          ),
          join(['Leave '], list(forbidden), [' out.']),
        ),
      );
    }
    if (useful.length === 0 && small.length === 0 && names.length > 0 && forbidden.length < names.length) {
      found.push(
        note(
          'method-without-effect',
          'note',
          say`${'Access-Control-Allow-Methods'} lists ${value} alone. No preflight asks for leave to use ${[names.length > 1 ? 'these' : 'it']}: the header has no effect.`,
          say`List what the API offers beside them, ${'PUT'} or ${'DELETE'}, or leave the header out.`,
        ),
      );
    }
  }
  return found;
}

const verb = (subjects: readonly string[], word: string): Sentence => [subjects.length > 1 ? word : `${word}s`];

async function ofHeaders(dossier: Dossier, answers: readonly Answered[]): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { value, target, exchange } of valuesOf(answers, 'access-control-allow-headers')) {
    const names = members(value);
    const note = made(dossier, exchange, 'access-control-allow-headers');
    const invalid = names.filter((name) => !isHeaderName(name));
    if (invalid.length > 0) {
      const shown = await refused(dossier, withHeader(target), false, ['allow-headers-invalid']);
      found.push(note('list-unreadable', 'warning', unreadable(value, invalid), separators(), shown));
      continue;
    }
    const never = names.filter(
      (name) => name !== '*' && (isForbiddenRequestHeader(name, '') || /^access-control-/i.test(name)),
    );
    if (never.length > 0) {
      found.push(
        note(
          'header-without-effect',
          'note',
          join(
            list(never),
            say` in ${'Access-Control-Allow-Headers'} ${verb(never, 'allow')} nothing: the browser sets ${[never.length > 1 ? 'such headers' : 'it']} itself, or a server does. A page cannot.`,
          ),
          say`List the request headers that pages set by code.`,
        ),
      );
    }
    const bearer = askedFor(exchange).includes('authorization') && names.includes('*');
    if (bearer && !names.some((name) => /^authorization$/i.test(name))) {
      found.push(
        note(
          'authorization-under-wildcard',
          'note',
          say`The page sends ${'Authorization'}, which ${'Access-Control-Allow-Headers: *'} does not cover by the standard. Browsers still let it pass; Firefox warns that it will not for ever.`,
          say`List ${'Authorization'} beside ${'*'}.`,
        ),
      );
    }
  }
  return found;
}

function ofExposed(dossier: Dossier, answers: readonly Answered[]): Finding[] {
  return valuesOf(answers, 'access-control-expose-headers').flatMap(({ value, exchange }): Finding[] => {
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

function made(dossier: Dossier, exchange: Exchange, header: string) {
  return (
    kind: FindingKind,
    severity: Severity,
    sentence: Sentence,
    advice: Sentence,
    demonstration: Demonstration | null = null,
  ): Finding => ({
    kind,
    severity,
    server: dossier.server.origin,
    sentence,
    advice,
    place: placeOf(exchange, header),
    demonstration,
  });
}

/** Each value once, with the first answer that had it. */
function valuesOf(answers: readonly Answered[], header: string): (Answered & { value: string })[] {
  const found = new Map<string, Answered & { value: string }>();
  for (const answered of answers) {
    const value = headerValue(answered.exchange.responseHeaders, header);
    if (value !== null && !found.has(value)) found.set(value, { ...answered, value });
  }
  return [...found.values()];
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
