import { describe, expect, it } from 'vitest';
import type { BrowserName } from '@/engine';
import type { Exchange, RequestResult } from '@/scenario/result';
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
const at = (given: RequestResult, answer: Exchange | null = null, browser: BrowserName = 'chromium') => ({
  request: given,
  answer,
  browser,
});
const sentenceOf = (...given: Parameters<typeof at>) => plain(doorOutcome(at(...given))?.sentence ?? []);

const answer = (status: number, contentType: string, body: string): Exchange => ({
  id: 0,
  kind: 'actual',
  method: 'GET',
  url: 'https://api.example.com/x',
  from: 'browser',
  requestHeaders: [],
  requestBody: '',
  status,
  statusText: '',
  responseHeaders: [['content-type', contentType]],
  body,
  times: { sent: 0, arrived: 40, answered: 52, received: 92 },
});
const sealed = (initiator: string): RequestResult => ({
  ...request(initiator, 0),
  verdict: 'opaque',
  response: { type: 'opaque', status: 0, statusText: '', url: '', redirected: false, headers: [], body: null },
});

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
    expect(eventOf(at(request('script', 404)))).toEqual({ name: 'event', detail: 'error' });
    expect(eventOf(at(request('script', 200)))).toEqual({ name: 'event', detail: 'load' });
  });

  it.each([
    ['font', 200, 'The font was loaded'],
    ['img', 404, 'may show what came'],
    ['script', 200, 'ran what came'],
  ])('is taken by a %s with status %i', (initiator, status, words) => {
    expect(sentenceOf(request(initiator, status))).toContain(words);
  });

  it('is a stream to an EventSource where it says so', () => {
    expect(doorOutcome(at(request('eventsource', 200, 'Text/Event-Stream; charset=utf-8')))).toBeNull();
  });

  it('is judged by what arrived, though it is sealed for the code', () => {
    const notFound = answer(404, 'text/javascript', '');
    expect(sentenceOf(sealed('script'), notFound)).toContain('with status 404 it is taken for no script');
    expect(eventOf(at(sealed('script'), notFound))).toEqual({ name: 'event', detail: 'error' });
    expect(sentenceOf(sealed('script'), answer(200, 'text/javascript', ''))).toContain('ran what');
  });

  it('is shown by an img only where it is a picture', () => {
    expect(sentenceOf(sealed('img'), answer(200, 'text/html', '<p>no</p>'))).toContain('it is no picture');
    expect(sentenceOf(sealed('img'), answer(200, 'image/png', 'Not found'))).toContain('it is no picture');
    expect(sentenceOf(sealed('img'), answer(200, 'image/svg+xml', '<svg/>'))).toContain('may show what came');
    expect(sentenceOf(sealed('img'), answer(404, 'text/plain', 'GIF89a…'))).toContain('may show what came');
    expect(sentenceOf(sealed('img'), answer(404, 'image/gif', 'GIF89a…'), 'firefox')).toContain('status 404');
  });
});
