import { describe, expect, it } from 'vitest';
import type { Scenario } from '@/scenario/document';
import type { Exchange, RequestResult, SimulationResult } from '@/scenario/result';
import { frontendStarter } from './clients';

const scenario: Scenario = {
  version: 1,
  page: 'https://app.example.com/',
  frontend: "fetch('…')",
  servers: [{ origin: 'https://api.example.com', kind: 'express', code: '' }],
};
const request: RequestResult = {
  id: 0,
  initiator: 'fetch',
  method: 'PUT',
  url: 'https://api.example.com/users/1',
  outcome: 'resolved',
  verdict: 'allowed',
  console: [],
  exchanges: [0],
};
const exchange: Exchange = {
  id: 0,
  kind: 'actual',
  method: 'PUT',
  url: request.url,
  from: 'browser',
  requestHeaders: [['Content-Type', 'text/plain']],
  requestBody: "it's",
  status: 200,
  statusText: 'OK',
  responseHeaders: [],
  body: '',
  times: { sent: 0, arrived: 0, answered: 0, received: 0 },
};
const result: SimulationResult = {
  version: 1,
  requests: [request],
  exchanges: [exchange],
  console: [],
  cookies: [],
  serverLog: [],
  events: [],
};

describe('what the frontend holds after a change of the client', () => {
  it('is the request of the last run as a curl command', () => {
    expect(frontendStarter('curl', scenario, scenario, result)).toBe(
      "curl -i 'https://api.example.com/users/1' \\\n  -X PUT \\\n  -H 'Content-Type: text/plain' \\\n  --data-raw 'it'\\''s'\n",
    );
  });

  it('asks the first server where the code of the last run was another', () => {
    const older = { ...scenario, frontend: 'other' };
    expect(frontendStarter('curl', scenario, older, result)).toBe("curl -i 'https://api.example.com/users'\n");
    expect(frontendStarter('browser', scenario, older, result)).toContain("fetch('https://api.example.com/users')");
  });
});
