import { headerValue, members, titleCase } from '@/explain/headers';
import { join, list, say } from '@/explain/sentence';
import type { Reason } from '@/engine';
import { originOfPage } from '@/engine/infrastructure/document-origin';
import { allowOrigin, lets, placeOf, saysCredentials } from '../ask/answers';
import { nameOf } from '../ask/targets';
import type { Finding } from '../contract';
import { isBlocked, staged, verified } from '../demonstrate';
import { namesOf, type Dossier } from '../dossier';
import { speaksOfCors } from './lists';
import { SAFELISTED_RESPONSE_HEADERS, unshown } from './unshown';
import { asksFirst, refused } from './what-breaks';

/** What this page and this server do not agree about. */
export async function pageAndServer(dossier: Dossier): Promise<Finding[]> {
  return [
    ...(await notCovered(dossier)),
    ...(await permissionElsewhere(dossier)),
    ...(await unexposed(dossier)),
    ...unusedCredentials(dossier),
  ];
}

const NOT_COVERED: ReadonlySet<Reason> = new Set<Reason>(['header-not-allowed', 'method-not-allowed']);

/** The page's own request, refused for a name that the preflight's answer does not have. */
async function notCovered({ result, server, scenario, simulate }: Dossier): Promise<Finding[]> {
  for (const request of result.requests) {
    if (request.visit !== undefined || !request.reason || !NOT_COVERED.has(request.reason)) continue;
    const exchange = result.exchanges[request.exchanges.at(-1) ?? -1];
    if (!exchange || new URL(exchange.url).origin !== server.origin) continue;
    const isMethod = request.reason === 'method-not-allowed';
    const asked = members(
      isMethod ? request.method : headerValue(exchange.requestHeaders, 'access-control-request-headers'),
    );
    const header = isMethod ? 'access-control-allow-methods' : 'access-control-allow-headers';
    const listed = members(headerValue(exchange.responseHeaders, header));
    const allowed = listed.map((name) => name.toLowerCase());
    const missing = isMethod ? asked : asked.filter((name) => !allowed.includes(name.toLowerCase()));
    const title = `${originOfPage(scenario.page, scenario.sandbox)} asks for ${nameOf(request)}`;
    return [
      {
        kind: 'request-not-covered',
        severity: 'warning',
        server: server.origin,
        sentence: join(
          say`${nameOf(request)} of this page needs `,
          list(missing),
          say`, and ${titleCase(header)} ${listed.length > 0 ? say`says ${listed.join(', ')}` : ['is missing']}.`,
        ),
        advice: join(['Add '], list(missing), say` to ${titleCase(header)}`, [
          missing.length > 1 ? ', if pages may send them.' : ', if pages may send it.',
        ]),
        place: placeOf(exchange, header),
        demonstration: await verified(
          staged({ scenario, result }, title, { ...pageOf(scenario), frontend: scenario.frontend }),
          (_, { requests }) =>
            requests.some((one) => isBlocked(one) && one.reason === request.reason && nameOf(one) === nameOf(request)),
          simulate,
        ),
      },
    ];
  }
  return [];
}

const pageOf = ({ page, sandbox }: Dossier['scenario']) => ({ page, ...(sandbox ? { sandbox } : {}) });

const FOR_PREFLIGHTS = ['access-control-allow-methods', 'access-control-allow-headers', 'access-control-max-age'];

/** Permissions that are looked for on the preflight's answer, and stand on the actual one. */
async function permissionElsewhere(dossier: Dossier): Promise<Finding[]> {
  const { targets, actual, preflight, trusted, server } = dossier;
  const misplaced = targets.flatMap((target) => {
    const exchange = actual(target, trusted)?.exchange;
    const asked = preflight(target, trusted)?.exchange;
    const names = FOR_PREFLIGHTS.filter((name) => exchange && headerValue(exchange.responseHeaders, name) !== null);
    if (!exchange || !asked || names.length === 0) return [];
    return [
      {
        target,
        exchange,
        asked,
        names,
        lost: names.filter((name) => headerValue(asked.responseHeaders, name) === null),
      },
    ];
  });
  const lost = misplaced
    .filter(({ lost: names }) => names.length > 0)
    .sort((a, b) => Number(asksFirst(b.target)) - Number(asksFirst(a.target)))[0];
  if (lost) {
    return [
      {
        kind: 'permission-on-wrong-answer',
        severity: 'warning',
        server: server.origin,
        sentence: join(
          say`${nameOf(lost.target)} is answered with `,
          list(lost.lost.map(titleCase)),
          say`, and its preflight is not. Browsers look there alone.`,
        ),
        advice: say`Answer ${'OPTIONS'} with ${[lost.lost.length > 1 ? 'them' : 'it']}.`,
        place: placeOf(lost.exchange, lost.lost[0] ?? ''),
        demonstration: await refused(dossier, lost.target, false),
      },
    ];
  }
  const [idle] = misplaced;
  if (!idle || !speaksOfCors(idle.exchange)) return [];
  return [
    {
      kind: 'answer-without-effect',
      severity: 'note',
      server: server.origin,
      sentence: join(
        list(idle.names.map(titleCase)),
        say` ${[idle.names.length > 1 ? 'stand' : 'stands']} on the answer to ${namesOf(misplaced.map(({ target }) => target))} too. Browsers read ${[idle.names.length > 1 ? 'them' : 'it']} on the answer to a preflight alone.`,
      ),
      advice: say`Send ${[idle.names.length > 1 ? 'them' : 'it']} where the method is ${'OPTIONS'}.`,
      place: placeOf(idle.exchange, idle.names[0] ?? ''),
      demonstration: null,
    },
  ];
}

/** Headers that the page's code asks for by name, that are sent, and that are not shown to it. */
async function unexposed(dossier: Dossier): Promise<Finding[]> {
  const { scenario, targets, actual, server, trusted } = dossier;
  if (server.origin === originOfPage(scenario.page, scenario.sandbox)) return [];
  const reads = [...scenario.frontend.matchAll(/(?:headers\.(?:get|has)|getResponseHeader)\(\s*(['"`])([\w-]+)\1/g)];
  for (const target of targets.filter(({ isPages }) => isPages)) {
    const exchange = actual(target, trusted)?.exchange;
    if (!exchange || !lets(exchange, trusted)) continue;
    const exposed = members(headerValue(exchange.responseHeaders, 'access-control-expose-headers')).map((name) =>
      name.toLowerCase(),
    );
    if (exposed.includes('*') && !saysCredentials(exchange)) continue;
    const hidden = reads
      .map(([, , name = '']) => name)
      .filter((name) => {
        const lower = name.toLowerCase();
        const isSent = headerValue(exchange.responseHeaders, lower) !== null;
        return isSent && !exposed.includes(lower) && !SAFELISTED_RESPONSE_HEADERS.test(lower);
      });
    if (hidden.length === 0) continue;
    const names = [...new Set(hidden)];
    return [
      {
        kind: 'exposed-header-missing',
        severity: 'warning',
        server: server.origin,
        sentence: join(
          ['This page reads '],
          list(names),
          say`, which ${nameOf(target)} sends and does not show: its code gets ${'null'}.`,
        ),
        advice: join(say`Say ${'Access-Control-Expose-Headers'}: `, list(names), ['.']),
        place: placeOf(exchange, (names[0] ?? '').toLowerCase()),
        demonstration: await unshown(dossier, target, names[0] ?? '', saysCredentials(exchange)),
      },
    ];
  }
  return [];
}

/** Credentials allowed to a page whose own requests carry none. */
function unusedCredentials({ scenario, result, targets, actual, server, trusted }: Dossier): Finding[] {
  const isBrowser = (scenario.client ?? 'browser') === 'browser';
  const own = targets.filter(({ isPages }) => isPages);
  const page = originOfPage(scenario.page, scenario.sandbox);
  if (!isBrowser || own.length === 0 || page === server.origin || trusted !== page) return [];
  const code = [scenario.frontend, ...(scenario.earlier ?? []).map(({ frontend }) => frontend)].join('\n');
  const sends =
    /credentials['"]?\s*:\s*(['"`])include|withCredentials|use-credentials/.test(code) ||
    result.requests.some(({ initiator }) => !['fetch', 'xhr'].includes(initiator));
  if (sends) return [];
  const [target] = own.filter((one) => {
    const exchange = actual(one, trusted)?.exchange;
    return exchange && saysCredentials(exchange) && allowOrigin(exchange) === trusted;
  });
  if (!target) return [];
  const exchange = actual(target, trusted)!.exchange;
  return [
    {
      kind: 'credentials-never-used',
      severity: 'note',
      server: server.origin,
      sentence: say`${nameOf(target)} allows credentials, and this page never sends any.`,
      advice: say`Leave ${'Access-Control-Allow-Credentials'} out, if no other page needs it.`,
      place: placeOf(exchange, 'access-control-allow-credentials'),
      demonstration: null,
    },
  ];
}
