import { expect, test } from 'vitest';
import { formatMessage } from './format-message';

class Point {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
}
const circular: { self?: unknown } = {};
circular.self = circular;

test.each([
  [['CORS error:', new TypeError('Failed to fetch')], 'CORS error: TypeError: Failed to fetch'],
  [[{ id: 1, name: 'Ada' }], "{id: 1, name: 'Ada'}"],
  [[[{ id: 1 }, { id: 2 }]], '(2) [{id: 1}, {id: 2}]'],
  [[['one']], "['one']"],
  [['text', 1, true, null, undefined, 2n, -0], 'text 1 true null undefined 2n -0'],
  [[{ text: "it's" }], `{text: "it's"}`],
  [[{ 'content-type': 1 }], "{'content-type': 1}"],
  [[new Point(1, 2)], 'Point {x: 1, y: 2}'],
  [[new Map([['a', { b: 1 }]])], "Map(1) {'a' => {b: 1}}"],
  [[new Set([1, 2])], 'Set(2) {1, 2}'],
  [[Uint8Array.of(1, 2)], 'Uint8Array(2) [1, 2]'],
  [[circular], '{self: [Circular *1]}'],
  [
    ['%s has %d of %i and %f%%, %o', 'Ada', '3.7', '3.7', '3.7', { a: 1 }, 'more'],
    'Ada has 3 of 3 and 3.7%, {a: 1} more',
  ],
  [['%c styled', 'color: red'], ' styled'],
  [['100%'], '100%'],
])('%# prints as the browser does', (values, text) => {
  expect(formatMessage(values)).toBe(text);
});
