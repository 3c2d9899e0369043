import { HttpResponse, type RequestHandler, getResponse, http } from 'msw';
import type { AnswerEnvelope } from './runs';
import { FOLDER, MARK, envelopeOf, toWireAnswer } from './wire-message';

// MSW decodes what a pattern names, and fails where the path has half an escape, as that of `/100%`: this one names nothing.
const ON_THE_WIRE = new RegExp(`/${FOLDER}[^/]+/[^/]+/[^/]+/`);
const RUN = new RegExp(`/${FOLDER}([^/]+)/`);

/** MSW's handlers for everything below `__net__/`: they find the run that a request belongs to and pass its reply on. */
export function wireHandlers(answer: AnswerEnvelope): RequestHandler[] {
  return [
    http.all(ON_THE_WIRE, async ({ request }) => {
      const envelope = await envelopeOf(request);
      const reply = await answer(RUN.exec(request.url)![1]!, envelope);
      // A run that has ended: nobody waits for this.
      if (reply === null) return new HttpResponse(null, { status: 410, headers: { [MARK]: '1' } });
      const { body, headers } = toWireAnswer(request.method, reply);
      return new HttpResponse(body, { headers });
    }),
  ];
}

/** Answers a request without a service worker. undefined: it is none of the wire's. */
export function respondInProcess(answer: AnswerEnvelope): (request: Request) => Promise<Response | undefined> {
  const handlers = wireHandlers(answer);
  return (request) => getResponse(handlers, request);
}
