import { afterAll, describe, expect, it } from 'vitest';
import { plain } from '@/explain';
import type { HeaderRow, Server } from '@/scenario/document';
import type { Finding, FindingKind } from './contract';
import { outcomeOf } from './demonstrate';
import { API, createTestSimulator, PAGE, reviewOf, scenarioWith } from './testing/environment';

const { simulate, close } = createTestSimulator();
afterAll(close);

const ME = `app.get('/me', (req, res) => res.json({ name: 'Ada' }));\n`;
const express = (code: string): Server => ({ origin: API, kind: 'express', code: `${code}\n${ME}` });
const cors = (options: string): Server => express(`app.use(require('cors')(${options}));`);
const allowing = (condition: string, before = ''): Server =>
  express(`${before}
app.use((req, res, next) => {
  const origin = req.headers.origin || '';
  res.vary('Origin');
  if (${condition}) {
    res.header('Access-Control-Allow-Origin', origin);
    res.header('Access-Control-Allow-Credentials', 'true');
  }
  next();
});`);
const flask = (options: string): Server => ({
  origin: API,
  kind: 'flask',
  code: `from flask import Flask, jsonify
from flask_cors import CORS
app = Flask(__name__)
CORS(app, ${options})

@app.route('/me')
def me():
    return jsonify(name='Ada')
`,
});
const django = (settings: string): Server => ({
  origin: API,
  kind: 'django',
  code: `INSTALLED_APPS = ['corsheaders']
MIDDLEWARE = ['corsheaders.middleware.CorsMiddleware', 'django.middleware.common.CommonMiddleware']
${settings}
`,
});
const rows = (...headers: HeaderRow[]): Server => ({
  origin: API,
  kind: 'headers',
  routes: [{ method: '*', path: '*', status: 200, headers, body: '{"name":"Ada"}' }],
});

const CREDENTIALS: HeaderRow = ['Access-Control-Allow-Credentials', 'true'];
const ORIGIN = 'Access-Control-Allow-Origin';

async function findingsOf(server: Server): Promise<Finding[]> {
  return (await reviewOf(scenarioWith(server), simulate)).findings;
}

describe('a server that lets strangers in', () => {
  it.each<{ name: string; server: Server; kind: FindingKind; proof: string }>([
    {
      name: 'Express reflects every origin',
      server: allowing('true'),
      kind: 'any-origin-with-credentials',
      proof: 'https://evil.example',
    },
    {
      name: 'cors reflects every origin',
      server: cors('{ origin: true, credentials: true }'),
      kind: 'any-origin-with-credentials',
      proof: 'https://evil.example',
    },
    {
      name: 'Flask-CORS reflects for credentials',
      server: flask(`origins='*', supports_credentials=True`),
      kind: 'any-origin-with-credentials',
      proof: 'https://evil.example',
    },
    {
      name: 'django-cors-headers allows all, with credentials',
      server: django('CORS_ALLOW_ALL_ORIGINS = True\nCORS_ALLOW_CREDENTIALS = True'),
      kind: 'any-origin-with-credentials',
      proof: 'https://evil.example',
    },
    {
      name: 'a pattern without an end',
      server: allowing(`/^https:\\/\\/app\\.example\\.com/.test(origin)`),
      kind: 'origin-pattern-too-wide',
      proof: 'https://app.example.com.evil.example',
    },
    {
      name: 'startsWith',
      server: allowing(`origin.startsWith('https://app.example.com')`),
      kind: 'origin-pattern-too-wide',
      proof: 'https://app.example.com.evil.example',
    },
    {
      name: 'includes',
      server: allowing(`origin.includes('app.example.com')`),
      kind: 'origin-pattern-too-wide',
      proof: 'https://app.example.com.evil.example',
    },
    {
      name: 'a text that is searched for the origin',
      server: allowing(`'https://app.example.com,https://admin.example.com'.includes(origin)`),
      kind: 'origin-pattern-too-wide',
      proof: 'https://app.example.co',
    },
    {
      name: 'endsWith without a dot',
      server: allowing(`origin.endsWith('example.com')`),
      kind: 'origin-pattern-too-wide',
      proof: 'https://evilexample.com',
    },
    {
      name: 'a pattern without a beginning',
      server: cors('{ origin: /example\\.com$/, credentials: true }'),
      kind: 'origin-pattern-too-wide',
      proof: 'https://evilexample.com',
    },
    {
      name: 'a dot that is not escaped',
      server: allowing(`/^https:\\/\\/app.example\\.com$/.test(origin)`),
      kind: 'origin-pattern-too-wide',
      proof: 'https://appxexample.com',
    },
    {
      name: 'a Flask pattern whose dots stand for anything',
      server: flask(`origins=[r'https://app.example.com$'], supports_credentials=True`),
      kind: 'origin-pattern-too-wide',
      proof: 'https://appxexample.com',
    },
    {
      name: 'a Django pattern without an end',
      server: django(`CORS_ALLOWED_ORIGIN_REGEXES = [r'^https://\\w+\\.example\\.com']\nCORS_ALLOW_CREDENTIALS = True`),
      kind: 'origin-pattern-too-wide',
      proof: 'https://app.example.com.evil.example',
    },
    {
      name: 'every preview of a hosting provider',
      server: allowing(`/^https:\\/\\/shop-[a-z0-9-]+\\.vercel\\.app$/.test(origin)`),
      kind: 'shared-suffix-allowed',
      proof: 'https://shop-app-evil.vercel.app',
    },
    {
      name: 'every subdomain',
      server: allowing(`/^https:\\/\\/([a-z0-9-]+\\.)+example\\.com$/.test(origin)`),
      kind: 'any-subdomain-allowed',
      proof: 'https://evil.example.com',
    },
    {
      name: 'the origin null',
      server: allowing(`['https://app.example.com', 'null'].includes(origin)`),
      kind: 'null-origin-allowed',
      proof: 'null',
    },
    {
      name: 'null in a header row',
      server: rows([ORIGIN, 'null'], CREDENTIALS),
      kind: 'null-origin-allowed',
      proof: 'null',
    },
    {
      name: 'http',
      server: allowing(`/^https?:\\/\\/app\\.example\\.com$/.test(origin)`),
      kind: 'insecure-origin-allowed',
      proof: 'http://app.example.com',
    },
    {
      name: 'every port',
      server: allowing(`/^https:\\/\\/app\\.example\\.com(:\\d+)?$/.test(origin)`),
      kind: 'other-port-allowed',
      proof: 'https://app.example.com:8443',
    },
  ])('$name: $kind', async ({ server, kind, proof }) => {
    const found = (await findingsOf(server)).find((finding) => finding.kind === kind);
    expect(found).toMatchObject({ kind, proof });
    // The proof is a run in which a page of that origin reads the answer.
    const stage = found!.demonstration!.scenario;
    const request = outcomeOf(await simulate(stage));
    expect(request).toMatchObject({ verdict: 'allowed', response: { type: 'cors' } });
  });
});

describe('as whom a stranger reads, where every origin is let in with credentials', () => {
  const mirror = (status: number): Server => ({
    origin: API,
    kind: 'express',
    code: `app.use(require('cors')({ origin: true, credentials: true }));\napp.get('/me', (req, res) => res.status(${status}).json({}));`,
  });
  const cookie = (setCookie: string) => [{ url: `${API}/`, setCookie }];

  it.each([
    { status: 200, cookies: cookie('session=ada; Secure; SameSite=None'), says: 'can read it as that visitor.' },
    {
      status: 401,
      cookies: cookie('session=ada; Secure; SameSite=None'),
      says: 'as that visitor, which here is a 401.',
    },
    {
      status: 401,
      cookies: [],
      says: 'can read it, which here is a 401. No cookie of this server exists in this run; one that is SameSite=None would go along.',
    },
    {
      status: 200,
      cookies: cookie('session=ada; Secure; SameSite=Lax'),
      says: 'can read it. The browser keeps the visitor’s cookies back (session).',
    },
  ])('$says', async ({ status, cookies, says }) => {
    const { findings } = await reviewOf(scenarioWith(mirror(status), { cookies }), simulate);
    const finding = findings.find(({ kind }) => kind === 'any-origin-with-credentials');
    expect(plain(finding!.sentence)).toContain(says);
    const remark = finding!.demonstration!.scenario.frontend.replaceAll('\n// ', ' ').split('\n')[0]!;
    expect(remark.includes('sends the visitor’s cookies along')).toBe(says.includes('as that visitor'));
  });
});

it('a pattern that is closed on both sides is told of the provider’s other customers alone', async () => {
  const github = allowing(`/^https:\\/\\/[a-z-]+\\.github\\.io$/.test(origin)`);
  const { findings } = await reviewOf(scenarioWith(github, { page: 'https://ada.github.io/' }), simulate);
  expect(findings.map(({ kind }) => kind)).toEqual(['shared-suffix-allowed']);
  const open = allowing(`/ada\\.github\\.io$/.test(origin)`);
  const wide = (await reviewOf(scenarioWith(open, { page: 'https://ada.github.io/' }), simulate)).findings;
  expect(wide.map(({ kind, proof }) => [kind, proof])).toContainEqual([
    'origin-pattern-too-wide',
    'https://evilada.github.io',
  ]);
});

it('a pattern that lets a whole public suffix in is told of nothing about dots', async () => {
  const anybody = allowing(`/\\.co\\.uk$/.test(origin)`);
  const { findings } = await reviewOf(scenarioWith(anybody, { page: 'https://app.example.co.uk/' }), simulate);
  const [first, ...others] = findings.map(({ kind, sentence }) => [kind, plain(sentence)] as const);
  expect(first).toEqual(['shared-suffix-allowed', expect.stringContaining('a name beside app.example.co.uk')]);
  expect(others.map(([kind]) => kind)).not.toContain('origin-pattern-too-wide');
});

describe('a server that is well set up', () => {
  it.each<{ name: string; server: Server }>([
    {
      name: 'Express with a list',
      server: allowing(`['https://app.example.com', 'https://admin.example.com'].includes(origin)`),
    },
    {
      name: 'Express with a closed pattern',
      server: allowing(`/^https:\\/\\/(app|admin)\\.example\\.com$/.test(origin)`),
    },
    {
      name: 'cors that refuses strangers with an error',
      server: cors(
        `{ origin: (origin, done) => !origin || origin === '${PAGE}' ? done(null, true) : done(new Error('no')), credentials: true }`,
      ),
    },
    {
      name: 'Express with a pattern in two lines',
      server: allowing(`/^https:\\/\\/app\\.example\\.com$/m.test(origin)`),
    },
    { name: 'cors with a list', server: cors(`{ origin: ['https://app.example.com'], credentials: true }`) },
    { name: 'cors with one origin', server: cors(`{ origin: 'https://app.example.com', credentials: true }`) },
    {
      name: 'django-cors-headers with a list',
      server: django(
        `CORS_ALLOWED_ORIGINS = ['https://app.example.com']\nCORS_ALLOW_CREDENTIALS = True\nCORS_PREFLIGHT_MAX_AGE = 600`,
      ),
    },
    { name: 'header rows that name one origin', server: rows([ORIGIN, PAGE], CREDENTIALS, ['Vary', 'Origin']) },
    { name: 'header rows that allow everybody', server: rows([ORIGIN, '*']) },
    { name: 'no CORS at all', server: express('') },
  ])('has nothing to hear: $name', async ({ server }) => {
    const { findings, tried } = await reviewOf(scenarioWith(server), simulate);
    // What an unknown path answers is a remark of its own, and no fault of the policy.
    const said = findings.filter(
      ({ kind, severity }) => !(kind === 'error-answer-without-cors' && severity === 'note'),
    );
    expect(said.map(({ kind, sentence }) => `${kind}: ${plain(sentence)}`)).toEqual([]);
    expect(tried[0]!.probes).toBeGreaterThan(10);
    expect(tried[0]!.requests).toContain('GET /me');
  });

  it('but Flask-CORS, which leaves Vary out of what it refuses', async () => {
    const server = flask(`origins=['https://app.example.com', 'https://admin.example.com'], supports_credentials=True`);
    const { findings } = await reviewOf(scenarioWith(server), simulate);
    expect(findings.map(({ kind, severity }) => [kind, severity])).toEqual([['vary-origin-missing', 'note']]);
  });
});

describe('a server whose code is found fault with', () => {
  it('is asked all the same where it answers', async () => {
    const { tried } = await reviewOf(scenarioWith(django(`CORS_ALLOWED_ORIGINS = ['app.example.com']`)), simulate);
    expect(tried[0]!.failure).toBeUndefined();
    expect(tried[0]!.probes).toBeGreaterThan(10);
  });

  it('is not where it does not run', async () => {
    const { tried } = await reviewOf(scenarioWith(django(`CORS_ALLOWED_ORIGINS = [`)), simulate);
    expect(tried[0]).toMatchObject({ probes: 0, failure: "Its code does not run: SyntaxError: '[' was never closed" });
  });
});
