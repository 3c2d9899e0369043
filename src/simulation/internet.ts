import { type ConnectionFailure, getHeader, type HttpRequest, type NetworkAnswer } from '@/engine';
import type { WireRun } from '@/network';
import type { Exchange } from '@/scenario/result';
import { knowsHost } from '@/servers';
import { decodeText } from './bytes';
import type { SimulatedClock } from './clock';
import type { Recorder } from './recorder';

/** Simulated milliseconds: one way between browser and server, between two servers, and a server's time to answer. */
const LATENCY = 40;
const SERVER_LATENCY = 8;
const PREFLIGHT_TIME = 5;
const REQUEST_TIME = 12;

export interface Sending {
  request: HttpRequest;
  /** `browser`, `app`, `curl`, or a server's origin. */
  from: string;
  /** Id of the frontend's request that this exchange belongs to, if there is one. */
  requestId?: number;
}

/** The network between the browser and the servers: latency, connection failures, and a record of every exchange. */
export interface Internet {
  exchange(sending: Sending): Promise<NetworkAnswer>;
}

/** @param isDown whether nobody listens at an origin that has a server */
export function createInternet(
  origins: readonly string[],
  isDown: (origin: string) => boolean,
  wire: WireRun,
  clock: SimulatedClock,
  recorder: Recorder,
): Internet {
  return {
    async exchange({ request, from, requestId }) {
      const origin = new URL(request.url).origin;
      const sender = origins.includes(from) ? from : from === 'browser' ? 'browser' : 'page';
      const latency = sender === from && from !== 'browser' ? SERVER_LATENCY : LATENCY;
      const isPreflight = request.kind === 'preflight';
      const detail = { method: request.method, url: request.url, from, preflight: isPreflight };
      const about = { request: requestId, detail };

      if (!origins.includes(origin) || isDown(origin)) {
        await clock.wait(latency);
        const failure = failureFor(origin, origins);
        recorder.happened({
          ...about,
          actor: sender,
          step: 'connection-failed',
          verdict: 'fail',
          detail: { ...detail, failure },
        });
        return { ok: false, failure };
      }

      const exchange = recorder.addExchange({
        kind: request.kind,
        method: request.method,
        url: request.url,
        from,
        requestHeaders: request.headers,
        requestBody: decodeText(request.body),
        status: 0,
        statusText: '',
        responseHeaders: [],
        body: '',
        times: { sent: recorder.now(), arrived: 0, answered: 0, received: 0 },
      });
      if (requestId !== undefined) recorder.requests[requestId]?.exchanges.push(exchange.id);
      const happened = (
        step: 'preflight-sent' | 'request-sent' | 'server-received' | 'server-answered',
        actor: string,
      ) => recorder.happened({ ...about, actor, step, exchange: exchange.id });

      happened(isPreflight ? 'preflight-sent' : 'request-sent', sender);
      await clock.wait(latency);
      exchange.times.arrived = recorder.now();
      happened('server-received', origin);

      const reply = await clock.real(wire.send(request, exchange.id));
      await clock.wait(isPreflight ? PREFLIGHT_TIME : REQUEST_TIME);
      exchange.times.answered = recorder.now();
      if (reply.route !== undefined) exchange.route = reply.route;
      if (reply.ok) {
        const { response } = reply;
        exchange.status = response.status;
        exchange.statusText = response.statusText;
        exchange.responseHeaders = response.headers;
        exchange.body = decodeText(response.body);
        if (reply.source) exchange.source = reply.source;
      }
      recorder.log({
        origin,
        level: 'access',
        text: `${request.method} ${pathOf(request.url)} ${reply.ok ? reply.response.status : 'closed without an answer'}`,
        exchange: exchange.id,
        ...lineOf(exchange),
      });
      if (reply.ok) {
        recorder.happened({
          ...about,
          actor: origin,
          step: 'server-answered',
          exchange: exchange.id,
          detail: { ...detail, status: exchange.status, statusText: exchange.statusText },
        });
      }
      await clock.wait(latency);
      exchange.times.received = recorder.now();
      if (!reply.ok) {
        recorder.happened({
          ...about,
          actor: sender,
          step: 'connection-failed',
          verdict: 'fail',
          exchange: exchange.id,
          detail: { ...detail, failure: 'closed' },
        });
        return { ok: false, failure: 'closed', exchange: exchange.id };
      }
      recorder.happened({
        ...about,
        actor: sender,
        step: isPreflight ? 'preflight-received' : 'response-received',
        exchange: exchange.id,
        detail: { ...detail, status: exchange.status, statusText: exchange.statusText, ...ageOf(exchange) },
      });
      return { ok: true, response: reply.response, exchange: exchange.id };
    },
  };
}

/** A host that has some server refuses where nobody listens; nobody has heard of any other host. */
function failureFor(origin: string, origins: readonly string[]): ConnectionFailure {
  return knowsHost(new URL(origin).hostname, origins) ? 'refused' : 'name-not-resolved';
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** Says that a cache on the way had the answer. */
function ageOf({ responseHeaders }: Exchange): { age?: string } {
  const age = getHeader(responseHeaders, 'age');
  return age === null ? {} : { age };
}

function lineOf(exchange: Exchange): { line?: number } {
  return exchange.source?.line === undefined ? {} : { line: exchange.source.line };
}
