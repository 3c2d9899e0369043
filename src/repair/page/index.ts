import { headerValue, members } from '@/explain/headers';
import type { Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import { isNoMethod, valuesOf, type Blockage } from '../blockage';
import { asWritten, missingHeaders } from '../proposals';
import { quoted } from '@/realm/syntax/tree';
import { spliced, type Splice } from '../splice';
import type { Slip, Step } from '../fix';
import { callOf, withoutCredentials, withoutHeaders, withoutOption, type RequestCall } from './call';
import { codeOf, withCode } from './code';
import { otherAddresses } from './addresses';
import { meantHeader, renamed } from './misspelt-header';
import { atTheServerThereIs } from './moved-server';
import { throughTheProxy } from './through-proxy';

interface PageCandidate {
  scenario: Scenario;
  step: Step;
}

interface Change {
  title: string;
  opens: string;
  splices: Splice[] | null;
  slip?: Slip;
  /** With another server too, where the page's change needs it. */
  also?: (scenario: Scenario) => Scenario;
}

/** What the page could do differently itself. */
export function pageCandidates(scenario: Scenario, result: SimulationResult, blockage: Blockage): PageCandidate[] {
  const { request } = blockage;
  const code = codeOf(scenario, request);
  const found = callOf(code, request);
  const changes: Change[] = [
    ...(found ? changesFor(found, scenario, result, blockage) : []),
    ...atTheServerThereIs(code, scenario, blockage),
    ...throughTheProxy(code, scenario, blockage),
  ];
  return changes.flatMap(({ title, opens, splices, slip, also }): PageCandidate[] => {
    if (!splices) return [];
    const changed = withCode(scenario, request, spliced(code, splices));
    return [
      {
        scenario: also ? also(changed) : changed,
        step: { title, place: also ? 'both' : 'page', opening: 'nothing', opens, ...(slip ? { slip } : {}) },
      },
    ];
  });
}

function changesFor(found: RequestCall, scenario: Scenario, result: SimulationResult, blockage: Blockage): Change[] {
  const { reason } = blockage;
  const option = (name: string, title: string, opens: string): Change => ({
    title,
    opens,
    splices: withoutOption(found, name),
  });
  const addresses = otherAddresses(found, scenario, result, blockage).map(
    ({ url, title, opens, slip, also }): Change => ({
      title,
      opens,
      splices: [{ start: found.url!.node.start, end: found.url!.node.end, text: quoted(url, found.code) }],
      ...(slip ? { slip } : {}),
      ...(also ? { also } : {}),
    }),
  );
  switch (reason) {
    case null:
      return [option('mode', 'Take the mode no-cors out', 'It sealed the answer. Without it the server decides.')];
    case 'same-origin-mode-violation':
      return [option('mode', 'Take the mode same-origin out', 'It kept the request at home. Now the server decides.')];
    case 'no-cors-redirect-mode':
      return [
        option('redirect', 'Follow redirects', 'Mode no-cors can do nothing else.'),
        option('mode', 'Take the mode no-cors out', 'It sealed the answer. Without it the server decides.'),
      ];
    case 'redirect-mode-error':
      return [option('redirect', 'Follow the redirect', 'The code asked for an error where the answer is a redirect.')];
    case 'only-if-cached-miss':
      return [option('cache', 'Ask the network', 'The cache held nothing, and only-if-cached asks nobody else.')];
    case 'allow-origin-wildcard-with-credentials':
    case 'allow-credentials-not-true':
      return [
        {
          title: 'Leave the credentials out',
          opens: 'The request then carries no cookies. Right where the server needs none.',
          splices: withoutCredentials(found),
        },
        ...addresses,
      ];
    case 'method-not-allowed':
      return inCapitals(found, blockage);
    case 'header-not-allowed':
    case 'allow-headers-invalid':
    case 'preflight-status-not-ok': {
      const names = reason === 'header-not-allowed' ? missingHeaders(blockage) : askedHeaders(blockage);
      // Without these two it is another request.
      const meant = reason === 'header-not-allowed' ? asAllowed(found, blockage) : [];
      if (names.length === 0 || names.some((name) => /^(authorization|content-type)$/.test(name)))
        return [...meant, ...addresses];
      const written = names.map((name) => asWritten(name, found.code)).join(', ');
      return [
        ...meant,
        {
          title: `Do not send ${written}`,
          opens: `Where the server can do without ${names.length === 1 ? 'it' : 'them'}, nothing else has to change.`,
          splices: withoutHeaders(found, names),
        },
        ...addresses,
      ];
    }
    default:
      return [...(isNoMethod(blockage) ? inCapitals(found, blockage) : []), ...addresses];
  }
}

/** Methods are compared letter by letter. */
function inCapitals({ method, code }: RequestCall, blockage: Blockage): Change[] {
  const { request, exchange } = blockage;
  const upper = request.method.toUpperCase();
  if (!method || upper === request.method) return [];
  const isAllowed = exchange && members(valuesOf(exchange, 'access-control-allow-methods')).includes(upper);
  const change: Change = {
    title: `Write the method as ${upper}`,
    opens: `Methods are compared letter by letter, and browsers put only ${NORMALIZED} in capitals.`,
    splices: [{ start: method.node.start, end: method.node.end, text: quoted(upper, code) }],
  };
  if (isNoMethod(blockage)) {
    const opens = `The server answers ${request.method} with 400: it knows no such method. ${change.opens}`;
    return [{ ...change, opens, slip: { of: 'method', meant: upper } }];
  }
  if (!isAllowed) return [change];
  const opens = `The server allows ${upper} already. ${change.opens}`;
  return [{ ...change, opens, slip: { of: 'method', meant: upper } }];
}

/** https://fetch.spec.whatwg.org/#concept-method-normalize */
const NORMALIZED = 'DELETE, GET, HEAD, OPTIONS, POST and PUT';

/** Header names that the server allows with a letter more, less or other. */
function asAllowed(found: RequestCall, blockage: Blockage): Change[] {
  return missingHeaders(blockage).flatMap((name): Change[] => {
    const meant = meantHeader(name, blockage);
    if (meant === undefined) return [];
    return [
      {
        title: `Write the header as ${meant}`,
        opens: `The server allows ${meant} already, and ${asWritten(name, found.code)} is another name.`,
        splices: renamed(found, name, meant),
        slip: { of: 'header', meant },
      },
    ];
  });
}

function askedHeaders({ exchange }: Blockage): string[] {
  return members(exchange && headerValue(exchange.requestHeaders, 'access-control-request-headers'));
}
