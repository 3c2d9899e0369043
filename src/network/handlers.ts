import { HttpResponse, type RequestHandler, getResponse, http } from 'msw';
import type { AnswerEnvelope } from './runs';
import { FOLDER, MARK, envelopeOf, toWireAnswer } from './wire-message';

/** MSW's handlers for everything below `__net__/`: they find the run that a request belongs to and pass its reply on. */
export function wireHandlers(answer: AnswerEnvelope): RequestHandler[] {
  return [
    http.all<{ run: string }>(`*/${FOLDER}:run/:scheme/:host/*`, async ({ request, params }) => {
      const envelope = await envelopeOf(request);
      const reply = await answer(params.run, envelope);
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
