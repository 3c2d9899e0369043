/** Requests that are under way, and how they are told to the simulation. */

import type { FilteredResponse, HttpResponse, Reason, RequestRecord } from '@/engine';
import { isError, type RealmContext } from '@/realm/runtime';

export interface Answered {
  /** @param internal what an element may use of it, though the code may not read it */
  response(response: FilteredResponse, internal?: HttpResponse): void;
  failure(error: { name: string; message: string }, reason?: Reason): void;
}

export interface Requests {
  /** Gives the request's id. */
  start(record: RequestRecord, answered: Answered): number;
  /**
   * Nobody waits for the answer any more.
   * @param reason what the code gets instead; left out: the browser's own words for an aborted request
   */
  abort(id: number, reason?: unknown): void;
  /** The request was refused before it could start. */
  refused(initiator: 'fetch' | 'xhr', method: string, url: string, error: unknown): void;
  /** Whoever waits for the answer to request `id`, which waits no longer. */
  take(id: number): Answered | undefined;
  /** A line that the browser prints. */
  print(line: { level: 'error' | 'warn'; text: string }, request?: number): void;
}

export function createRequests(realm: RealmContext): Requests {
  const underWay = new Map<number, Answered>();
  const withLine = <T extends object>(effect: T): T & { line?: number } => {
    const line = realm.positions.current();
    return line === undefined ? effect : { ...effect, line };
  };
  return {
    start(request, answered) {
      const id = realm.nextId();
      underWay.set(id, answered);
      realm.emit(withLine({ type: 'fetch', id, request }));
      return id;
    },
    abort(id, reason) {
      if (!underWay.delete(id)) return;
      const error = isError(reason) ? { name: String(reason.name), message: String(reason.message) } : undefined;
      realm.emit({ type: 'abort', id, ...(error && { error }) });
    },
    refused(initiator, method, url, error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      realm.emit(withLine({ type: 'refused', initiator, method, url, error: { name, message } }));
    },
    take(id) {
      const answered = underWay.get(id);
      underWay.delete(id);
      return answered;
    },
    print({ level, text }, request) {
      realm.emit({ type: 'browser-console', level, text, ...(request === undefined ? {} : { request }) });
    },
  };
}

/** Does what XMLHttpRequest may refuse; where it does, the request is told as refused. */
export function tellingRefusal<Result>(requests: Requests, method: string, url: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    requests.refused('xhr', method, url, error);
    throw error;
  }
}
