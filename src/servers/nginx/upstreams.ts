import type { ConnectionFailure, HeaderList } from '@/engine';
import type { WireAnswer } from '@/realm';
import { CHUNKED, type Content } from './answer';
import type { Place, Upstream } from './config/config';
import { passedHeaders, upstreamRequest } from './proxy';
import { headerOf, type NginxRequest } from './request';
import type { NginxSurroundings } from './run-config';
import type { Step } from './steps';

/** The servers behind this one. */
export class Upstreams {
  private readonly asked = new Map<string, number>();

  constructor(
    private readonly groups: ReadonlyMap<string, Upstream>,
    private readonly surroundings: Pick<NginxSurroundings, 'send' | 'knowsHost'>,
  ) {}

  /** Sends the request on; gives the answer, or what nginx says in its place. */
  async ask(place: Place, request: NginxRequest): Promise<Content | Step> {
    const wire = upstreamRequest(place, request, (host) => this.addressOf(host));
    const line = place.proxyPass?.line;
    if (!wire) return { type: 'status', status: 500, why: 'invalid URL prefix', ...(line ? { line } : {}) };
    const badGateway = (why: string): Step => ({ type: 'status', status: 502, why, ...(line ? { line } : {}) });
    const unresolved = this.unresolved(place, request);
    if (unresolved) return badGateway(unresolved);
    const answer = await this.surroundings.send(wire);
    if (!answer.ok) return badGateway(failureWords(answer, wire.url));
    request.upstream = { answer, address: new URL(wire.url).host };
    const { errorPages, proxyInterceptErrors } = request.place.settings;
    if (proxyInterceptErrors && answer.status >= 300 && errorPages.some(({ status }) => status === answer.status)) {
      if (answer.status === 401) keepChallenge(answer.headers, request);
      return { type: 'status', status: answer.status, ...(line ? { line } : {}) };
    }
    return { ...toContent(answer, place, request), ...(line ? { line } : {}) };
  }

  /** Of a group, one server after another. */
  private addressOf(host: string): string {
    const group = this.groups.get(host);
    if (!group) return host;
    const turn = this.asked.get(host) ?? 0;
    this.asked.set(host, turn + 1);
    return group.servers[turn % group.servers.length]!;
  }

  /** A name that comes out of a variable is looked up while the request waits, which takes a resolver. */
  private unresolved(place: Place, request: NginxRequest): string | undefined {
    const host = request.upstreamHost;
    const name = host.replace(/:\d+$/, '');
    if (place.proxyPass?.target || this.groups.has(host) || /^[\d.]+$|^\[/.test(name)) return undefined;
    if (!request.place.settings.hasResolver) return `no resolver defined to resolve ${name}`;
    return this.surroundings.knowsHost(name) ? undefined : `${name} could not be resolved (3: Host not found)`;
  }
}

const FAILURES: Readonly<Record<ConnectionFailure, string>> = {
  refused: 'connect() failed (111: Connection refused) while connecting to upstream',
  closed: 'upstream prematurely closed connection while reading response header from upstream',
  'name-not-resolved': 'could not be resolved (3: Host not found)',
  timeout: 'upstream timed out (110: Connection timed out)',
};

function failureWords({ failure, message }: WireAnswer & { ok: false }, url: string): string {
  return failure ? `${FAILURES[failure]}, upstream: "${url}"` : message;
}

function keepChallenge(headers: HeaderList, request: NginxRequest): void {
  const value = headerOf(headers, 'www-authenticate');
  if (value !== '') request.headers.push({ name: 'WWW-Authenticate', value });
}

function toContent(answer: WireAnswer & { ok: true }, place: Place, request: NginxRequest): Content {
  const { headers, location } = passedHeaders(answer, place, request);
  const length = headerOf(answer.headers, 'content-length');
  for (const [name, value] of headers) {
    if (!/^content-(?:type|length)$/i.test(name)) request.headers.push({ name, value });
  }
  return {
    status: answer.status,
    statusText: answer.statusText,
    type: headerOf(answer.headers, 'content-type'),
    body: answer.body,
    length: length || CHUNKED,
    ...(location === undefined ? {} : { location }),
  };
}
