import type { HttpRequest } from '@/engine';
import type { WireAnswer, WireRequest } from '@/realm';
import type { ServerReply } from '../contract';
import { arrive } from './arrive';
import { readConfig } from './config/read-config';
import { respond } from './respond';
import { Upstreams } from './upstreams';

/** More requests than this under way at once are a server that sends to itself. */
const MOST_UNDER_WAY = 100;

/** What nginx is given to live in. */
export interface NginxSurroundings {
  /** Simulated milliseconds since the run began. */
  now(): number;
  /** A line of the error log, about a request. */
  log(text: string, request: number): void;
  /** Whether a name leads to some machine. */
  knowsHost(name: string): boolean;
  send(request: WireRequest): Promise<WireAnswer>;
}

/** Answers a request, whose id goes with its lines of the log. */
export type RunningNginx = (http: HttpRequest, id: number) => Promise<ServerReply>;

/**
 * nginx, as its configuration says.
 *
 * @throws ConfigError where nginx would not start with it
 */
export function runConfig(text: string, surroundings: NginxSurroundings): RunningNginx {
  const config = readConfig(text, (name) => surroundings.knowsHost(name));
  const upstreams = new Upstreams(config.upstreams, surroundings);
  let underWay = 0;
  return async (http, id) => {
    const request = arrive(config, http, surroundings.now());
    const log = (message: string) => surroundings.log(message, id);
    if (underWay >= MOST_UNDER_WAY) log(`${MOST_UNDER_WAY} worker_connections are not enough`);
    if (!request || underWay >= MOST_UNDER_WAY) return { ok: false };
    underWay += 1;
    try {
      return await respond(request, upstreams, log);
    } finally {
      underWay -= 1;
    }
  };
}
