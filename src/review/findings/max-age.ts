import { headerValue } from '@/explain/headers';
import { say } from '@/explain/sentence';
import { placeOf } from '../ask/answers';
import { nameOf, type Target } from '../ask/targets';
import type { Finding } from '../contract';
import { codeFor, pageAt, staged, verified } from '../demonstrate';
import type { Dossier } from '../dossier';
import { speaksOfCors } from './lists';
import { asksFirst } from './what-breaks';

/** Seconds for which each keeps a preflight's answer at most: the sources stand in docs/review.md. */
const CAPS = { chromium: 7200, firefox: 86_400, webkit: 600, standard: 86_400 } as const;
/** And for which each keeps one whose time it cannot read. */
const UNREADABLE = { chromium: 5, firefox: 0, webkit: 5, standard: 5 } as const;
const NAMES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit', standard: 'A browser' } as const;

/** A time that the browser does not keep, or cannot read. */
export async function maxAge(dossier: Dossier): Promise<Finding[]> {
  const { targets, preflight, trusted, scenario, server } = dossier;
  const browser = scenario.browser ?? 'chromium';
  for (const target of targets.toSorted((a, b) => Number(asksFirst(b)) - Number(asksFirst(a)))) {
    const exchange = preflight(target, trusted)?.exchange;
    const value = exchange ? headerValue(exchange.responseHeaders, 'access-control-max-age') : null;
    if (!exchange || value === null || !speaksOfCors(exchange)) continue;
    const place = placeOf(exchange, 'access-control-max-age');
    if (!/^-?\d+$/.test(value)) {
      return [
        {
          kind: 'max-age-unreadable',
          severity: 'note',
          server: server.origin,
          sentence: say`${`Access-Control-Max-Age: ${value}`} is no number of seconds. Chromium and WebKit keep the answer for 5 seconds then, Firefox not at all.`,
          advice: say`Write digits alone: ${'600'}.`,
          place,
          demonstration: asksFirst(target) ? await askedAgain(dossier, target, UNREADABLE[browser]) : null,
        },
      ];
    }
    const cap = CAPS[browser];
    if (Number(value) <= cap) continue;
    return [
      {
        kind: 'max-age-above-cap',
        severity: 'note',
        server: server.origin,
        sentence: say`${`Access-Control-Max-Age: ${value}`} is longer than ${NAMES[browser]} keeps the answer to a preflight: ${cap} seconds.`,
        advice: say`It does no harm. Chromium keeps at most 7200 seconds, Firefox 86400, WebKit 600.`,
        place,
        demonstration: asksFirst(target) ? await askedAgain(dossier, target, cap) : null,
      },
    ];
  }
  return [];
}

/** Two requests, with more time between them than the browser keeps the answer for. */
async function askedAgain(dossier: Dossier, target: Target, cap: number) {
  const code = codeFor(target, { credentials: false, remark: 'The first asks for leave.' });
  const again = codeFor(target, { credentials: false, remark: 'The second asks once more.' }).replaceAll(
    'response',
    'again',
  );
  return verified(
    staged(dossier, `${nameOf(target)} asks again ${cap === 0 ? 'at once' : `after ${cap} seconds`}`, {
      ...pageAt(dossier.trusted),
      frontend: `${code}\nawait new Promise((resolve) => setTimeout(resolve, ${(cap + 1) * 1000}));\n\n${again}`,
    }),
    (_, { exchanges }) =>
      exchanges.filter(({ kind, visit }) => kind === 'preflight' && visit === undefined).length === 2,
    dossier.simulate,
  );
}
