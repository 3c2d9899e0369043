import type { HttpRequest } from '@/engine';
import type { Wire } from './contract';
import { WireError, decodeReply, encodeRequest } from './envelope';
import { createRuns, type Runs } from './runs';
import { replyOf, toWireMessage } from './wire-message';

/** Nothing is ever sent there: MSW's handlers only need an absolute address. */
const BASE = 'http://localhost/';

/** MSW's handlers, called directly: on the command line, and where no service worker is to be had. */
export function createInProcessWire(): Wire {
  const runs = createRuns();
  return {
    kind: 'in-process',
    open(answer) {
      const run = runs.open(answer);
      return {
        async send(request, exchange) {
          const envelope = encodeRequest({ request, exchange });
          const reply = await callHandlers(runs, run, request, envelope);
          runs.forget(run, exchange);
          return decodeReply(reply);
        },
        close: () => runs.close(run),
      };
    },
  };
}

/** @throws WireError where the run is closed */
export async function callHandlers(runs: Runs, run: string, request: HttpRequest, envelope: string): Promise<string> {
  const respond = await responderFor(runs);
  // Nobody sees the method here, and Node warns about some.
  const { url, init } = toWireMessage({ ...request, method: 'POST' }, envelope, run, BASE);
  const response = await respond(new Request(url, init));
  const reply = response && (await replyOf(response));
  if (typeof reply !== 'string') throw new WireError(`${run} is closed`);
  return reply;
}

type Respond = (request: Request) => Promise<Response | undefined>;
const responders = new WeakMap<Runs, Promise<Respond>>();

/** MSW is loaded on first use. */
function responderFor(runs: Runs): Promise<Respond> {
  const known = responders.get(runs);
  if (known) return known;
  const made = import('./handlers').then(({ respondInProcess }) => respondInProcess(runs.answer));
  responders.set(runs, made);
  // What could not be loaded may be loadable the next time.
  made.catch(() => responders.delete(runs));
  return made;
}
