/** What one fetch carries along. https://fetch.spec.whatwg.org/#fetch-params */

import type { Client, ConsoleLine, HeaderList, HttpResponse, Network, RequestRecord, TraceEvent } from '../contract';
import type { ParsedUrl } from '../infrastructure/urls';
import type { Profile } from '../profiles/profile';
import type { Store } from './store';

/** One browser with its document, as the algorithms see it. */
export interface Environment {
  profile: Profile;
  client: Client;
  clientUrl: ParsedUrl;
  /** Serialized origin of the document. */
  origin: string;
  /** Site of the document: the partition key of everything that is kept. */
  partition: string;
  network: Network;
  now: () => number;
  real: <T>(work: Promise<T>) => Promise<T>;
  store: Store;
  trace: ((event: TraceEvent) => void) | undefined;
  print: (line: ConsoleLine, request: number) => void;
}

/** A request on its way; redirects change it. https://fetch.spec.whatwg.org/#concept-request */
export interface ActiveRequest {
  /** As the page made it. */
  record: RequestRecord;
  method: string;
  /** The URL list; the last is the current URL. */
  urls: ParsedUrl[];
  headers: HeaderList;
  body: Uint8Array | null;
  /** https://fetch.spec.whatwg.org/#concept-request-response-tainting */
  tainting: 'basic' | 'cors' | 'opaque';
  /** https://fetch.spec.whatwg.org/#request-redirect-taint */
  redirectTaint: 'same-origin' | 'same-site' | 'cross-site';
  redirects: number;
  /** A redirect has led to another origin. */
  crossed: boolean;
  /** The last one has. */
  justCrossed: boolean;
  /** The last answer came out of the HTTP cache. */
  fromCache: boolean;
  /** `client`, `no-referrer` or a URL; each hop narrows it. */
  referrer: string;
  /** What this hop sends of it. */
  sentReferrer: string;
  /** What the first hop had; null before it. */
  firstReferrer: string | null;
  /** Policy in force; Referrer-Policy of a redirect changes it. */
  referrerPolicy: string;
  /** This hop goes by the default instead. */
  policyIgnored: boolean;
  /** The redirect to this hop has changed the method. */
  methodJustChanged: boolean;
  /** Origin as the last message but a preflight had it; null: it had none. */
  sentOrigin: string | null;
  /** Whether the current hop has sent a preflight, and whether that had anything to ask. */
  preflighted: 'no' | 'asked' | 'empty';
  /** What the first hop had to ask for, before redirects removed some of it; null until then. */
  firstHop: { method: string; names: string[] } | null;
  /** Content-Type that a change of method has dropped, and the method before it. */
  droppedType: { method: string; header: [name: string, value: string] } | null;
  /** What led to this hop, and how it was asked for. */
  redirectedBy: {
    response: InternalResponse;
    exchange: number | undefined;
    tainting: ActiveRequest['tainting'];
    /** Serialized. */
    origin: string;
  } | null;
}

export interface FetchParams {
  environment: Environment;
  id: number;
  request: ActiveRequest;
  exchanges: number[];
  signal: { aborted: boolean } | undefined;
  /** The exchange that the next decision judges. */
  exchange: number | undefined;
}

/** A response before it is filtered. https://fetch.spec.whatwg.org/#concept-internal-response */
export interface InternalResponse extends HttpResponse {
  ok: true;
  /** The URL list of the request at the time. */
  urls: ParsedUrl[];
  type: 'default' | 'opaqueredirect';
}

export function currentUrl(request: ActiveRequest): ParsedUrl {
  return request.urls[request.urls.length - 1] as ParsedUrl;
}

/** HTTP-network-or-cache fetch step 8.3 */
export function sendsCredentials({ request }: FetchParams): boolean {
  const { credentials } = request.record;
  return credentials === 'include' || (credentials === 'same-origin' && request.tainting === 'basic');
}

/** https://fetch.spec.whatwg.org/#serializing-a-request-origin */
export function requestOrigin(params: FetchParams): string {
  return params.request.redirectTaint === 'same-origin' ? params.environment.origin : 'null';
}
