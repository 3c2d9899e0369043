import { afterAll, describe, expect, it } from 'vitest';
import { plain, type Part } from '@/explain';
import type { HeaderRow, Route, Scenario, Server } from '@/scenario/document';
import { FINDING_KINDS, type FindingKind } from './contract';
import { API, createTestSimulator, PAGE, reviewOf, scenarioWith } from './testing/environment';

const { simulate, close } = createTestSimulator();
afterAll(close);

const express = (code: string): Server => ({ origin: API, kind: 'express', code });
const ME = `app.get('/me', (req, res) => res.json({ name: 'Ada' }));`;
const LIST = `app.use((req, res, next) => {
  res.vary('Origin');
  if (req.headers.origin === '${PAGE}') res.set('Access-Control-Allow-Origin', '${PAGE}');
  next();
});`;
const put = (part: Partial<Scenario> = {}): Partial<Scenario> => ({
  frontend: `await fetch('${API}/me', { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: '{}' });`,
  ...part,
});

/** Says `Vary` to the page alone, and no to everybody else. */
const refusing = (also: string): string => `app.use((req, res, next) => {
  ${also}
  if (req.headers.origin !== '${PAGE}') return res.status(403).send('no');
  res.set('Access-Control-Allow-Origin', '${PAGE}').vary('Origin');
  next();
});
${ME}`;
const READING = `app.use(require('express').json());
app.options('/me', (req, res) => {
  res.set({ 'Access-Control-Allow-Origin': '${PAGE}', 'Access-Control-Allow-Headers': 'Content-Type' }).sendStatus(204);
});
app.post('/me', (req, res) => res.set('Access-Control-Allow-Origin', '${PAGE}').json(req.body));`;
const post = {
  frontend: `await fetch('${API}/me', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });`,
};

function table(actual: HeaderRow[], preflight: HeaderRow[] = actual, status = 200): Server {
  const route = (method: string, headers: HeaderRow[], code: number): Route => ({
    method,
    path: '*',
    status: code,
    headers,
  });
  return {
    origin: API,
    kind: 'headers',
    routes: [route('OPTIONS', preflight, 204), { ...route('*', actual, status), body: '{}' }],
  };
}
const origin = (value: string): HeaderRow => ['Access-Control-Allow-Origin', value];
const CREDENTIALS: HeaderRow = ['Access-Control-Allow-Credentials', 'true'];
const methods = (value: string): HeaderRow => ['Access-Control-Allow-Methods', value];
const headers = (value: string): HeaderRow => ['Access-Control-Allow-Headers', value];

interface Case {
  name: string;
  kind: FindingKind;
  bad: Scenario;
  good: Scenario;
  /** In the finding's sentence. */
  says: string;
  /** Something goes wrong that can be watched. */
  shown?: boolean;
}

const cases: Case[] = [
  {
    name: 'an option that cors() does not know',
    kind: 'option-without-effect',
    bad: scenarioWith(express(`app.use(cors({ orgin: '${PAGE}' }));\n${ME}`)),
    good: scenarioWith(express(`app.use(cors({ origin: '${PAGE}' }));\n${ME}`)),
    says: 'orgin has no effect: cors() has no such option. Did you mean origin?',
  },
  {
    name: '* with credentials',
    kind: 'wildcard-with-credentials',
    bad: scenarioWith(table([origin('*'), CREDENTIALS])),
    good: scenarioWith(table([origin('*')])),
    says: 'Browsers refuse the two together',
    shown: true,
  },
  {
    name: 'a list of origins',
    kind: 'allow-origin-several-values',
    bad: scenarioWith(table([origin(`${PAGE}, https://b.example`)])),
    good: scenarioWith(table([origin(PAGE)])),
    says: 'a list equals none',
    shown: true,
  },
  {
    name: 'the header twice',
    kind: 'allow-origin-several-values',
    bad: scenarioWith(table([origin(PAGE), origin(PAGE)])),
    good: scenarioWith(table([origin(PAGE)])),
    says: 'is sent 2 times',
    shown: true,
  },
  {
    name: 'a trailing slash',
    kind: 'allow-origin-not-an-origin',
    bad: scenarioWith(table([origin(`${PAGE}/`)])),
    good: scenarioWith(table([origin(PAGE)])),
    says: 'with a slash at its end',
    shown: true,
  },
  {
    name: 'no scheme',
    kind: 'allow-origin-not-an-origin',
    bad: scenarioWith(table([origin('app.example.com')])),
    good: scenarioWith(table([origin('https://other.example')])),
    says: 'which has no scheme',
    shown: true,
  },
  {
    name: 'a pattern as a value',
    kind: 'allow-origin-not-an-origin',
    bad: scenarioWith(table([origin('https://*.example.com')])),
    good: scenarioWith(table([origin('*')])),
    says: 'only where it stands alone',
    shown: true,
  },
  {
    name: 'a default port',
    kind: 'allow-origin-not-an-origin',
    bad: scenarioWith(table([origin(`${PAGE}:443`)])),
    good: scenarioWith(table([origin(`${PAGE}:8443`)])),
    says: `browsers write as ${PAGE}`,
    shown: true,
  },
  {
    name: 'True',
    kind: 'allow-credentials-not-true',
    bad: scenarioWith(table([origin(PAGE), ['Access-Control-Allow-Credentials', 'True']])),
    good: scenarioWith(table([origin(PAGE), CREDENTIALS])),
    says: 'Only true',
    shown: true,
  },
  {
    name: 'true twice',
    kind: 'repeated-header',
    bad: scenarioWith(table([origin(PAGE), CREDENTIALS, CREDENTIALS])),
    good: scenarioWith(table([origin(PAGE), CREDENTIALS])),
    says: 'more than once',
    shown: true,
  },
  {
    name: 'a cached answer without Vary',
    kind: 'vary-origin-missing',
    bad: scenarioWith(
      express(`${LIST.replace("res.vary('Origin');", "res.set('Cache-Control', 'public, max-age=60');")}\n${ME}`),
      { cookies: [] },
    ),
    good: scenarioWith(express(`${LIST}\n${ME}`)),
    says: 'refuses https://app.example.com with it',
    shown: true,
  },
  {
    name: 'an answer to strangers without Vary that a cache may keep',
    kind: 'vary-origin-missing',
    bad: scenarioWith(express(`${LIST.replace("res.vary('Origin');", '')}\n${ME}`)),
    good: scenarioWith(
      express(`${LIST.replace("res.vary('Origin');", "res.set('Cache-Control', 'no-store');")}\n${ME}`),
    ),
    says: 'No cache keeps this answer today',
  },
  {
    name: 'a refusal of strangers that a cache is told to keep',
    kind: 'vary-origin-missing',
    bad: scenarioWith(express(refusing("res.set('Cache-Control', 'max-age=60');")), { cookies: [] }),
    good: scenarioWith(express(refusing('')), { cookies: [] }),
    says: 'refuses https://app.example.com with it',
    shown: true,
  },
  {
    name: 'an error where nothing but the preflight succeeds',
    kind: 'error-answer-without-cors',
    bad: scenarioWith(table([], [origin(PAGE), methods('PUT'), headers('Content-Type')], 500), put()),
    good: scenarioWith(table([origin(PAGE)], [origin(PAGE), methods('PUT'), headers('Content-Type')], 500), put()),
    says: 'can be answered with 500',
    shown: true,
  },
  {
    name: 'an error of a body that cannot be read',
    kind: 'error-answer-without-cors',
    bad: scenarioWith(express(READING), post),
    good: scenarioWith(express(`app.use(cors({ origin: '${PAGE}' }));\n${READING}`), post),
    says: 'POST /me can be answered with 400',
    shown: true,
  },
  {
    name: 'a pattern with the flag g',
    kind: 'answers-differ',
    bad: scenarioWith(
      express(
        `const ours = /^https:\\/\\/app\\.example\\.com$/g;\napp.use((req, res, next) => { res.vary('Origin'); if (ours.test(req.headers.origin)) res.set('Access-Control-Allow-Origin', req.headers.origin); next(); });\n${ME}`,
      ),
    ),
    good: scenarioWith(express(`${LIST}\n${ME}`)),
    says: 'in two ways',
    shown: true,
  },
  {
    name: 'a login before the preflight',
    kind: 'preflight-demands-login',
    bad: scenarioWith(
      express(
        `${LIST}\napp.use((req, res, next) => (req.headers.cookie ? next() : res.sendStatus(401)));\napp.put('/me', (req, res) => res.json({}));`,
      ),
      put(),
    ),
    good: scenarioWith(express(`${LIST}\napp.put('/me', (req, res) => res.json({}));`), put()),
    says: 'A preflight never carries cookies',
    shown: true,
  },
  {
    name: 'an error outside of CORS',
    kind: 'error-answer-without-cors',
    bad: scenarioWith(
      express(
        `app.get('/me', (req, res) => { if (!req.headers.cookie) return res.sendStatus(401); res.set('Access-Control-Allow-Origin', '${PAGE}').set('Access-Control-Allow-Credentials', 'true').json({}); });`,
      ),
    ),
    good: scenarioWith(
      express(`${LIST}\napp.get('/me', (req, res) => (req.headers.cookie ? res.json({}) : res.sendStatus(401)));`),
    ),
    says: 'can be answered with 401',
    shown: true,
  },
  {
    name: 'permissions on the wrong answer',
    kind: 'permission-on-wrong-answer',
    bad: scenarioWith(table([origin(PAGE), methods('PUT')], [origin(PAGE)]), put()),
    good: scenarioWith(table([origin(PAGE)], [origin(PAGE), methods('PUT'), headers('content-type')]), put()),
    says: 'and its preflight is not',
    shown: true,
  },
  {
    name: 'a header that is not listed',
    kind: 'request-not-covered',
    bad: scenarioWith(table([origin(PAGE)], [origin(PAGE), methods('PUT'), headers('x-trace')]), put()),
    good: scenarioWith(table([origin(PAGE)], [origin(PAGE), methods('PUT'), headers('content-type')]), put()),
    says: 'needs content-type',
    shown: true,
  },
  {
    name: 'a header that the code reads',
    kind: 'exposed-header-missing',
    bad: scenarioWith(table([origin(PAGE), ['X-Total', '3']]), {
      frontend: `console.log((await fetch('${API}/me')).headers.get('X-Total'));`,
    }),
    good: scenarioWith(table([origin(PAGE), ['X-Total', '3'], ['Access-Control-Expose-Headers', 'X-Total']]), {
      frontend: `console.log((await fetch('${API}/me')).headers.get('X-Total'));`,
    }),
    says: 'its code gets null',
    shown: true,
  },
  {
    name: 'semicolons in a list',
    kind: 'list-unreadable',
    bad: scenarioWith(table([origin(PAGE)], [origin(PAGE), methods('PUT; DELETE')]), put()),
    good: scenarioWith(table([origin(PAGE)], [origin(PAGE), methods('PUT, DELETE')]), put()),
    says: 'cannot be read',
    shown: true,
  },
  {
    name: '* in a list beside credentials',
    kind: 'wildcard-taken-literally',
    bad: scenarioWith(table([origin(PAGE), CREDENTIALS], [origin(PAGE), CREDENTIALS, methods('*')]), put()),
    good: scenarioWith(table([origin('*')], [origin('*'), methods('*'), headers('*')]), put()),
    says: 'a name like any other',
    shown: true,
  },
  {
    name: 'put in small letters',
    kind: 'method-without-effect',
    bad: scenarioWith(table([origin(PAGE)], [origin(PAGE), methods('put')]), put()),
    good: scenarioWith(table([origin(PAGE)], [origin(PAGE), methods('PUT')]), put()),
    says: 'letter by letter',
    shown: true,
  },
  {
    name: 'get in small letters, which needs no leave',
    kind: 'method-without-effect',
    bad: scenarioWith(table([origin(PAGE)], [origin(PAGE), methods('get, PUT')]), put()),
    good: scenarioWith(table([origin(PAGE)], [origin(PAGE), methods('GET, PUT')]), put()),
    says: 'get in Access-Control-Allow-Methods allows nothing: methods are compared letter by letter, and browsers write this one large.',
  },
  {
    name: '* among the headers beside credentials',
    kind: 'wildcard-taken-literally',
    bad: scenarioWith(table([origin(PAGE), CREDENTIALS], [origin(PAGE), CREDENTIALS, headers('*')])),
    good: scenarioWith(table([origin('*')], [origin('*'), headers('*')])),
    says: 'Access-Control-Allow-Headers: *',
    shown: true,
  },
  {
    name: '* among the exposed headers beside credentials',
    kind: 'wildcard-taken-literally',
    bad: scenarioWith(
      table([origin(PAGE), CREDENTIALS, ['X-Total', '3'], ['Access-Control-Expose-Headers', '*']], [origin(PAGE)]),
    ),
    good: scenarioWith(
      table(
        [origin(PAGE), CREDENTIALS, ['X-Total', '3'], ['Access-Control-Expose-Headers', 'X-Total']],
        [origin(PAGE)],
      ),
    ),
    says: 'Access-Control-Expose-Headers: *',
    shown: true,
  },
  {
    name: 'semicolons among the headers',
    kind: 'list-unreadable',
    bad: scenarioWith(table([origin(PAGE)], [origin(PAGE), headers('X-A; X-B')])),
    good: scenarioWith(table([origin(PAGE)], [origin(PAGE), headers('X-A, X-B')])),
    says: 'X-A; X-B is no name',
    shown: true,
  },
  {
    name: 'safelisted methods alone',
    kind: 'method-without-effect',
    bad: scenarioWith(table([origin(PAGE)], [origin(PAGE), methods('GET, POST')])),
    good: scenarioWith(table([origin(PAGE)], [origin(PAGE), methods('GET, PUT')])),
    says: 'the header has no effect',
  },
  {
    name: 'Origin among the allowed headers',
    kind: 'header-without-effect',
    bad: scenarioWith(table([origin(PAGE)], [origin(PAGE), headers('Origin, X-Trace')])),
    good: scenarioWith(table([origin(PAGE)], [origin(PAGE), headers('X-Trace')])),
    says: 'the browser sets it itself',
  },
  {
    name: 'Authorization under *',
    kind: 'authorization-under-wildcard',
    bad: scenarioWith(table([origin('*')], [origin('*'), headers('*')]), {
      frontend: `await fetch('${API}/me', { headers: { Authorization: 'Bearer x' } });`,
    }),
    good: scenarioWith(table([origin('*')], [origin('*'), headers('*, Authorization')]), {
      frontend: `await fetch('${API}/me', { headers: { Authorization: 'Bearer x' } });`,
    }),
    says: 'does not cover by the standard',
  },
  {
    name: 'a day in Chromium',
    kind: 'max-age-above-cap',
    bad: scenarioWith(
      table(
        [origin(PAGE)],
        [origin(PAGE), methods('PUT'), headers('content-type'), ['Access-Control-Max-Age', '86400']],
      ),
      put(),
    ),
    good: scenarioWith(
      table(
        [origin(PAGE)],
        [origin(PAGE), methods('PUT'), headers('content-type'), ['Access-Control-Max-Age', '7200']],
      ),
      put(),
    ),
    says: '7200 seconds',
    shown: true,
  },
  {
    name: 'a day in WebKit, where ten minutes count',
    kind: 'max-age-above-cap',
    bad: scenarioWith(
      table(
        [origin(PAGE)],
        [origin(PAGE), methods('PUT'), headers('content-type'), ['Access-Control-Max-Age', '3600']],
      ),
      put({ browser: 'webkit' }),
    ),
    good: scenarioWith(
      table([origin(PAGE)], [origin(PAGE), methods('PUT'), headers('content-type'), ['Access-Control-Max-Age', '600']]),
      put({ browser: 'webkit' }),
    ),
    says: '600 seconds',
    shown: true,
  },
  {
    name: 'words as a time',
    kind: 'max-age-unreadable',
    bad: scenarioWith(table([origin(PAGE)], [origin(PAGE), ['Access-Control-Max-Age', '10m']])),
    good: scenarioWith(table([origin(PAGE)], [origin(PAGE), ['Access-Control-Max-Age', '600']])),
    says: 'no number of seconds',
  },
  {
    name: 'words as a time, before a request that asks for leave',
    kind: 'max-age-unreadable',
    bad: scenarioWith(
      table([origin(PAGE)], [origin(PAGE), methods('PUT'), headers('Content-Type'), ['Access-Control-Max-Age', '1h']]),
      put(),
    ),
    good: scenarioWith(
      table([origin(PAGE)], [origin(PAGE), methods('PUT'), headers('Content-Type'), ['Access-Control-Max-Age', '600']]),
      put(),
    ),
    says: 'keep the answer for 5 seconds then',
    shown: true,
  },
  {
    name: 'credentials nobody sends',
    kind: 'credentials-never-used',
    bad: scenarioWith(table([origin(PAGE), CREDENTIALS]), { frontend: `await fetch('${API}/me');` }),
    good: scenarioWith(table([origin(PAGE), CREDENTIALS])),
    says: 'never sends any',
  },
  {
    name: 'permissions on every answer',
    kind: 'answer-without-effect',
    bad: scenarioWith(table([origin(PAGE), methods('PUT')])),
    good: scenarioWith(table([origin(PAGE)], [origin(PAGE), methods('PUT')])),
    says: 'on the answer to a preflight alone',
  },
  {
    name: '* inside a network',
    kind: 'private-server-readable',
    bad: scenarioWith(
      { ...table([origin('*')]), origin: 'https://wiki.internal' },
      { frontend: `await fetch('https://wiki.internal/me');` },
    ),
    good: scenarioWith(table([origin('*')]), { frontend: `await fetch('${API}/me');` }),
    says: 'from inside only',
    shown: true,
  },
  {
    name: 'a mirror without credentials',
    kind: 'any-origin-reflected',
    bad: scenarioWith(express(`app.use(require('cors')({ origin: true }));\n${ME}`)),
    good: scenarioWith(express(`app.use(require('cors')());\n${ME}`)),
    says: 'names whatever origin asks',
    shown: true,
  },
];

/** Words of ours that are set as if they were the server's. */
const isProse = (part: Part): boolean =>
  typeof part === 'object' &&
  /^$|^(it|them|these|this one|stands?|allows?|such headers)$|^(is|says|and) | more$/.test(part.code);

describe('a finding is made where it is true, and only there', () => {
  it.each(cases)('$name: $kind', async ({ kind, bad, good, says, shown = false }) => {
    const found = (await reviewOf(bad, simulate)).findings.filter((finding) => finding.kind === kind);
    expect(found.map(({ sentence }) => plain(sentence)).join('\n')).toContain(says);
    expect(found.some(({ demonstration }) => demonstration !== null)).toBe(shown);
    expect(found.flatMap(({ sentence, advice }) => [...sentence, ...advice]).filter(isProse)).toEqual([]);
    const other = (await reviewOf(good, simulate)).findings.map((finding) => finding.kind);
    expect(other).not.toContain(kind);
  });

  it('together with those about strangers, every kind is tried', () => {
    const strangers: FindingKind[] = [
      'any-origin-with-credentials',
      'origin-pattern-too-wide',
      'shared-suffix-allowed',
      'any-subdomain-allowed',
      'null-origin-allowed',
      'insecure-origin-allowed',
      'other-port-allowed',
    ];
    expect(new Set([...strangers, ...cases.map(({ kind }) => kind)])).toEqual(new Set(FINDING_KINDS));
  });
});

describe('what a demonstration shows', () => {
  const demandsLogin = `app.use(require('cors')({ origin: ['${PAGE}'], preflightContinue: true }));
app.use((req, res, next) => (req.headers.authorization ? next() : res.status(401).send()));
app.get('/me', (req, res) => res.removeHeader('Vary') ?? res.json({}));`;

  it('is what the finding says: a preflight that fails with or without a cache is not blamed on one', async () => {
    const bearer = { frontend: `await fetch('${API}/me', { headers: { Authorization: 'x' } });` };
    const { findings } = await reviewOf(scenarioWith(express(demandsLogin), bearer), simulate);
    expect(findings.map(({ kind }) => kind)).toContain('preflight-demands-login');
    expect(findings.find(({ kind }) => kind === 'vary-origin-missing')).toMatchObject({
      severity: 'note',
      demonstration: null,
    });
  });

  it('is the page’s own error before one at another address', async () => {
    const refused = table([], [origin(PAGE), methods('PUT'), headers('Content-Type')], 405);
    const { findings } = await reviewOf(scenarioWith(refused, put()), simulate);
    expect(findings.find(({ kind }) => kind === 'error-answer-without-cors')?.demonstration?.title).toBe(
      'PUT /me fails with 405, unseen',
    );
  });
});
