import type { ConnectionFailure, HeaderList, HttpRequest, HttpResponse, NetworkAnswer } from '@/engine';
import { fromByteString } from '@/realm';
import { decodeText } from '../bytes';
import { CookieJar } from './cookie-jar';
import type { CurlCommand } from './options';
import { requestHeaders } from './request-headers';
import type { Terminal } from './terminal';

export interface Surroundings {
  terminal: Terminal;
  jar: CookieJar;
  exchange(request: HttpRequest): Promise<NetworkAnswer>;
  /** Simulated milliseconds. */
  now(): number;
  connections: Connections;
}

/** How a transfer ended: what came last, and what curl exits with. */
export interface Transferred {
  url: string;
  response: HttpResponse | null;
  redirected: boolean;
  failure: ConnectionFailure | 'too-many' | 'bad-location' | null;
  /** curl's words for it, with the exit status. */
  error: string | null;
}

/** Which connections are open, by scheme, host and port. */
export class Connections {
  private readonly open = new Map<string, number>();
  private made = 0;

  /** The number of the connection, and whether it is new. */
  to(origin: string): { number: number; isNew: boolean } {
    const known = this.open.get(origin);
    if (known !== undefined) return { number: known, isNew: false };
    this.open.set(origin, this.made);
    return { number: this.made++, isNew: true };
  }

  /** Takes it out: the next transfer makes a new one. */
  closed(origin: string): number {
    const number = this.open.get(origin) ?? this.made++;
    this.open.delete(origin);
    return number;
  }
}

const encoder = new TextEncoder();

/** One URL from its first request to the last answer, with all that curl writes meanwhile. */
export async function transfer(command: CurlCommand, address: string, around: Surroundings): Promise<Transferred> {
  const { terminal, jar, connections } = around;
  const say = (line: string): void => {
    if (command.verbose) terminal.error(line);
  };
  let url = withData(new URL(address), command);
  const first = url.host;
  let { method, body } = firstRequest(command);

  for (let redirects = 0; ; redirects++) {
    const isFirstHost = url.host === first;
    const { hostname } = url;
    const port = portOf(url);
    const cookies = command.keepsCookies ? jar.for(url, around.now()) : [];
    const headers = requestHeaders(command, { method, url, body, isFirstHost, cookies });
    const sentAt = around.now();
    const answer = await around.exchange({ kind: 'actual', method, url: url.href, headers, body });
    const ended = { url: url.href, redirected: redirects > 0 };

    if (!answer.ok && answer.failure === 'name-not-resolved') {
      say(`* Could not resolve host: ${hostname}`);
      say(`* Closing connection ${connections.closed(url.origin)}`);
      return { ...ended, response: null, failure: answer.failure, error: `(6) Could not resolve host: ${hostname}` };
    }
    const connection = connections.to(url.origin);
    if (connection.isNew) say(`*   Trying ${addressOf(hostname)}:${port}...`);
    if (!answer.ok && answer.failure === 'refused') {
      const words = `Failed to connect to ${hostname} port ${port} after ${around.now() - sentAt} ms: Couldn't connect to server`;
      say(`* connect to ${addressOf(hostname)} port ${port} failed: Connection refused`);
      say(`* ${words}`);
      say(`* Closing connection ${connections.closed(url.origin)}`);
      return { ...ended, response: null, failure: answer.failure, error: `(7) ${words}` };
    }
    if (connection.isNew)
      say(`* Connected to ${hostname} (${addressOf(hostname)}) port ${port} (#${connection.number})`);
    else {
      say('* Found bundle for host: 0x55c296973c90 [serially]');
      say('* Can not multiplex, even if we wanted to');
      say(`* Re-using existing connection #${connection.number} with host ${hostname}`);
    }
    if (command.user && isFirstHost && headers.some(([name]) => name === 'Authorization')) {
      say(`* Server auth using Basic with user '${command.user.split(':')[0]}'`);
    }
    for (const line of [`${method} ${url.pathname}${url.search} HTTP/1.1`, ...lines(headers), '']) say(`> ${line}`);
    const toFile = command.output !== undefined && command.output !== '-';
    if (toFile && body?.length) say(`} [${body.length} bytes data]`);
    if (!answer.ok) {
      say('* Empty reply from server');
      say(`* Closing connection ${connections.closed(url.origin)}`);
      return { ...ended, response: null, failure: answer.failure, error: '(52) Empty reply from server' };
    }

    const { response } = answer;
    const location = followed(command, response);
    showHead(command, response, { terminal, jar, now: around.now(), url, rewinds: location !== null && body !== null });
    const hasBody = method !== 'HEAD' && (response.body.length > 0 || isChunked(response));
    const leftIntact = () => say(`* Connection #${connection.number} to host ${hostname} left intact`);
    if (location === null) {
      if (hasBody) showBody(command, response, { terminal, toFile });
      leftIntact();
      const refused = command.failOnError && response.status >= 400;
      const error = refused ? `(22) The requested URL returned error: ${response.status}` : null;
      return { ...ended, response, failure: null, error };
    }

    if (hasBody) say('* Ignoring the response-body');
    leftIntact();
    if (redirects >= command.mostRedirects) {
      const error = `(47) Maximum (${command.mostRedirects}) redirects followed`;
      return { ...ended, response: null, failure: 'too-many', error };
    }
    const next = nextUrl(location, url);
    if (!next)
      return {
        ...ended,
        response: null,
        failure: 'bad-location',
        error: `(1) Protocol not supported in "${location}"`,
      };
    if (portOf(next) !== port) say(`* Clear auth, redirects to port from ${port} to ${portOf(next)}`);
    say(`* Issue another request to this URL: '${next.href}'`);
    const becomesGet = changesMethod(response.status, command, body !== null);
    if (becomesGet) {
      if (body !== null) say('* Switch from POST to GET');
      method = command.method ?? 'GET';
      body = null;
    }
    url = next;
  }
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}

function firstRequest(command: CurlCommand): { method: string; body: Uint8Array | null } {
  const body = command.data === undefined || command.dataInUrl ? null : encoder.encode(command.data);
  return { method: command.method ?? (command.head ? 'HEAD' : body ? 'POST' : 'GET'), body };
}

function withData(url: URL, command: CurlCommand): URL {
  url.hash = '';
  if (command.dataInUrl && command.data !== undefined) {
    url.search = url.search === '' ? command.data : `${url.search}&${command.data}`;
  }
  return url;
}

function followed(command: CurlCommand, response: HttpResponse): string | null {
  if (!command.follow || response.status < 300 || response.status > 399) return null;
  return response.headers.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? null;
}

function nextUrl(location: string, base: URL): URL | null {
  const next = URL.parse(location, base);
  return next && /^https?:$/.test(next.protocol) ? next : null;
}

/** 301 and 302 make a GET of a POST, 303 of everything but HEAD. */
function changesMethod(status: number, command: CurlCommand, hasBody: boolean): boolean {
  if (status === 303) return !command.head;
  return (status === 301 || status === 302) && hasBody;
}

interface Showing {
  terminal: Terminal;
  jar: CookieJar;
  /** Simulated milliseconds. */
  now: number;
  url: URL;
  rewinds: boolean;
}

/** The answer's head: with -v line by line to standard error, with -i and -I to standard output. */
function showHead(command: CurlCommand, response: HttpResponse, { terminal, jar, now, url, rewinds }: Showing): void {
  const shows = (command.include || command.head) && (command.output === undefined || command.output === '-');
  const line = (text: string): void => {
    if (command.verbose) terminal.error(`< ${text}`);
    if (shows) terminal.out(`${text}\r\n`);
  };
  line(`HTTP/1.1 ${response.status} ${response.statusText}`);
  for (const [name, value] of response.headers) {
    if (rewinds && name.toLowerCase() === 'location' && command.verbose) {
      terminal.error('* Please rewind output before next send');
    }
    if (command.keepsCookies && name.toLowerCase() === 'set-cookie') {
      const stored = jar.store(value, url, now);
      if (stored && command.verbose) terminal.error(`* ${stored}`);
    }
    line(`${name}: ${value}`);
  }
  // The end of the head alone is written the other way round.
  if (shows) terminal.out('\r\n');
  if (command.verbose) terminal.error('< ');
}

function showBody(
  command: CurlCommand,
  { status, body }: HttpResponse,
  { terminal, toFile }: { terminal: Terminal; toFile: boolean },
): void {
  if (command.failOnError && status >= 400) return;
  if (!toFile) return terminal.out(decodeText(body));
  if (command.verbose && body.length > 0) terminal.error(`{ [${body.length} bytes data]`);
}

function isChunked({ headers }: HttpResponse): boolean {
  return headers.some(([name, value]) => name.toLowerCase() === 'transfer-encoding' && value === 'chunked');
}

/** Header bytes as a terminal shows them. */
function lines(headers: HeaderList): string[] {
  return headers.map(([name, value]) => (value === '' ? `${name}:` : `${name}: ${decodeText(fromByteString(value))}`));
}

/** Names have an address of those that are kept for documentation (RFC 5737). */
function addressOf(hostname: string): string {
  if (hostname === 'localhost' || hostname.endsWith('.localhost')) return '127.0.0.1';
  return /^[\d.]+$|^\[/.test(hostname) ? hostname.replace(/[[\]]/g, '') : '203.0.113.10';
}
