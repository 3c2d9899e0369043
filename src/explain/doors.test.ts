import { describe, expect, it } from 'vitest';
import type { RequestResult } from '@/scenario/result';
import { doorOutcome, eventOf } from './doors';
import { plain } from './sentence';

const request = (initiator: string, status: number, contentType = 'text/plain'): RequestResult => ({
  id: 0,
  initiator,
  method: 'GET',
  url: 'https://api.example.com/x',
  outcome: 'resolved',
  verdict: 'allowed',
  console: [],
  exchanges: [],
  response: {
    type: 'cors',
    status,
    statusText: '',
    url: 'https://api.example.com/x',
    redirected: false,
    headers: [['content-type', contentType]],
    body: '',
  },
});
const sentenceOf = (given: RequestResult) => plain(doorOutcome(given)?.sentence ?? []);

describe('an answer that gets through to an element', () => {
  it.each([
    ['font', 404, 'with status 404 it is taken for no font'],
    ['script', 500, 'with status 500 it is taken for no script'],
    ['link', 404, 'with status 404 it is taken for no style sheet'],
    ['eventsource', 503, 'with status 503 the EventSource closes'],
    ['eventsource', 200, 'it is no text/event-stream: the EventSource closes'],
  ])('is of no use to a %s with status %i', (initiator, status, words) => {
    expect(sentenceOf(request(initiator, status))).toContain(words);
  });

  it('is an error event to a script, whatever the CORS check said', () => {
    expect(eventOf(request('script', 404))).toEqual({ name: 'event', detail: 'error' });
    expect(eventOf(request('script', 200))).toEqual({ name: 'event', detail: 'load' });
  });

  it.each([
    ['font', 200, 'The font was loaded'],
    ['img', 404, 'may show what came'],
    ['script', 200, 'ran what came'],
  ])('is taken by a %s with status %i', (initiator, status, words) => {
    expect(sentenceOf(request(initiator, status))).toContain(words);
  });

  it('is a stream to an EventSource where it says so', () => {
    expect(doorOutcome(request('eventsource', 200, 'Text/Event-Stream; charset=utf-8'))).toBeNull();
  });
});
