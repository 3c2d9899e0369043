import { registrableDomain, type Reason } from '@/engine';
import { headerValue, members, titleCase } from '@/explain/headers';
import type { Scenario } from '@/scenario/document';
import type { Exchange } from '@/scenario/result';
import { type Blockage, valuesOf } from './blockage';
import type { Proposal } from './wish';

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';
const ALLOW_METHODS = 'Access-Control-Allow-Methods';
const ALLOW_HEADERS = 'Access-Control-Allow-Headers';

const answered: Proposal = {
  wish: { kind: 'answer-preflight' },
  title: 'Answer the preflight',
  opening: 'nothing',
  opens: 'It allows nothing by itself: the headers decide.',
};

const handedOn: Proposal = {
  wish: { kind: 'hand-on' },
  title: 'Hand the request on',
  opening: 'nothing',
  opens: 'It was kept by a middleware that does not answer it. What comes behind decides.',
};

/** What the server could say differently at the gate that closed, safest first. */
export function proposalsFor(blockage: Blockage, scenario: Scenario): Proposal[] {
  const { reason, exchange } = blockage;
  if (!exchange) return [];
  switch (reason) {
    case 'allow-origin-multiple-values':
      return [...once(exchange), ...origins(blockage)];
    case 'allow-origin-missing':
    case 'allow-origin-invalid':
    case 'allow-origin-mismatch':
    case 'allow-origin-wildcard-with-credentials':
      return [...shared(blockage, scenario), ...origins(blockage)];
    case 'allow-credentials-not-true':
      return [
        {
          wish: { kind: 'header', name: 'Access-Control-Allow-Credentials', value: 'true', adds: false },
          title: 'Allow credentials',
          opening: blockage.origin === 'null' ? 'unsafe' : 'credentials',
          opens:
            blockage.origin === 'null'
              ? 'Any sandboxed frame of any site then reads answers that are meant for the logged-in user.'
              : `Code of ${blockage.origin} may then read what the server tells the logged-in user.`,
        },
      ];
    case 'connection-closed':
      return exchange.kind === 'preflight' ? [handedOn, answered] : [handedOn];
    case 'preflight-status-not-ok':
    case 'preflight-redirect':
      return [answered];
    case 'method-not-allowed':
    case 'allow-methods-invalid': {
      const method = askedMethod(blockage);
      return [
        {
          wish: methodsWish(exchange, method, reason),
          title: reason === 'method-not-allowed' ? `Allow the method ${method}` : 'Write the methods as a list',
          opening: 'name',
          opens: 'One more method, for the same origins.',
        },
      ];
    }
    case 'header-not-allowed':
    case 'allow-headers-invalid': {
      const names = missingHeaders(blockage).map((name) => asWritten(name, scenario.frontend));
      const before = valuesOf(exchange, 'access-control-allow-headers');
      const named = names.length === 1 ? `the header ${names[0]}` : `the headers ${names.join(', ')}`;
      return [
        {
          wish: listWish(ALLOW_HEADERS, before, names),
          title: reason === 'header-not-allowed' ? `Allow ${named}` : 'Write the header names as a list',
          opening: 'name',
          opens: names.length === 1 ? 'One more name, for the same origins.' : 'More names, for the same origins.',
        },
      ];
    }
    case 'cross-origin-resource-policy':
      return resourcePolicies(blockage);
    default:
      return [];
  }
}

/** Repeated, not a list in one value. */
function once(exchange: Exchange): Proposal[] {
  if (valuesOf(exchange, 'access-control-allow-origin').length < 2) return [];
  return [
    {
      wish: { kind: 'once', name: ALLOW_ORIGIN },
      title: `Send ${ALLOW_ORIGIN} once`,
      opening: 'origin',
      opens: 'Who was meant to read the answer now can. Nobody else.',
    },
  ];
}

function origins({ origin, reason }: Blockage): Proposal[] {
  const exact: Proposal = {
    wish: { kind: 'header', name: ALLOW_ORIGIN, value: origin, adds: false },
    title: `Allow ${origin}`,
    opening: 'origin',
    opens: `Pages of ${origin} may then read it; a stranger’s may not.`,
  };
  const everyone: Proposal = {
    wish: { kind: 'header', name: ALLOW_ORIGIN, value: '*', adds: false },
    title: 'Allow every origin',
    opening: 'everyone',
    opens: 'Every site may read this answer, without the user’s cookies. Right for what is public.',
  };
  if (origin !== 'null') return reason === 'allow-origin-wildcard-with-credentials' ? [exact] : [exact, everyone];
  const opaque: Proposal = {
    ...exact,
    title: 'Allow the origin null',
    opening: 'unsafe',
    opens: 'null is nobody’s name: any site gets it with a sandboxed frame, and so does any local file.',
  };
  return reason === 'allow-origin-wildcard-with-credentials' ? [opaque] : [everyone, opaque];
}

/** What is said to everybody is said to one origin alone. */
export function onlyTo(origin: string): Proposal {
  return {
    wish: { kind: 'header', name: ALLOW_ORIGIN, value: origin, adds: false },
    title: `Allow only ${origin}`,
    opening: 'origin',
    opens: `Pages of ${origin} may then read it, and no others.`,
  };
}

/** Behind a shared cache an answer for another origin may have been kept: it has to be kept apart. */
function shared({ server, reason }: Blockage, scenario: Scenario): Proposal[] {
  if (server === null || !scenario.servers[server]?.cdn) return [];
  if (reason !== 'allow-origin-mismatch' && reason !== 'allow-origin-missing') return [];
  return [
    {
      wish: { kind: 'header', name: 'Vary', value: 'Origin', adds: true },
      title: 'Say that the answer varies by origin',
      opening: 'nothing',
      opens: 'Caches then keep an answer for each origin. Nobody may read more.',
    },
  ];
}

function resourcePolicies({ origin, exchange }: Blockage): Proposal[] {
  const wish = (value: string): Proposal['wish'] => ({
    kind: 'header',
    name: 'Cross-Origin-Resource-Policy',
    value,
    adds: false,
  });
  const everywhere: Proposal = {
    wish: wish('cross-origin'),
    title: 'Let other sites embed it',
    opening: 'everyone',
    opens: 'Every site may embed this answer. Code still cannot read it.',
  };
  const near: Proposal = {
    wish: wish('same-site'),
    title: 'Let pages of the same site embed it',
    opening: 'origin',
    opens: 'Pages of the same site may embed this answer.',
  };
  return exchange && isSameSite(origin, exchange.url) ? [near, everywhere] : [everywhere];
}

/** Without their schemes: the policy asks for no more. */
function isSameSite(a: string, b: string): boolean {
  if (!URL.canParse(a) || !URL.canParse(b)) return false;
  return registrableDomain(new URL(a).hostname) === registrableDomain(new URL(b).hostname);
}

/** The list as it should be. One that cannot be read, or that a `*` makes useless, is written anew. */
function listWish(name: string, values: readonly string[], added: readonly string[]): Proposal['wish'] {
  const listed = members(values);
  const valid = listed.filter((member) => /^[\w!#$%&'*+.^`|~-]+$/.test(member));
  const onlyStar = valid.length > 0 && valid.every((member) => member === '*');
  if (valid.length === listed.length && !onlyStar) {
    return { kind: 'header', name, value: added.join(', '), adds: values.length > 0 };
  }
  const kept = onlyStar ? [] : valid;
  const lower = new Set(kept.map((member) => member.toLowerCase()));
  const missing = added.filter((member) => !lower.has(member.toLowerCase()));
  return { kind: 'header', name, value: [...kept, ...missing].join(', '), adds: false };
}

/** Methods are compared letter by letter: one that is written small is written large. */
function methodsWish(exchange: Exchange, method: string, reason: Reason): Proposal['wish'] {
  const values = valuesOf(exchange, 'access-control-allow-methods');
  const isMeant = (member: string): boolean => member.trim().toUpperCase() === method;
  const listed = values.join(', ').split(',');
  if (reason !== 'method-not-allowed' || !listed.some(isMeant)) return listWish(ALLOW_METHODS, values, [method]);
  const value = listed.map((member) => (isMeant(member) ? member.toUpperCase() : member)).join(',');
  return { kind: 'header', name: ALLOW_METHODS, value, adds: false };
}

function askedMethod({ exchange, request }: Blockage): string {
  const asked = exchange && headerValue(exchange.requestHeaders, 'access-control-request-method');
  return asked ?? request.method;
}

/** The names that the answer does not list; where the list cannot be read, or is a `*` that does not count, all. */
export function missingHeaders({ exchange, gate, reason }: Blockage): string[] {
  const all = members(exchange && headerValue(exchange.requestHeaders, 'access-control-request-headers'));
  const missing = gate?.compared?.missing ?? [];
  const listed = exchange ? valuesOf(exchange, 'access-control-allow-headers').join(',').trim() : '';
  return reason === 'header-not-allowed' && missing.length > 0 && listed !== '*' ? missing : all;
}

/** As the page's code writes the name, else as it is usually written. */
export function asWritten(name: string, code: string): string {
  const pattern = new RegExp(`(?<![\\w-])${name.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`, 'i');
  return pattern.exec(code)?.[0] ?? titleCase(name);
}
