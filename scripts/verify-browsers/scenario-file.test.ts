import { describe, expect, it } from 'vitest';
import type { Recording } from '@/truth/recording';
import { readScenarioFile } from './scenario-file';
import { scenarioAnswer } from './served';

const document = (servers: unknown[]) =>
  JSON.stringify({ version: 1, page: 'https://app.example.com/', frontend: 'await fetch("/x")', servers });

const headerRules = document([
  {
    origin: 'https://api.example.com',
    kind: 'headers',
    routes: [
      { method: 'OPTIONS', path: '*', status: 204, headers: [['X-Off', '1', false]], preflight: true },
      { method: 'PUT', path: '/x', status: 201, headers: [['X-On', '1']], body: 'put' },
      { method: '*', path: '/x', status: 202, headers: [] },
    ],
  },
]);

const ask = (recording: Recording, method: string, headers: [string, string][] = []) =>
  scenarioAnswer(recording, { method, url: 'https://api.example.com/x', headers, body: '' });

describe('a scenario document for real browsers', () => {
  it('is answered by the route that matches path, method and kind', () => {
    const { recording } = readScenarioFile(headerRules, 'a.json');
    expect(ask(recording, 'PUT')).toEqual({ status: 201, headers: [['X-On', '1']], body: 'put' });
    expect(ask(recording, 'GET')).toMatchObject({ status: 202 });
    expect(ask(recording, 'OPTIONS')).toMatchObject({ status: 202 });
    const preflight = ask(recording, 'OPTIONS', [['Access-Control-Request-Method', 'PUT']]);
    expect(preflight).toEqual({ status: 204, headers: [] });
  });

  it('that is none says where', () => {
    expect(() => readScenarioFile('{"version":1}', 'a.json')).toThrow('a.json: page: expected');
  });

  it('with a server that runs code is refused', () => {
    const express = document([{ origin: 'https://api.example.com', kind: 'express', code: '' }]);
    expect(() => readScenarioFile(express, 'a.json')).toThrow('only header rules are played');
  });
});
