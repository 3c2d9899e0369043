import { expect, it } from 'vitest';
import type { Scenario, Server } from '@/scenario/document';
import { originOf } from './attackers';

it.each([
  ['https://api.example.com', 'https://evil.example.com'],
  ['http://127.0.0.1:5000', 'http://127.0.0.1:8443'],
  ['http://127.0.0.1:8443', 'http://127.0.0.1:9443'],
  ['http://[::1]:3000', 'http://[::1]:8443'],
])('the neighbour of %s has an origin that can be: %s', (origin, neighbour) => {
  const server: Server = { kind: 'headers', origin, routes: [] };
  const scenario: Scenario = { version: 1, page: 'https://app.example.com/', frontend: '', servers: [server] };
  expect(originOf('sibling', server, scenario)).toBe(neighbour);
  expect(URL.canParse(neighbour)).toBe(true);
});
