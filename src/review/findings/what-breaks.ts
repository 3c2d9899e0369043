import type { Reason } from '@/engine';
import { headerValue } from '@/explain/headers';
import { say } from '@/explain/sentence';
import type { Exchange } from '@/scenario/result';
import { allowOrigin, placeOf } from '../ask/answers';
import { nameOf, type Target } from '../ask/targets';
import type { Demonstration, Finding } from '../contract';
import { codeFor, isBlocked, pageAt, quoted, staged, verified } from '../demonstrate';
import { namesOf, type Dossier } from '../dossier';
import { allowOriginFault } from './allow-origin-fault';

/** Answers that no browser accepts, whatever the server meant by them. */
export async function whatBreaks(dossier: Dossier): Promise<Finding[]> {
  return [
    ...(await badAllowOrigin(dossier)),
    ...(await wildcardWithCredentials(dossier)),
    ...(await badCredentials(dossier)),
    ...(await fickleAnswers(dossier)),
    ...(await loginBeforePreflight(dossier)),
  ];
}

/** An answer, and the request that it is about. */
export interface Answered {
  target: Target;
  exchange: Exchange;
}

/** Answers to the trusted origin, with the request: the actual ones, and the preflights where they were asked for. */
export function trustedAnswers({ targets, trusted, actual, preflight }: Dossier): Answered[] {
  return targets.flatMap((target) =>
    [actual(target, trusted), preflight(target, trusted)].flatMap((answer) =>
      answer ? [{ target, exchange: answer.exchange }] : [],
    ),
  );
}

async function badAllowOrigin(dossier: Dossier): Promise<Finding[]> {
  const found: Finding[] = [];
  const seen = new Set<string>();
  for (const { target, exchange } of trustedAnswers(dossier)) {
    const value = allowOrigin(exchange);
    const fault = value === null ? undefined : allowOriginFault(value, exchange);
    if (value === null || !fault || seen.has(value)) continue;
    seen.add(value);
    found.push({
      kind: fault.several ? 'allow-origin-several-values' : 'allow-origin-not-an-origin',
      severity: 'warning',
      server: dossier.server.origin,
      sentence: fault.sentence,
      advice: fault.advice,
      place: placeOf(exchange, 'access-control-allow-origin'),
      demonstration: await refused(dossier, target, false),
    });
  }
  return found;
}

async function wildcardWithCredentials(dossier: Dossier): Promise<Finding[]> {
  const both = trustedAnswers(dossier).filter(
    ({ exchange }) =>
      allowOrigin(exchange) === '*' &&
      headerValue(exchange.responseHeaders, 'access-control-allow-credentials') === 'true',
  );
  const [first] = both;
  if (!first) return [];
  return [
    {
      kind: 'wildcard-with-credentials',
      severity: 'warning',
      server: dossier.server.origin,
      sentence: say`The answer to ${namesOf(both.map(({ target }) => target))} says ${'*'} and allows credentials. Browsers refuse the two together: a request with credentials fails, whoever makes it.`,
      advice: say`Name the origin that may send credentials, or leave ${'Access-Control-Allow-Credentials'} out.`,
      place: placeOf(first.exchange, 'access-control-allow-credentials'),
      demonstration: await refused(dossier, first.target, true),
    },
  ];
}

async function badCredentials(dossier: Dossier): Promise<Finding[]> {
  for (const { target, exchange } of trustedAnswers(dossier)) {
    const value = headerValue(exchange.responseHeaders, 'access-control-allow-credentials');
    if (value === null || value === 'true') continue;
    const isFalse = /^false$/i.test(value);
    const isRepeated = /^true(, *true)+$/.test(value);
    return [
      {
        kind: isRepeated ? 'repeated-header' : 'allow-credentials-not-true',
        severity: isFalse ? 'note' : 'warning',
        server: dossier.server.origin,
        sentence: isRepeated
          ? say`${nameOf(target)} sends ${'Access-Control-Allow-Credentials'} more than once. Browsers read ${value}, which is not ${'true'}.`
          : say`${nameOf(target)} says ${`Access-Control-Allow-Credentials: ${value}`}. Only ${'true'}, in small letters, counts; everything else is as if nothing were said.`,
        advice: isFalse
          ? say`Leave the header out.`
          : isRepeated
            ? say`Let one place set the CORS headers: the server, or what stands in front of it.`
            : say`Write ${'true'}.`,
        place: placeOf(exchange, 'access-control-allow-credentials'),
        demonstration: isFalse ? null : await refused(dossier, target, true),
      },
    ];
  }
  return [];
}

async function fickleAnswers(dossier: Dossier): Promise<Finding[]> {
  const [target] = dossier.fickle;
  if (!target) return [];
  const { actual, trusted } = dossier;
  // The browser's own cache would answer the second one.
  const ask = `await fetch(${quoted(target.url)}, { cache: 'no-store' });\n`;
  const demonstration = await verified(
    staged(dossier, `${nameOf(target)} is allowed every second time`, {
      ...pageAt(trusted),
      frontend: `// The same request, twice.\n${ask}${ask}`,
    }),
    (_, { requests }) => {
      const own = requests.filter(({ visit }) => visit === undefined);
      return own.some(isBlocked) && own.some(({ verdict }) => verdict === 'allowed');
    },
    dossier.simulate,
  );
  return [
    {
      kind: 'answers-differ',
      severity: 'warning',
      server: dossier.server.origin,
      sentence: say`${nameOf(target)} answered ${trusted} in two ways, one right after the other. A regular expression with the flag ${'g'} does that: it goes on where it stopped the last time.`,
      advice: say`Take the flag ${'g'} off, or keep what is decided about one request out of the next.`,
      place: placeOf(actual(target, trusted)!.exchange, 'access-control-allow-origin'),
      demonstration,
    },
  ];
}

async function loginBeforePreflight(dossier: Dossier): Promise<Finding[]> {
  const { targets, preflight, trusted, actual } = dossier;
  const needing = targets.filter(asksFirst).filter((target) => {
    const status = preflight(target, trusted)?.exchange.status;
    // A server that has nothing to say about CORS does not expect preflights at all.
    const expects = [actual(target, trusted), preflight(target, trusted)].some(
      (answer) => answer && allowOrigin(answer.exchange) !== null,
    );
    return expects && (status === 401 || status === 403);
  });
  const [target] = needing;
  if (!target) return [];
  const exchange = preflight(target, trusted)!.exchange;
  return [
    {
      kind: 'preflight-demands-login',
      severity: 'warning',
      server: dossier.server.origin,
      sentence: say`The preflight for ${namesOf(needing)} is answered with ${exchange.status}. A preflight never carries cookies or ${'Authorization'}, so nobody can answer that demand.`,
      advice: say`Answer ${'OPTIONS'} before anything asks who is there.`,
      place: placeOf(exchange, 'access-control-allow-origin'),
      demonstration: await refused(dossier, target, false),
    },
  ];
}

/** A browser asks before it sends this. */
export function asksFirst({ method, headers }: Target): boolean {
  return !['GET', 'HEAD', 'POST'].includes(method) || headers.length > 0;
}

/**
 * A page that the server trusts, refused by the browser.
 * @param reasons what it has to be refused for; left out, for anything
 */
export async function refused(
  dossier: Dossier,
  target: Target,
  credentials: boolean,
  reasons?: readonly Reason[],
): Promise<Demonstration | null> {
  const { trusted } = dossier;
  return verified(
    staged(dossier, `${trusted === 'null' ? 'A sandboxed page' : trusted} asks for ${nameOf(target)}`, {
      ...pageAt(trusted),
      frontend: codeFor(target, {
        credentials,
        remark: credentials ? 'With credentials.' : 'The browser keeps the answer from this code.',
      }),
    }),
    (request) => isBlocked(request) && (!reasons || (request.reason !== undefined && reasons.includes(request.reason))),
    dossier.simulate,
  );
}

/** The same with a header that a browser asks leave for. */
export const withHeader = (target: Target): Target => ({
  ...target,
  headers: [...target.headers, ['X-Requested-With', 'fetch']],
});
