import {
  abortError,
  type BrowserName,
  type FetchFailure,
  type FetchOutcome,
  type Reason,
  type RequestRecord,
  type SimulatedBrowser,
} from '@/engine';
import type { Delivery, Effect, Realm } from '@/realm';
import type { ConsoleEntry, RequestResult } from '@/scenario/result';
import { decodeText } from './bytes';
import type { SimulatedClock } from './clock';
import { verdictOfFailure, type Recorder } from './recorder';

/** Whoever answers the frontend's requests: a browser, or a native app's plain HTTP client. */
export type Requester = (request: RequestRecord, id: number, signal: { aborted: boolean }) => Promise<FetchOutcome>;

export interface Frontend {
  realm: Realm;
  requester: Requester;
  /** Whose words an aborted request has. */
  profile: BrowserName;
  documentCookie: SimulatedBrowser['documentCookie'];
  clock: SimulatedClock;
  recorder: Recorder;
}

/** More than any frontend needs that is not polling for ever. */
const MOST_TURNS = 2_000;
const MOST_REQUESTS = 250;

/**
 * Runs the frontend's realm: delivers what has happened, turn by turn, and does what its code asks for.
 * Resolves when nothing is left that could happen to it.
 */
export async function runFrontend({
  realm,
  requester,
  profile,
  documentCookie,
  clock,
  recorder,
}: Frontend): Promise<void> {
  const queue: Delivery[] = [{ type: 'start' }];
  const timers = new Map<number, () => void>();
  const underWay = new Map<number, { result: RequestResult; signal: { aborted: boolean } }>();
  /** Every request so far, by the realm's id for it. */
  const started = new Map<number, RequestResult>();
  /** Console entries about a request that is still being built, by the realm's id for it. */
  const saidBefore = new Map<number, ConsoleEntry[]>();
  let turns = 0;
  let ended = false;
  let pumping = false;

  const stop = (error: NonNullable<Recorder['error']>): void => {
    ended = true;
    recorder.error ??= error;
  };

  const deliver = (delivery: Delivery): void => {
    queue.push(delivery);
    if (!pumping) void clock.real(pump());
  };

  const pump = async (): Promise<void> => {
    pumping = true;
    for (let next = queue.shift(); next && !ended; next = queue.shift()) {
      const tooMuch =
        ++turns > MOST_TURNS
          ? `${MOST_TURNS} turns of its event loop`
          : started.size > MOST_REQUESTS
            ? `${MOST_REQUESTS} requests`
            : '';
      if (tooMuch) {
        stop({ name: 'Stopped', message: `The code was still busy after ${tooMuch}.` });
        break;
      }
      const turn = await realm.turn({ now: clock.now(), deliver: [next], documentCookie: documentCookie.get() });
      for (const effect of turn.effects) apply(effect);
      if (!turn.ok) {
        const { kind, name, message, line, column, hint } = turn.failure;
        if (kind === 'syntax') {
          recorder.print({
            level: 'error',
            source: 'browser',
            text: `${SAYS_UNCAUGHT.has(profile) ? 'Uncaught ' : ''}${name}: ${message}`,
            ...lineOf({ line }),
          });
        }
        stop({ name, message, ...(line === undefined ? {} : { line, column }), ...(hint ? { hint } : {}) });
      }
    }
    pumping = false;
  };

  const apply = (effect: Effect): void => {
    switch (effect.type) {
      case 'timer':
        timers.set(
          effect.id,
          clock.schedule(effect.delay, () => {
            timers.delete(effect.id);
            recorder.happened({ actor: 'page', step: 'timer-fired', detail: { delay: effect.delay } });
            deliver({ type: 'timer', id: effect.id });
          }),
        );
        return;
      case 'clear-timer':
        timers.get(effect.id)?.();
        timers.delete(effect.id);
        return;
      case 'fetch':
        start(effect.id, effect.request, effect.line);
        return;
      case 'abort': {
        const request = underWay.get(effect.id);
        if (!request) return;
        underWay.delete(effect.id);
        request.signal.aborted = true;
        settle(request.result, {
          response: null,
          failure: {
            reason: effect.error?.name === 'TimeoutError' ? 'timeout' : 'aborted',
            error: effect.error ?? abortError(profile, 'in-flight'),
          },
          exchanges: [],
        });
        return;
      }
      case 'refused': {
        const result = recorder.addRequest({
          initiator: effect.initiator,
          method: effect.method,
          url: effect.url,
          outcome: 'rejected',
          verdict: 'failed',
          error: effect.error,
          reason: 'invalid-request',
          ...lineOf(effect),
        });
        const about = {
          request: result.id,
          detail: { method: effect.method, url: effect.url, error: effect.error.message },
        };
        recorder.happened({ ...about, actor: 'page', step: 'request-started' });
        recorder.happened({
          ...about,
          actor: 'browser',
          step: 'request-check',
          verdict: 'fail',
          reason: 'invalid-request',
        });
        recorder.happened({
          actor: 'page',
          step: 'request-settled',
          request: result.id,
          verdict: 'fail',
          detail: { error: `${effect.error.name}: ${effect.error.message}` },
        });
        return;
      }
      case 'console':
        recorder.print({ level: effect.level, source: 'code', text: effect.text, ...lineOf(effect) });
        return;
      case 'browser-console': {
        const { level, text, request: realmId } = effect;
        const result = realmId === undefined ? undefined : started.get(realmId);
        const entry = recorder.print({ level, source: 'browser', text, ...(result ? { request: result.id } : {}) });
        if (realmId !== undefined && !result) saidBefore.set(realmId, [...(saidBefore.get(realmId) ?? []), entry]);
        return;
      }
      case 'document-cookie':
        documentCookie.set(effect.cookie);
        return;
      case 'settled':
        if (effect.error) recorder.error ??= effect.error;
        return;
      case 'answer':
      case 'state':
      case 'upstream':
        return stop({ name: 'Error', message: `The frontend's realm sent "${effect.type}", which only servers send.` });
    }
  };

  const start = (realmId: number, request: RequestRecord, line: number | undefined): void => {
    const result = recorder.addRequest({
      initiator: request.initiator,
      method: request.method,
      url: request.url,
      outcome: 'rejected',
      verdict: 'failed',
      ...(line === undefined ? {} : { line }),
    });
    for (const entry of saidBefore.get(realmId) ?? []) {
      entry.request = result.id;
      result.console.push(entry.text);
    }
    saidBefore.delete(realmId);
    started.set(realmId, result);
    const signal = { aborted: false };
    underWay.set(realmId, { result, signal });
    recorder.happened({
      actor: 'page',
      step: 'request-started',
      request: result.id,
      detail: {
        initiator: request.initiator,
        method: request.method,
        url: request.url,
        mode: request.mode,
        credentials: request.credentials,
      },
    });
    void requester(request, result.id, signal).then((outcome) => {
      if (!underWay.delete(realmId)) return;
      settle(result, outcome);
      const { response, failure, internal } = outcome;
      if (response) deliver({ type: 'response', id: realmId, response, ...(internal ? { internal } : {}) });
      else if (failure) deliver({ type: 'failure', id: realmId, error: failure.error, reason: failure.reason });
    });
  };

  const settle = (result: RequestResult, { response, failure, internal }: FetchOutcome): void => {
    if (response) {
      result.outcome = 'resolved';
      result.verdict = response.type === 'opaque' || response.type === 'opaqueredirect' ? 'opaque' : 'allowed';
      result.response = { ...response, body: response.type === 'opaque' ? null : decodeText(response.body) };
    } else if (failure) {
      result.outcome = 'rejected';
      result.verdict = verdictOfFailure(failure.reason);
      result.error = errorOf(result, failure);
      result.reason = failure.reason;
    }
    recorder.happened({
      actor: 'page',
      step: 'request-settled',
      request: result.id,
      verdict: response ? 'pass' : 'fail',
      ...(failure ? { reason: failure.reason } : {}),
      detail: response
        ? { initiator: result.initiator, type: response.type, status: internal?.status ?? response.status }
        : { initiator: result.initiator, error: `${result.error?.name}: ${result.error?.message}` },
    });
  };

  void clock.real(pump());
  await clock.run(() => ended || (!pumping && queue.length === 0 && timers.size === 0 && underWay.size === 0));
}

/** How the console of these begins the line about code that does not parse. */
const SAYS_UNCAUGHT = new Set<BrowserName>(['standard', 'chromium']);

/** Where there is no promise, the code gets an event. */
function errorOf({ initiator }: RequestResult, { reason, error }: FetchFailure): { name: string; message: string } {
  if (initiator === 'xhr') return progressEvent(reason);
  if (initiator === 'font') return { name: 'NetworkError', message: 'A network error occurred.' };
  return EVENTS_ONLY.has(initiator) ? { name: 'Event', message: 'error' } : error;
}
const EVENTS_ONLY = new Set(['script', 'img', 'link', 'form', 'beacon', 'eventsource', 'websocket']);

/** An XMLHttpRequest throws nothing: its code gets an event. */
function progressEvent(reason: Reason): { name: string; message: string } {
  return {
    name: 'ProgressEvent',
    message: reason === 'aborted' ? 'abort' : reason === 'timeout' ? 'timeout' : 'error',
  };
}

function lineOf({ line }: { line?: number }): { line?: number } {
  return line === undefined ? {} : { line };
}
