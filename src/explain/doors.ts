/** What becomes of an answer where no code reads it: elements, forms, beacons, sockets. */

import type { RequestResult } from '@/scenario/result';
import { originOf } from './address';
import type { Question } from './run';
import { type Sentence, say } from './sentence';

interface DoorOutcome {
  /** The request in one sentence, after its answer got through. */
  sentence: Sentence;
  /** Whether the code may read the answer, and in which way not. */
  read: Pick<Question, 'answer' | 'good' | 'because'>;
}

/** null: the answer is for the code to read, as that of a fetch(). */
export function doorOutcome(request: RequestResult): DoorOutcome | null {
  if (request.outcome === 'rejected') return null;
  const sealed = request.response?.type === 'opaque';
  const from = originOf(request.url) ?? '';
  const against = unusable(request);
  if (against) return no(against, 'It arrived, and is of no use here.');
  switch (request.initiator) {
    case 'script':
      return sealed
        ? no(
            say`The ${'<script>'} ran what ${from} sent, with all that this page may do; the code cannot read its text.`,
            'It runs, but its text stays sealed, and so do its errors.',
          )
        : no(say`The ${'<script>'} ran what came.`, 'It runs; its errors are told in full.');
    case 'img':
      return sealed
        ? no(
            say`The ${'<img>'} may show what came; a canvas that it is drawn on may not be read any more.`,
            'It may be shown, but its pixels stay sealed.',
          )
        : yes(say`The ${'<img>'} may show what came, and its pixels may be read.`, 'By a canvas, pixel by pixel.');
    case 'link':
      return no(say`The style sheet was loaded.`, sealed ? 'It applies, but its rules stay sealed.' : 'It applies.');
    case 'font':
      return no(['The font was loaded; text may be set in it.'], 'It is used, not read.');
    case 'form':
      return no(
        ['The form was sent, with the cookies a visit would have; its answer is for the next page, not for this code.'],
        'The answer would replace the page.',
      );
    case 'beacon':
      return no(['The beacon was sent; nobody reads its answer.'], 'A beacon only sends.');
    case 'websocket':
      return yes(
        say`The server switched to WebSocket. No CORS check is made here: it is for the server to look at ${'Origin'}.`,
        'Every message, whatever the origin.',
      );
    default:
      return null;
  }
}

/** These take an answer only where its status is a success. */
const TAKES_SUCCESS: Record<string, string> = { script: 'script', link: 'style sheet', font: 'font' };

/** The answer got through and may be read, and yet nothing comes of it. null: nothing against it is known. */
function unusable({ initiator, response }: RequestResult): Sentence | null {
  if (!response || response.status === 0) return null;
  const { status, headers } = response;
  const isSuccess = status >= 200 && status <= 299;
  const kind = TAKES_SUCCESS[initiator];
  if (kind && !isSuccess)
    return say`The answer got through, but with status ${String(status)} it is taken for no ${kind}.`;
  if (initiator !== 'eventsource') return null;
  const type = headers
    .find(([name]) => name === 'content-type')?.[1]
    .split(';')[0]
    ?.trim()
    .toLowerCase();
  if (status === 200 && type === 'text/event-stream') return null;
  return status === 200
    ? say`The answer got through, but it is no ${'text/event-stream'}: the EventSource closes.`
    : say`The answer got through, but with status ${String(status)} the EventSource closes.`;
}

function no(sentence: Sentence, because: string): DoorOutcome {
  return { sentence, read: { answer: 'No', good: false, because: [because] } };
}

function yes(sentence: Sentence, because: string): DoorOutcome {
  return { sentence, read: { answer: 'Yes', good: true, because: [because] } };
}

/** Where no preflight is ever sent, whatever the method. */
export function neverAsks(request: RequestResult): Sentence | null {
  if (request.initiator === 'form') return ['A form navigates; a navigation asks nobody.'];
  if (request.initiator === 'websocket') return ['A WebSocket’s handshake asks nobody.'];
  return null;
}

/** What the page gets where it gets no response: an event, or nothing at all. */
export function eventOf(request: RequestResult): { name: string; detail: string } | null {
  const { initiator, outcome, response } = request;
  const failed = outcome === 'rejected' || unusable(request) !== null;
  switch (initiator) {
    case 'script':
    case 'img':
    case 'link':
      if (failed) return { name: 'event', detail: 'error' };
      return { name: 'event', detail: response?.type === 'opaque' ? 'load, sealed' : 'load' };
    case 'eventsource':
      return failed ? { name: 'event', detail: 'error' } : null;
    case 'websocket':
      return { name: 'event', detail: failed ? 'error' : 'open' };
    case 'beacon':
    case 'form':
      return failed
        ? { name: 'nothing', detail: 'not even the failure' }
        : { name: 'sent', detail: 'the answer is not for the code' };
    default:
      return null;
  }
}
