import { afterAll, describe, expect, it } from 'vitest';
import type { Fix } from '@/repair';
import type { Route } from '@/scenario/document';
import { asking, changes, openRepair, ORIGIN } from './repair-for-test';

const opened = openRepair();
afterAll(() => opened.close());

const route = (change: Partial<Route>): Route => ({ method: '*', path: '*', status: 200, headers: [], ...change });
const ALLOWED: [string, string] = ['Access-Control-Allow-Origin', 'https://app.example.com'];
const rows = (...headers: [string, string][]) => ({
  kind: 'headers' as const,
  routes: [route({ headers: [ALLOWED, ...headers] })],
});
const isPagesAlone = ({ place, opening }: Fix): boolean => place === 'page' && opening === 'nothing';

describe('a method in small letters', () => {
  const PATCH = `await fetch('${ORIGIN}/users', { method: 'patch' });`;
  const EXPRESS = `const express = require('express');
const cors = require('cors');
const app = express();
app.use(cors({ origin: 'https://app.example.com' }));
app.patch('/users', (req, res) => res.json({}));
app.listen(3000);
`;

  it.each([
    ['header rows', rows(['Access-Control-Allow-Methods', 'GET, PATCH'])],
    ['Express', { kind: 'express' as const, code: EXPRESS }],
  ])('is put in capitals on the page where %s allows those already', async (_, server) => {
    const { fixes } = await opened.repair(asking(PATCH, server));
    expect(fixes[0]).toMatchObject({ place: 'page', title: 'Write the method as PATCH' });
    expect(fixes[0]!.opens).toMatch(/^The server allows PATCH already\. Methods are compared letter by letter/);
    expect(changes(fixes[0]!)).toEqual([`- ${PATCH}`, `+ ${PATCH.replace('patch', 'PATCH')}`]);
    expect(fixes.slice(1).filter(isPagesAlone)).toEqual([]);
  });

  it('is no way for Express to go, which never sees such a request', async () => {
    const { fixes } = await opened.repair(asking(PATCH, { kind: 'express', code: EXPRESS }));
    expect(fixes.map(({ place }) => place)).toEqual(['page']);
  });

  it('is put in capitals, and allowed, where Express allows neither', async () => {
    const code = EXPRESS.replace('{ origin:', "{ methods: ['GET'], origin:");
    const { fixes } = await opened.repair(asking(PATCH, { kind: 'express', code }));
    expect(fixes[0]).toMatchObject({ title: 'Write the method as PATCH and allow the method PATCH', place: 'both' });
  });

  it('comes before whatever else the server lacks', async () => {
    const frontend = `await fetch('${ORIGIN}/users', { method: 'patch', headers: { 'X-Trace': '1' } });`;
    const { fixes } = await opened.repair(asking(frontend, rows(['Access-Control-Allow-Methods', 'PATCH'])));
    expect(fixes[0]).toMatchObject({ title: 'Write the method as PATCH and allow the header X-Trace', place: 'both' });
  });

  it('is the server’s to allow where that knows no other', async () => {
    const { fixes } = await opened.repair(asking(PATCH, rows(['Access-Control-Allow-Methods', 'GET'])));
    expect(fixes[0]).toMatchObject({ title: 'Allow the method patch', place: 'server' });
  });
});

describe('the name of a header', () => {
  const sending = (name: string): string => `await fetch('${ORIGIN}/users', { headers: { '${name}': '1' } });`;
  const allowing = (names: string) => rows(['Access-Control-Allow-Headers', names]);

  it.each([
    ['a letter left out', 'X-Trce-Id', 'X-Trace-Id'],
    ['letters exchanged', 'Authoriaztion', 'Authorization'],
    ['British spelling', 'Authorisation', 'Authorization'],
    ['an underscore', 'X_Trace_Id', 'X-Trace-Id'],
    ['no hyphen', 'XTrace-Id', 'X-Trace-Id'],
  ])('with %s is written as the server allows it', async (_, written, meant) => {
    const { fixes } = await opened.repair(asking(sending(written), allowing(`Accept-Ranges, ${meant}`)));
    expect(fixes[0]).toMatchObject({
      place: 'page',
      title: `Write the header as ${meant}`,
      opens: `The server allows ${meant} already, and ${written} is another name.`,
    });
    expect(changes(fixes[0]!)).toEqual([`- ${sending(written)}`, `+ ${sending(meant)}`]);
  });

  it('is written anew where XMLHttpRequest is given it', async () => {
    const frontend = [
      'const request = new XMLHttpRequest();',
      `request.open('GET', '${ORIGIN}/users');`,
      "request.setRequestHeader('x-trce', '1');",
      'request.send();',
    ].join('\n');
    const { fixes } = await opened.repair(asking(frontend, allowing('x-trace')));
    expect(changes(fixes[0]!)).toEqual([
      "- request.setRequestHeader('x-trce', '1');",
      "+ request.setRequestHeader('X-Trace', '1');",
    ]);
  });

  it.each([
    ['is another word', 'X-Token', 'X-Trace'],
    ['differs in a number', 'X-Id-1', 'X-Id-2'],
    ['is short', 'X-A', 'X-B'],
    ['could be one or the other', 'X-Trance', 'X-Trace, X-Trances'],
    ['could be a star', 'X-Trace', 'Accept-Ranges'],
  ])('that %s is the server’s to allow', async (_, written, allowed) => {
    const { fixes } = await opened.repair(asking(sending(written), allowing(allowed)));
    expect(fixes[0]).toMatchObject({ title: `Allow the header ${written}`, place: 'server' });
    expect(fixes.map(({ title }) => title).join()).not.toContain('Write the header');
  });
});

describe('an address that the server only corrects', () => {
  const PUT = (url: string): string => `await fetch('${url}', { method: 'PUT' });`;
  const redirecting = (location: string, path: string) => ({
    kind: 'headers' as const,
    routes: [
      route({ path, status: 308, headers: [['Location', location]] }),
      route({ headers: [ALLOWED, ['Access-Control-Allow-Methods', 'PUT']] }),
    ],
  });

  it('gets its slash on the page, and not a preflight that is answered', async () => {
    const { fixes } = await opened.repair(asking(PUT(`${ORIGIN}/users`), redirecting(`${ORIGIN}/users/`, '/users')));
    expect(fixes[0]).toMatchObject({ place: 'page', title: 'Ask for /users/ at once' });
    expect(changes(fixes[0]!)).toEqual([`- ${PUT(`${ORIGIN}/users`)}`, `+ ${PUT(`${ORIGIN}/users/`)}`]);
  });

  it('gets its scheme on the page, and no headers on the redirect', async () => {
    const insecure = 'http://api.example.com';
    const { fixes } = await opened.repair({
      version: 1,
      page: 'http://app.example.com/',
      frontend: `await fetch('${insecure}/users');`,
      servers: [
        { origin: insecure, ...redirecting(`${ORIGIN}/users`, '*') },
        {
          origin: ORIGIN,
          kind: 'headers',
          routes: [route({ headers: [['Access-Control-Allow-Origin', 'http://app.example.com']] })],
        },
      ],
    });
    expect(changes(fixes[0]!)).toEqual([`- await fetch('${insecure}/users');`, `+ await fetch('${ORIGIN}/users');`]);
  });

  it('is another where another path answers, and the server may answer for itself', async () => {
    const { fixes } = await opened.repair(asking(PUT(`${ORIGIN}/users`), redirecting(`${ORIGIN}/v2/people`, '/users')));
    expect(fixes[0]?.place).toBe('server');
    expect(fixes.some(isPagesAlone)).toBe(true);
  });
});
