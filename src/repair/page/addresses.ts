import { originOfPage } from '@/engine/infrastructure/document-origin';
import { hostOf } from '@/explain';
import { headerValue } from '@/explain/headers';
import type { Scenario } from '@/scenario/document';
import type { Exchange, SimulationResult } from '@/scenario/result';
import { serverAt, type Blockage } from '../blockage';
import type { Slip } from '../fix';
import type { RequestCall } from './call';

interface Address {
  url: string;
  title: string;
  opens: string;
  slip?: Slip;
  also?: (scenario: Scenario) => Scenario;
}

/** Other addresses that the page may have meant, from what the run shows. */
export function otherAddresses(
  { url }: RequestCall,
  scenario: Scenario,
  result: SimulationResult,
  { reason, request, exchange, origin }: Blockage,
): Address[] {
  if (!url) return [];
  switch (reason) {
    case 'url-scheme-not-supported':
    case 'name-not-resolved':
    case 'connection-refused':
      return [...withScheme(url.text, scenario), ...atOtherServers(url.text, request.url, scenario)];
    case 'mixed-content': {
      const target = exchange && targetOf(exchange);
      return target ? securely(target, request.url, scenario) : secure(url.text, request.url, scenario);
    }
    default: {
      const target = exchange && targetOf(exchange);
      const isNeverFollowed = reason === 'preflight-redirect' || reason === 'redirect-url-has-credentials';
      if (target && (isNeverFollowed || isMisspelt(request.url, target)))
        return [directly(target, request.url, scenario)];
      const hops = request.exchanges.map((id) => result.exchanges[id]!).filter(({ kind }) => kind === 'actual');
      const isRedirected = origin === 'null' || hops.length > 1;
      return isRedirected && exchange && exchange.url !== request.url
        ? [directly(exchange.url, request.url, scenario)]
        : [];
    }
  }
}

/** `api.example.com/users` is a path of the page's own origin, and `localhost:3000` a scheme. */
export function withScheme(text: string, scenario: Scenario): Address[] {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) || !/^(\/\/)?[\w.-]+(:\d+)?(\/|$|\?)/.test(text)) return [];
  return ['https://', 'http://']
    .map((scheme) => scheme + text.replace(/^\/\//, ''))
    .filter((url) => serverAt(scenario, url) !== null)
    .map((url) => ({
      url,
      title: `Write the address with its scheme: ${new URL(url).protocol}//`,
      opens: 'Without it the browser reads the host as something else. No header is involved.',
    }));
}

/** The same host with another scheme or port. */
function atOtherServers(text: string, resolvedUrl: string, { servers }: Scenario): Address[] {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(resolvedUrl)) return [];
  const asked = new URL(resolvedUrl);
  return servers
    .filter(({ origin }) => new URL(origin).hostname === asked.hostname && origin !== asked.origin)
    .map(({ origin }) => ({
      url: origin + asked.pathname + asked.search,
      title: `Ask ${origin}`,
      opens: `That is where a server of ${asked.hostname} listens.`,
    }));
}

/** The address over https, and a server that is there. */
function secure(text: string, resolvedUrl: string, scenario: Scenario): Address[] {
  if (!/^http:/i.test(text) || !URL.canParse(resolvedUrl)) return [];
  const asked = new URL(resolvedUrl);
  const url = resolvedUrl.replace(/^http:/i, 'https:');
  const opens = 'A secure page asks only secure addresses.';
  if (serverAt(scenario, url) !== null) return [{ url, title: 'Ask over https', opens }];
  if (asked.port !== '') return [];
  return [
    {
      url,
      title: `Serve ${asked.hostname} over https, and ask there`,
      opens,
      also: (changed) => ({
        ...changed,
        servers: changed.servers.map((server) =>
          originOfPage(server.origin) === asked.origin ? { ...server, origin: new URL(url).origin } : server,
        ),
      }),
    },
  ];
}

/** Where a redirect leads, over https. */
function securely(target: string, asked: string, scenario: Scenario): Address[] {
  const url = target.replace(/^http:/, 'https:');
  if (serverAt(scenario, url) === null) return [];
  return [{ ...directly(url, asked, scenario), opens: 'The redirect leads there, but not over https.' }];
}

/** Where a redirect leads that a browser could ask, without the name and password in it. */
export function targetOf({ status, url, responseHeaders }: Exchange): string | null {
  const location = headerValue(responseHeaders, 'location');
  if (status < 300 || status > 399 || location === null || !URL.canParse(location, url)) return null;
  const target = new URL(location, url);
  target.username = '';
  target.password = '';
  return /^https?:$/.test(target.protocol) ? target.href : null;
}

/** Relative where it leads to the page's own origin. */
function directly(target: string, asked: string, { page }: Scenario): Address {
  const { origin, pathname, search } = new URL(target);
  const isHome = URL.canParse(page) && new URL(page).origin === origin;
  return {
    url: isHome ? pathname + search : target,
    title: isHome || origin === new URL(asked).origin ? `Ask for ${pathname} at once` : `Ask ${hostOf(origin)} at once`,
    opens: 'That is where the redirect leads. Asked directly, there is none.',
    ...(isMisspelt(asked, target) ? { slip: { of: 'address', meant: target } } : {}),
  };
}

/** The server only corrects how the address is written: its scheme, or a slash too many or too few. */
function isMisspelt(asked: string, target: string): boolean {
  const [a, b] = [new URL(asked), new URL(target)];
  const path = ({ pathname }: URL): string => pathname.replace(/\/$/, '');
  const isSecured = a.protocol === 'http:' && b.protocol === 'https:' && a.hostname === b.hostname;
  return (a.origin === b.origin || isSecured) && path(a) === path(b) && a.search === b.search;
}
