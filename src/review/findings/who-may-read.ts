import { EVIL } from '@/explain/origins/strangers';
import { originOfPage } from '@/engine/infrastructure/document-origin';
import { isLoopback } from '@/engine/infrastructure/trustworthy';
import { join, say, type Sentence } from '@/explain/sentence';
import { hostOf } from '@/explain/address';
import { allowOrigin, placeOf, saysCredentials } from '../ask/answers';
import { nameOf, type Target } from '../ask/targets';
import type { Finding } from '../contract';
import { namesOf, STRANGER, type Dossier } from '../dossier';
import { cookieWords } from '../visitors-cookies';
import { firstRead, type Read } from './first-read';
import { slippedFindings } from './slipped-origins';

/** What pages of others may read. Each such finding was tried: a browser let a page of that origin read the answer. */
export async function whoMayRead(dossier: Dossier): Promise<Finding[]> {
  return [
    ...(await anyOrigin(dossier)),
    ...(await nullOrigin(dossier)),
    ...(await slippedFindings(dossier)),
    ...(await insecureOrigins(dossier)),
    ...(await privateServer(dossier)),
  ];
}

/** Requests whose answer names `origin` itself; those that answer well first, they are the ones worth reading. */
function namedIn(dossier: Dossier, origin: string): Target[] {
  const { targets, actual } = dossier;
  const status = (target: Target): number => actual(target, origin)?.exchange.status ?? 0;
  const isGood = (target: Target): boolean => status(target) >= 200 && status(target) < 300;
  return targets
    .filter((target) => {
      const answer = actual(target, origin);
      return answer && allowOrigin(answer.exchange) === origin;
    })
    .sort((a, b) => Number(isGood(b)) - Number(isGood(a)));
}

async function anyOrigin(dossier: Dossier): Promise<Finding[]> {
  const { server, actual } = dossier;
  const targets = namedIn(dossier, EVIL).filter((target) => namedIn(dossier, STRANGER).includes(target));
  const withCredentials = targets.filter((target) => saysCredentials(actual(target, EVIL)!.exchange));
  const shown = await firstRead(dossier, EVIL, withCredentials, true);
  if (shown) {
    const { target, demonstration } = shown;
    return [
      {
        kind: 'any-origin-with-credentials',
        severity: 'severe',
        server: server.origin,
        sentence: join(
          say`The answer to ${namesOf([target, ...withCredentials])} names whatever origin asks, and allows credentials. `,
          readAs(shown),
        ),
        advice: say`Compare the origin with a list of complete origins, and answer with it only where it is on the list.`,
        proof: EVIL,
        place: placeOf(actual(target, EVIL)!.exchange, 'access-control-allow-origin'),
        demonstration,
      },
    ];
  }
  const read = await firstRead(dossier, EVIL, targets, false);
  if (!read) return [];
  return [
    {
      kind: 'any-origin-reflected',
      severity: 'note',
      server: server.origin,
      sentence: say`The answer to ${namesOf([read.target, ...targets])} names whatever origin asks. That allows everybody, as ${'*'} does, and an answer for each origin must then be kept apart in every cache.`,
      advice: say`If everybody may read it, say ${'Access-Control-Allow-Origin: *'}. If not, compare with a list.`,
      proof: EVIL,
      place: placeOf(actual(read.target, EVIL)!.exchange, 'access-control-allow-origin'),
      demonstration: read.demonstration,
    },
  ];
}

/** As whom a page of anyone read the answer, as the run showed it. */
function readAs({ cookies, status }: Read): Sentence {
  const refused = status >= 400 ? `, which here is a ${status}` : '';
  if (cookies && cookies.sent.length > 0) {
    return [`Any page that a visitor opens can read it as that visitor${refused}.`];
  }
  const why = cookies ? ` ${capitalised(cookieWords(cookies))}.` : '';
  return [`Any page that a visitor opens can read it${refused}.${why}`];
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

async function nullOrigin(dossier: Dossier): Promise<Finding[]> {
  const { server, actual } = dossier;
  const isAnybody = (target: Target): boolean =>
    allowOrigin(actual(target, EVIL)?.exchange ?? actual(target, 'null')!.exchange) === EVIL;
  const targets = namedIn(dossier, 'null').filter((target) => !isAnybody(target));
  const withCredentials = targets.filter((target) => saysCredentials(actual(target, 'null')!.exchange));
  const shown =
    (await firstRead(dossier, 'null', withCredentials, true)) ?? (await firstRead(dossier, 'null', targets, false));
  if (!shown) return [];
  const credentials = withCredentials.includes(shown.target);
  return [
    {
      kind: 'null-origin-allowed',
      severity: credentials ? 'severe' : 'warning',
      server: server.origin,
      sentence: credentials
        ? say`The answer to ${namesOf([shown.target, ...targets])} allows the origin ${'null'}, with credentials. Every page can put itself into a sandboxed frame and have this origin.`
        : say`The answer to ${namesOf([shown.target, ...targets])} allows the origin ${'null'}. It names nobody: every page can put itself into a sandboxed frame and have it.`,
      advice: say`Take ${'null'} off the list. Pages opened from a file are better served from ${'http://localhost'} while developing.`,
      proof: 'null',
      place: placeOf(actual(shown.target, 'null')!.exchange, 'access-control-allow-origin'),
      demonstration: shown.demonstration,
    },
  ];
}

/** A connection that others on the way can change, let in to a server whose own is safe from that. */
async function insecureOrigins(dossier: Dossier): Promise<Finding[]> {
  const { server, allowed, slipped, actual } = dossier;
  if (!server.origin.startsWith('https:')) return [];
  const open = new Map<string, Target>([
    ...[...allowed].filter(([origin]) => origin.startsWith('http:')),
    ...slipped
      .filter(({ difference }) => difference === 'scheme')
      .map(({ origin, target }) => [origin, target] as const),
  ]);
  for (const [origin, target] of open) {
    const exchange = actual(target, origin)?.exchange;
    if (!exchange) continue;
    const credentials = saysCredentials(exchange);
    const shown = await firstRead(dossier, origin, [target], credentials);
    if (!shown) continue;
    const isLocal = isLoopback(new URL(origin).hostname);
    return [
      {
        kind: 'insecure-origin-allowed',
        severity: credentials && !isLocal ? 'warning' : 'note',
        server: server.origin,
        sentence: isLocal
          ? say`${nameOf(target)} allows ${origin}${others(open.size)}: whatever program answers there on a visitor’s machine may read it.`
          : say`${nameOf(target)} allows ${origin}${others(open.size)}. Whoever sits on the way to a visitor can write that page, and through it read what ${'https'} protects.`,
        advice: isLocal
          ? say`Keep origins for development out of what is in production: an environment variable can hold the list.`
          : say`Allow only ${'https'} origins.`,
        proof: origin,
        place: placeOf(exchange, 'access-control-allow-origin'),
        demonstration: shown.demonstration,
      },
    ];
  }
  return [];
}

const others = (count: number): Sentence => (count > 1 ? [` and ${count - 1} more`] : []);

/** With `*`, a server that only its own network reaches is read by every page that somebody in there opens. */
async function privateServer(dossier: Dossier): Promise<Finding[]> {
  const { server, targets, actual } = dossier;
  if (
    !isPrivate(new URL(server.origin).hostname) ||
    isPrivate(hostnameOf(originOfPage(dossier.scenario.page, dossier.scenario.sandbox)))
  )
    return [];
  const open = targets.filter((target) => {
    const answer = actual(target, EVIL);
    return answer && allowOrigin(answer.exchange) === '*' && answer.exchange.status < 300;
  });
  const shown = await firstRead(dossier, EVIL, open, false);
  if (!shown) return [];
  return [
    {
      kind: 'private-server-readable',
      // On a developer's own machine it is gone when the work is done.
      severity: /localhost$|^127\./.test(new URL(server.origin).hostname) ? 'note' : 'warning',
      server: server.origin,
      sentence: say`${hostOf(server.origin)} can be reached from inside only, and ${namesOf([shown.target, ...open])} may be read by everybody. A page of anyone, opened inside, reads it and sends it out.`,
      advice: say`Name the origins that need it. ${'*'} is for what the whole internet may read anyway.`,
      proof: EVIL,
      place: placeOf(actual(shown.target, EVIL)!.exchange, 'access-control-allow-origin'),
      demonstration: shown.demonstration,
    },
  ];
}

const PRIVATE =
  /^(localhost|.*\.localhost|.*\.(?:local|internal|intranet|lan|corp|home\.arpa)|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|127\..*|\[::1\]|\[f[cd].*|[^.]+)$/;

function isPrivate(hostname: string): boolean {
  return PRIVATE.test(hostname);
}

function hostnameOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname : 'public.example';
}
