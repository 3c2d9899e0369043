import { describe, expect, it } from 'vitest';
import type { HeadersServer } from '@/scenario/document';
import type { Recording } from './recording';
import { toScenario } from './to-scenario';

const recording = (change: Partial<Recording>): Recording => ({
  id: 'one',
  tags: [],
  page: 'https://app.example.com/',
  steps: [{ request: { url: 'https://api.example.com/x', method: 'PUT' } }],
  server: {
    'https://api.example.com': {
      preflight: { status: 204, headers: [] },
      response: { status: 200, headers: [['Location', 'https://other.test/y']], body: 'x' },
      routes: [{ path: '/r', response: { status: 201, headers: [] } }],
    },
  },
  ...change,
});

const servers = (one: Recording) => toScenario(one, 'chromium').servers as HeadersServer[];

describe('a recording as a scenario', () => {
  it('answers preflights first, then paths of their own, then everything else', () => {
    expect(servers(recording({}))[0]?.routes).toEqual([
      { method: 'OPTIONS', path: '*', status: 204, headers: [] },
      { method: '*', path: '/r', status: 201, headers: [] },
      { method: '*', path: '*', status: 200, headers: [['Location', 'https://other.test/y']], body: 'x' },
    ]);
  });

  it('tells preflights from an OPTIONS that the page sends itself', () => {
    const steps = [{ request: { url: 'https://api.example.com/x', method: 'OPTIONS' } }];
    expect(servers(recording({ steps }))[0]?.routes[0]).toMatchObject({ method: 'OPTIONS', preflight: true });
  });

  it('lets every origin listen that the scenario refers to', () => {
    expect(servers(recording({})).map(({ origin }) => origin)).toEqual([
      'https://api.example.com',
      'https://app.example.com',
      'https://other.test',
    ]);
  });

  it('lets only those listen that are listed, where the recorder used real sockets', () => {
    const unrecorded = { details: true as const, requestHeaders: [] };
    expect(servers(recording({ unrecorded })).map(({ origin }) => origin)).toEqual(['https://api.example.com']);
  });

  it('waits between steps, and makes an XMLHttpRequest where one was made', () => {
    const steps: Recording['steps'] = [
      {
        request: {
          url: '/a',
          api: 'xhr',
          credentials: 'include',
          headers: [['X-A', '1']],
          uploadListener: true,
          body: 'x',
        },
      },
      { wait: 5600, request: { url: '/b', mode: 'no-cors' } },
    ];
    const { frontend } = toScenario(recording({ steps }), 'chromium');
    expect(frontend).toContain('request.withCredentials = true;');
    expect(frontend).toContain('request.setRequestHeader("X-A", "1");');
    expect(frontend).toContain('setTimeout(resolve, 5600)');
    expect(frontend).toContain('await fetch("/b", {"mode":"no-cors"})');
  });
});
