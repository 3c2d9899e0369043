import type { RandomSource } from './random-source';

export interface RandomPage {
  url: string;
  sandbox: boolean;
  /** As the page's requests carry it. */
  origin: string;
  tags: string[];
}

export function randomPage(random: RandomSource): RandomPage {
  const url = random.weighted([
    ['https://app.example.com/', 80],
    ['http://app.example.com/', 10],
    ['https://shop.test/', 5],
    ['https://app.example.com:8443/dir/page.html?q=1', 4],
  ]);
  const sandbox = random.chance(0.07);
  const http = url.startsWith('http:') ? ['http-page'] : [];
  const tags = [...http, ...(sandbox ? ['opaque-page'] : [])];
  return { url, sandbox, origin: sandbox ? 'null' : new URL(url).origin, tags };
}

export type Relation = 'same-origin' | 'same-site' | 'cross-site' | 'other-port' | 'cross-site-port' | 'other-scheme';

export function randomRelation(random: RandomSource): Relation {
  return random.weighted<Relation>([
    ['same-site', 38],
    ['cross-site', 29],
    ['other-port', 10],
    ['same-origin', 8],
    ['cross-site-port', 8],
    ['other-scheme', 6],
  ]);
}

/** An origin that stands so to the page's. */
export function originAt(relation: Relation, page: RandomPage): string {
  const { origin, protocol, hostname } = new URL(page.url);
  switch (relation) {
    case 'same-origin':
      return origin;
    case 'same-site':
      return `${protocol}//api.${hostname.split('.').slice(-2).join('.')}`;
    case 'cross-site':
      return `${protocol}//other.test`;
    case 'other-port':
      return `${protocol}//${hostname}:9443`;
    case 'cross-site-port':
      return `${protocol}//other.test:${protocol === 'https:' ? 8443 : 8080}`;
    case 'other-scheme':
      return `${protocol === 'https:' ? 'http:' : 'https:'}//${hostname}`;
  }
}
