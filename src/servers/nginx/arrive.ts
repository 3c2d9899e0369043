import type { HttpRequest } from '@/engine';
import { chooseServer } from './choose';
import type { NginxConfig } from './config/config';
import { fromTheServer } from './phases';
import { headerOf, NginxRequest } from './request';
import { readRequestLine, type RequestLine } from './request-line';
import type { Step } from './steps';

/** The request, at the server that answers it; undefined where there is none. */
export function arrive(config: NginxConfig, http: HttpRequest, now: number): NginxRequest | undefined {
  const line = readRequestLine(http);
  const chosen = chooseServer(config, new URL(http.url), hostFor(line, http));
  if (!chosen) return undefined;
  const request = new NginxRequest(http, line, config, chosen.server, now);
  if (chosen.match) request.keep(chosen.match);
  return request;
}

export function firstStep(request: NginxRequest): Step {
  return request.line.isRead ? fromTheServer(request) : { type: 'status', status: 400 };
}

/** What names the server: the header, where nginx gets to it; before it only TLS does. */
function hostFor({ isRead }: RequestLine, { url, headers }: HttpRequest): string | undefined {
  const { host, hostname, protocol } = new URL(url);
  if (isRead) return headerOf(headers, 'host') || host;
  return protocol === 'https:' ? hostname : undefined;
}
