import { registrableDomain } from '@/engine';

/** How an origin differs from one that is let in. Each is a way in which a comparison can be too wide. */
export type Difference = 'end' | 'short' | 'beginning' | 'dot' | 'shared-suffix' | 'subdomain' | 'scheme' | 'port';

export interface Mutation {
  origin: string;
  difference: Difference;
}

/** Origins close to one that is let in: of strangers, of other machines of the same owner, or reached in another way. */
export function mutationsOf(origin: string): Mutation[] {
  const { protocol, hostname, port } = new URL(origin);
  const at = port === '' ? '' : `:${port}`;
  const domain = registrableDomain(hostname);
  const on = (host: string, difference: Difference, scheme = protocol, behind = at): Mutation => ({
    origin: `${scheme}//${host}${behind}`,
    difference,
  });
  const isNumeric = /^[\d.]+$|^\[/.test(hostname);
  const names: Mutation[] = isNumeric
    ? []
    : [
        on(`${hostname}.evil.example`, 'end'),
        on(`${hostname}.evil.example`, 'end', protocol, ''),
        on(`${hostname}-evil.example`, 'end'),
        ...cut(hostname).map((host) => on(host, 'short', protocol, '')),
        ...(domain.includes('.') ? beginnings(hostname, domain).map((host) => on(host, 'beginning')) : []),
        ...dots(hostname).map((host) => on(host, 'dot')),
        ...siblings(hostname, domain).map((host) => on(host, 'shared-suffix')),
        ...(domain.includes('.') ? neighbours(hostname, domain).map((host) => on(host, 'subdomain')) : []),
      ];
  return [
    ...names.filter((mutation) => mutation.difference === 'subdomain' || isStrangers(mutation.origin, domain)),
    ...(protocol === 'https:' ? [on(hostname, 'scheme', 'http:')] : []),
    on(hostname, 'port', protocol, port === '8443' ? ':9443' : ':8443'),
  ].filter((mutation) => mutation.origin !== origin && URL.canParse(mutation.origin));
}

function beginnings(hostname: string, domain: string): string[] {
  const before = hostname.slice(0, -domain.length);
  return [`evil${domain}`, `evil-${domain}`, `${before || 'app.'}evil${domain}`];
}

/** The name where it stops after two letters of its end, which are a country's: `.co` of `.com`. Anybody can have that. */
function cut(hostname: string): string[] {
  const short = hostname.replace(/(?<=\.[a-z]{2})[a-z]+$/, '');
  return short !== hostname && isCountry(short.slice(-2)) ? [short] : [];
}

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const isCountry = (code: string): boolean => countries.of(code.toUpperCase()) !== undefined;

/** Other hosts of the same owner, from the domain down. */
function neighbours(hostname: string, domain: string): string[] {
  const labels = hostname.slice(0, -domain.length).split('.').filter(Boolean);
  const above = labels.map((_, index) => [...labels.slice(index), domain].join('.'));
  return [domain, ...above.toReversed()].map((host) => `evil.${host}`);
}

/** A letter in place of each dot but the last, which no domain does without. */
function dots(hostname: string): string[] {
  return [...hostname.matchAll(/\./g)]
    .map(({ index }) => `${hostname.slice(0, index)}x${hostname.slice(index + 1)}`)
    .filter((host) => host.includes('.') && host.split('.').at(-1) === hostname.split('.').at(-1));
}

/** Where everybody can have a name, as at hosting providers: the neighbours. */
function siblings(hostname: string, domain: string): string[] {
  const [first = '', ...rest] = domain.split('.');
  const suffix = rest.join('.');
  if (!suffix.includes('.') || registrableDomain(`evil.${suffix}`) !== `evil.${suffix}`) return [];
  const parts = first.split('-');
  return [
    `evil.${suffix}`,
    `${first}-evil.${suffix}`,
    `evil-${first}.${suffix}`,
    `${[...parts.slice(0, -1), 'evil'].join('-')}.${suffix}`,
  ].filter((host) => host !== hostname);
}

/** Somebody else can have this name. */
function isStrangers(origin: string, domain: string): boolean {
  return URL.canParse(origin) && registrableDomain(new URL(origin).hostname) !== domain;
}
