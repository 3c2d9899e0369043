import { expect, it } from 'vitest';
import { listWith } from './list-text';

it.each([
  ['', 'PUT', 'PUT'],
  ['GET', 'PUT', 'GET, PUT'],
  ['GET, POST', 'PUT', 'GET, POST, PUT'],
  ['GET,POST', 'PUT, PATCH', 'GET,POST,PUT,PATCH'],
  ['GET,POST,', 'PUT', 'GET,POST,PUT'],
])('%j with %s reads %j', (text, members, list) => {
  expect(listWith(text, members)).toBe(list);
});
