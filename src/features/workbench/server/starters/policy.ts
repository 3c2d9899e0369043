/** What a server answered in the last run, as far as CORS goes: what a server of another kind starts with. */

import type { Exchange } from '@/scenario/result';

type Row = [name: string, value: string];

/** Headers of one answer that speak of who may read it. */
export interface PolicyAnswer {
  status: number;
  rows: Row[];
}

export interface Policy {
  /** null: the run had no preflight. */
  preflight: PolicyAnswer | null;
  /** null: the request itself was never sent. */
  actual: PolicyAnswer | null;
}

const OF_THE_POLICY = /^(access-control-|cross-origin-|timing-allow-origin$|vary$)/i;

/** The first of each kind, rather of the page itself than of earlier visits. */
export function answersOf(
  origin: string,
  exchanges: readonly Exchange[],
): { preflight: Exchange | undefined; actual: Exchange | undefined } {
  const all = exchanges.filter(({ url, status }) => status > 0 && URL.parse(url)?.origin === origin);
  const own = all.filter(({ visit }) => visit === undefined);
  const ofServer = own.length > 0 ? own : all;
  return {
    preflight: ofServer.find(({ kind }) => kind === 'preflight'),
    actual: ofServer.find(({ kind }) => kind === 'actual'),
  };
}

/** @returns null where the server has answered nothing yet */
export function policyOf(origin: string, exchanges: readonly Exchange[]): Policy | null {
  const { preflight, actual } = answersOf(origin, exchanges);
  if (!preflight && !actual) return null;
  return { preflight: preflight ? answerOf(preflight) : null, actual: actual ? answerOf(actual) : null };
}

function answerOf({ status, responseHeaders }: Exchange): PolicyAnswer {
  const rows = responseHeaders.filter(([name]) => OF_THE_POLICY.test(name));
  return { status, rows: rows.map(([name, value]) => [name, value]) };
}

/** What a policy says in the settings of a CORS package, where it can be said there. */
export interface Settings {
  /** An origin, or `*`. */
  origin: string;
  credentials: boolean;
  exposed: string[];
  /** null: nothing is known, for there was no preflight. */
  preflight: { methods: string[]; headers: string[]; maxAge: number | null } | null;
}

/** A preflight asks for safelisted methods never. */
const SAFELISTED_METHODS = ['GET', 'HEAD', 'POST'];

/** @returns null where a CORS package cannot be made to answer so */
export function settingsOf({ preflight, actual }: Policy, pageOrigin: string): Settings | null {
  const known = [preflight, actual].filter((answer) => answer !== null);
  const origins = known.map((answer) => valueOf(answer, 'access-control-allow-origin'));
  const [origin] = origins;
  if (origin === undefined || origin === null || origins.some((each) => each !== origin)) return null;
  if (origin !== '*' && origin !== pageOrigin) return null;
  const credentials = known.map((answer) => valueOf(answer, 'access-control-allow-credentials'));
  if (credentials.some((value) => value !== credentials[0] || (value !== null && value !== 'true'))) return null;
  // Flask-CORS refuses to start with both, and django-cors-headers never answers * then.
  if (origin === '*' && credentials[0] === 'true') return null;
  if (preflight && (preflight.status < 200 || preflight.status > 299)) return null;
  const maxAge = preflight && valueOf(preflight, 'access-control-max-age');
  if (maxAge && !/^\d+$/.test(maxAge)) return null;
  return {
    origin,
    credentials: credentials[0] === 'true',
    exposed: actual ? listOf(actual, 'access-control-expose-headers') : [],
    preflight: preflight && {
      methods: [...new Set([...listOf(preflight, 'access-control-allow-methods'), ...SAFELISTED_METHODS])],
      headers: listOf(preflight, 'access-control-allow-headers'),
      maxAge: maxAge ? Number(maxAge) : null,
    },
  };
}

/** null: the header is not there; a header that comes twice is none that can be set once. */
function valueOf({ rows }: PolicyAnswer, wanted: string): string | null {
  const values = rows.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
  return values.length === 0 ? null : values.join(', ');
}

function listOf(answer: PolicyAnswer, name: string): string[] {
  return (valueOf(answer, name) ?? '').split(',').flatMap((member) => member.trim() || []);
}
