import type { HttpRequest } from '@/engine';
import type { Wire } from './contract';
import { decodeReply, encodeRequest } from './envelope';
import { callHandlers } from './in-process';
import { type Runs, createRuns } from './runs';
import { within } from './time-limits';
import type { WireFrame } from './wire-frame';
import { type WireMessage, toWireMessage } from './wire-message';

/** Real milliseconds for a request to reach its server, and for a reply to come back. */
const TRAVEL_LIMIT = 1_500;
/** After so many exchanges in a row that the service worker did not carry, it is not asked again. */
const MOST_FAILURES = 2;

/**
 * Each exchange is a real request that MSW's service worker intercepts. One that it does not answer (the browser has restarted
 * or removed it, or it hangs) is sent again and then answered in process; no server sees it twice.
 *
 * @param base the address that `__net__/` is below
 */
export async function createServiceWorkerWire(frame: WireFrame, base: string): Promise<Wire> {
  const runs = createRuns();
  await frame.start(runs.answer);
  let failures = 0;

  const carry = async (message: WireMessage, run: string, exchange: number): Promise<string | null> => {
    const answer = frame.carry(message).catch(() => null);
    return whileTravelling(answer, runs, run, exchange);
  };

  const exchangeEnvelopes = async (run: string, request: HttpRequest, exchange: number): Promise<string> => {
    const envelope = encodeRequest({ request, exchange });
    if (failures < MOST_FAILURES) {
      const message = toWireMessage(request, envelope, run, base);
      let reply = await carry(message, run, exchange);
      // Where the request has arrived and the answer got lost, there is nothing to send again.
      if (reply === null && !runs.arrived(run, exchange)) {
        await frame.reactivate();
        reply = await carry(message, run, exchange);
      }
      failures = reply === null ? failures + 1 : 0;
      if (reply !== null) return reply;
    }
    return callHandlers(runs, run, request, envelope);
  };

  return {
    get kind() {
      return failures < MOST_FAILURES ? 'service-worker' : 'in-process';
    },
    open(answer) {
      const run = runs.open(answer);
      return {
        async send(request, exchange) {
          const reply = await exchangeEnvelopes(run, request, exchange);
          runs.forget(run, exchange);
          return decodeReply(reply);
        },
        close: () => runs.close(run),
      };
    },
  };
}

/** The answer, or null where it does not come in time. How long the server itself takes does not count. */
async function whileTravelling(
  answer: Promise<string | null>,
  runs: Runs,
  run: string,
  exchange: number,
): Promise<string | null> {
  const inTime = await within(TRAVEL_LIMIT, answer);
  const server = runs.arrived(run, exchange);
  if (inTime !== null || server === undefined) return inTime;
  await Promise.race([server, answer]).catch(() => null);
  return within(TRAVEL_LIMIT, answer);
}
