import { describe, expect, it } from 'vitest';
import { parseEventStream } from './event-stream';

const parsed = (text: string) =>
  parseEventStream(text, '').map(({ event, data, lastEventId }) => [event, data, lastEventId]);

describe('a stream of events', () => {
  it.each([
    ['data: a\n\n', [['message', 'a', '']]],
    ['data:a\ndata: b\n\n', [['message', 'a\nb', '']]],
    ['event: tick\r\nid: 1\r\ndata\r\n\r\n', [['tick', '', '1']]],
    [': comment\ndata: a\n\n', [['message', 'a', '']]],
    ['event: tick\n\ndata: a\n\n', [['message', 'a', '']]],
    ['data: cut off', []],
    [
      'id: 1\ndata: a\n\ndata: b\n\n',
      [
        ['message', 'a', '1'],
        ['message', 'b', '1'],
      ],
    ],
  ])('%j', (text, expected) => {
    expect(parsed(text)).toEqual(expected);
  });

  it('says how long to wait before it is asked for again, in digits only', () => {
    expect(parseEventStream('retry: 20\n\nretry: 2s\n\n', '').map(({ retry }) => retry)).toEqual([20]);
  });
});
