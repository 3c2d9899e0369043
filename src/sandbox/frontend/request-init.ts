/** The Web IDL conversion of RequestInit: members in alphabetical order, each checked before anything is done with any. */

import type { CacheMode, CredentialsMode, HeaderList, RedirectMode, RequestMode } from '@/engine';
import { REFERRER_POLICIES } from '@/engine/infrastructure/referrer-policy-names';
import { type AbortSignal, type Caller, isAbortSignal, refusal, toByteString, toHeaderPairs } from '@/realm/web';

export interface RequestInit {
  body?: unknown;
  cache?: CacheMode;
  credentials?: CredentialsMode;
  duplex?: 'half';
  headers?: HeaderList;
  integrity?: string;
  keepalive?: boolean;
  method?: string;
  mode?: RequestMode;
  redirect?: RedirectMode;
  referrer?: string;
  referrerPolicy?: string;
  signal?: AbortSignal | null;
}

const ENUMS = {
  cache: {
    type: 'RequestCache',
    values: ['default', 'no-store', 'reload', 'no-cache', 'force-cache', 'only-if-cached'],
  },
  credentials: { type: 'RequestCredentials', values: ['omit', 'same-origin', 'include'] },
  duplex: { type: 'RequestDuplex', values: ['half'] },
  mode: { type: 'RequestMode', values: ['same-origin', 'no-cors', 'cors', 'navigate'] },
  priority: { type: 'FetchPriority', values: ['high', 'low', 'auto'] },
  redirect: { type: 'RequestRedirect', values: ['follow', 'error', 'manual'] },
  referrerPolicy: {
    type: 'ReferrerPolicy',
    values: ['', ...REFERRER_POLICIES],
  },
} as const;

type EnumMember = keyof typeof ENUMS;

export function toRequestInit(given: unknown, caller: Caller): RequestInit {
  if (given === undefined || given === null) return {};
  if (typeof given !== 'object' && typeof given !== 'function') throw refusal('not-a-dictionary', caller, {});
  const source = given as Record<string, unknown>;
  const init: Record<string, unknown> = {};

  const member = (name: string, convert: (value: unknown) => unknown): void => {
    const value = source[name];
    if (value !== undefined) init[name] = convert(value);
  };
  const enumMember = (name: EnumMember): void => {
    member(name, (value) => {
      const { type, values } = ENUMS[name];
      const word = String(value);
      if (!(values as readonly string[]).includes(word)) {
        throw refusal('invalid-enum-value', caller, { member: name, value: word, type });
      }
      return word;
    });
  };

  member('body', (value) => value);
  enumMember('cache');
  enumMember('credentials');
  enumMember('duplex');
  member('headers', (value) => toHeaderPairs(value, caller, 'headers'));
  member('integrity', String);
  member('keepalive', Boolean);
  member('method', (value) =>
    toByteString(value, caller, { what: "'method' member of RequestInit", member: 'method' }),
  );
  enumMember('mode');
  enumMember('priority');
  enumMember('redirect');
  member('referrer', String);
  enumMember('referrerPolicy');
  member('signal', (value) => {
    if (value === null || isAbortSignal(value)) return value;
    throw new TypeError("member signal is not of type 'AbortSignal'.");
  });
  return init as RequestInit;
}
