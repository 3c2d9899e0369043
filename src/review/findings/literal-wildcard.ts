import { headerValue, members, titleCase } from '@/explain/headers';
import { say } from '@/explain/sentence';
import { allowOrigin, placeOf, saysCredentials } from '../ask/answers';
import type { Demonstration, Finding } from '../contract';
import type { Dossier } from '../dossier';
import { SAFELISTED_RESPONSE_HEADERS, unshown } from './unshown';
import { refused, trustedAnswers, withHeader, type Answered } from './what-breaks';

/** With credentials `*` is a name like any other, in all three lists. */
export async function literalWildcard(dossier: Dossier): Promise<Finding[]> {
  for (const name of [
    'access-control-allow-methods',
    'access-control-allow-headers',
    'access-control-expose-headers',
  ] as const) {
    const found = trustedAnswers(dossier).find(
      ({ exchange }) =>
        saysCredentials(exchange) &&
        allowOrigin(exchange) !== '*' &&
        members(headerValue(exchange.responseHeaders, name)).includes('*'),
    );
    if (!found) continue;
    return [
      {
        kind: 'wildcard-taken-literally',
        severity: 'warning',
        server: dossier.server.origin,
        sentence: say`${`${titleCase(name)}: *`} stands beside ${'Access-Control-Allow-Credentials: true'}. For a request with credentials ${'*'} is a name like any other, and covers nothing.`,
        advice: say`List the names.`,
        place: placeOf(found.exchange, name),
        demonstration: await literally(dossier, found, name),
      },
    ];
  }
  return [];
}

/** A page that relies on the star, with credentials. */
async function literally(
  dossier: Dossier,
  { target, exchange }: Answered,
  name: 'access-control-allow-methods' | 'access-control-allow-headers' | 'access-control-expose-headers',
): Promise<Demonstration | null> {
  switch (name) {
    case 'access-control-allow-methods':
      return refused(dossier, { ...target, method: 'PUT' }, true, ['method-not-allowed']);
    case 'access-control-allow-headers':
      return refused(dossier, withHeader(target), true, ['header-not-allowed']);
    case 'access-control-expose-headers': {
      const hidden = exchange.responseHeaders
        .map(([header]) => header.toLowerCase())
        .find((header) => !isShown(header));
      return hidden === undefined ? null : unshown(dossier, target, titleCase(hidden), true);
    }
  }
}

const isShown = (header: string): boolean =>
  SAFELISTED_RESPONSE_HEADERS.test(header) || header.startsWith('access-control-');
