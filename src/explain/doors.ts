/** What becomes of an answer where no code reads it: elements, forms, beacons, sockets. */

import type { Exchange, RequestResult } from '@/scenario/result';
import type { BrowserName } from '@/engine';
import { originOf } from './address';
import { headerValue } from './headers';
import type { Question } from './run';
import { type Sentence, say } from './sentence';

interface DoorOutcome {
  /** The request in one sentence, after its answer got through. */
  sentence: Sentence;
  /** Whether the code may read the answer, and in which way not. */
  read: Pick<Question, 'answer' | 'good' | 'because'>;
}

/** A request, and the last answer to it as it arrived: what is opaque to the code is not so to the element. */
export interface AtDoor {
  request: RequestResult;
  answer: Exchange | null;
  browser: BrowserName;
}

/** null: the answer is for the code to read, as that of a fetch(). */
export function doorOutcome(door: AtDoor): DoorOutcome | null {
  const { request } = door;
  if (request.outcome === 'rejected') return null;
  const sealed = request.response?.type === 'opaque';
  const from = originOf(request.url) ?? '';
  const against = unusable(door);
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

/** How a picture begins, as UTF-8 text: PNG, GIF, JPEG, WebP, BMP. */
const PICTURE = /^(\uFFFDPNG\r\n|GIF8[79]a|\uFFFD{3}|RIFF|BM)/;

/** These take an answer only where its status is a success. */
const TAKES_SUCCESS: Record<string, string> = { script: 'script', link: 'style sheet', font: 'font' };

/** The answer got through and may be read, and yet nothing comes of it. null: nothing against it is known. */
function unusable({ request: { initiator, response }, answer, browser }: AtDoor): Sentence | null {
  const seen = response?.status ? { status: response.status, headers: response.headers } : opened(answer);
  if (!response || !seen) return null;
  const { status, headers } = seen;
  const isSuccess = status >= 200 && status <= 299;
  const kind = TAKES_SUCCESS[initiator];
  if (kind && !isSuccess)
    return say`The answer got through, but with status ${String(status)} it is taken for no ${kind}.`;
  const type = headerValue(headers, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  if (initiator === 'img') {
    if (answer && !isPicture(answer.body, type)) return ['The answer got through, but it is no picture.'];
    if (browser === 'firefox' && status >= 400)
      return say`The answer got through, but Firefox shows no picture with status ${status}.`;
  }
  if (initiator !== 'eventsource') return null;
  if (status === 200 && type === 'text/event-stream') return null;
  return status === 200
    ? say`The answer got through, but it is no ${'text/event-stream'}: the EventSource closes.`
    : say`The answer got through, but with status ${String(status)} the EventSource closes.`;
}

function opened(answer: Exchange | null): { status: number; headers: [string, string][] } | null {
  return answer && answer.status > 0 ? { status: answer.status, headers: answer.responseHeaders } : null;
}

function isPicture(body: string, type: string | undefined): boolean {
  return type === 'image/svg+xml' ? body.includes('<svg') : PICTURE.test(body);
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
export function eventOf(door: AtDoor): { name: string; detail: string } | null {
  const { initiator, outcome, response } = door.request;
  const failed = outcome === 'rejected' || unusable(door) !== null;
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
