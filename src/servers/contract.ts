/** One interface for every kind of server. */

import type { HttpRequest } from '@/engine';
import type { ServerReply } from '@/network/contract';
import type { RealmHost, WireAnswer, WireRequest } from '@/realm';
import type { Server } from '@/scenario/document';
import type { ServerError, ServerLogEntry } from '@/scenario/result';

/** What a server is given to live in. Time is simulated: `wait` jumps. */
export interface ServerEnvironment {
  realms: RealmHost;
  now(): number;
  wait(milliseconds: number): Promise<void>;
  log(entry: Omit<ServerLogEntry, 'origin' | 'at'>): void;
  error(error: Omit<ServerError, 'origin'>): void;
  /** What the server's code keeps in its variables, when it starts and whenever that changed. */
  state(state: unknown, exchange?: number): void;
  /** Of all servers of the scenario. */
  origins: readonly string[];
  /** Server to server: no CORS, seen on the timeline. */
  send(request: WireRequest): Promise<WireAnswer>;
}

export type { ServerReply } from '@/network/contract';

export interface SimulatedServer {
  /** Its process ended while it started: nothing listens, and every connection is refused. */
  isDown?: boolean;
  handle(request: HttpRequest, exchange: number): Promise<ServerReply>;
  close(): void;
}

export type OpenServer = (server: Server, environment: ServerEnvironment) => Promise<SimulatedServer>;
