import { afterAll, expect, it } from 'vitest';
import type { Exchange } from '@/scenario/result';
import type { Scenario, Server } from '@/scenario/document';
import { createInProcessWire } from '@/network';
import loadFrontend from '@/sandbox/frontend/realm-entry?runtime';
import { createNodeRealmHost } from '@/sandbox/node';
import loadExpress from '@/servers/express/realm-entry?runtime';
import { ask, type Probe } from './ask';
import { simulate as simulateIn } from './simulate';

const API = 'https://api.example.com';
const PAGE = 'https://app.example.com';

const realms = createNodeRealmHost({ frontend: loadFrontend, express: loadExpress });
const wire = createInProcessWire();
const simulate = (scenario: Scenario) => simulateIn(scenario, { realms, wire });
afterAll(() => realms.close());

const scenarioWith = (server: Server): Scenario => ({ version: 1, page: `${PAGE}/`, frontend: '', servers: [server] });
const allowOrigin = (answer: Exchange): string | undefined =>
  answer.responseHeaders.find(([name]) => name === 'Access-Control-Allow-Origin')?.[1];

const mirror: Server = {
  origin: API,
  kind: 'express',
  code: `app.get('/me', (req, res) => res.set('Access-Control-Allow-Origin', req.headers.origin).send('hello'));`,
};
const probe = (part: Partial<Probe>): Probe => ({
  method: 'GET',
  url: `${API}/me`,
  origin: PAGE,
  headers: [],
  body: null,
  cookies: false,
  ...part,
});

it('credits an answer to the probe that got it, also behind probes that got none', async () => {
  const origins = ['https://one.example', 'https://two.example', 'https://three.example'];
  const asked = [
    probe({ origin: origins[0]! }),
    probe({ origin: 'https://lost.example', body: 'a GET with a body is refused' }),
    probe({ origin: 'https://lost.example', url: 'https://nobody.example/me' }),
    probe({ origin: origins[1]! }),
    probe({ origin: 'https://lost.example', headers: [['no name', '1']] }),
    probe({ origin: origins[2]! }),
  ];
  const answers = await ask(scenarioWith(mirror), [], asked, simulate);
  expect(answers.map((answer) => answer?.probe)).toEqual([
    asked[0],
    undefined,
    undefined,
    asked[3],
    undefined,
    asked[5],
  ]);
  expect(answers.map((answer) => answer && allowOrigin(answer.exchange))).toEqual([
    origins[0],
    undefined,
    undefined,
    origins[1],
    undefined,
    origins[2],
  ]);
});

it('goes on in order where there are more probes than one run takes', async () => {
  const asked = Array.from({ length: 200 }, (_, index) => probe({ origin: `https://number-${index}.example` }));
  const answers = await ask(scenarioWith(mirror), [], asked, simulate);
  expect(answers.map((answer) => answer && allowOrigin(answer.exchange))).toEqual(asked.map(({ origin }) => origin));
});
