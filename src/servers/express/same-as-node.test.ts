import { afterAll, describe, expect, it, vi } from 'vitest';
import type { HeaderList } from '@/engine';
import { bodyOf, openForTest, type Asked } from './testing/open-for-test';
import { startNodeServer } from './testing/node-server';

const app = "const express = require('express');\nconst cors = require('cors');\nconst app = express();\n";
const routes = `
app.get('/users', (req, res) => res.json([{ id: 1, name: 'Zoë' }]));
app.put('/users/:id', express.json(), (req, res) => res.json({ id: req.params.id, ...req.body }));
app.delete('/users/:id', (req, res) => res.sendStatus(204));
app.get('/text', (req, res) => res.send('<p>hello</p>'));
module.exports = app;`;
const server = (before: string, after = '') => app + before + routes + after;

const configurations: Record<string, string> = {
  'no CORS at all': server(''),
  'cors() with its defaults': server('app.use(cors());'),
  'cors with one origin and credentials': server(
    "app.use(cors({ origin: 'https://app.example.com', credentials: true, maxAge: 600 }));",
  ),
  'cors with a list, a pattern, exposed and allowed headers': server(
    "app.use(cors({ origin: ['https://one.example', /\\.example\\.com$/], exposedHeaders: ['X-Total', 'ETag'], " +
      "allowedHeaders: 'Content-Type', methods: ['GET', 'PUT'], optionsSuccessStatus: 200 }));",
  ),
  'cors with a function that refuses': server(
    "app.set('env', 'production'); app.use(cors({ origin: (origin, done) => " +
      "origin === 'https://app.example.com' ? done(null, true) : done(new Error('Not allowed by CORS')) }));",
  ),
  'cors with origin false': server('app.use(cors({ origin: false }));'),
  'cors with origin true, on one route alone': server(
    "app.get('/text', cors({ origin: true })); app.options('/users/:id', cors());",
  ),
  'cors that passes the preflight on': server(
    "app.use(cors({ preflightContinue: true })); app.options('/users/:id', (req, res) => res.status(202).end());",
  ),
  'cors chosen by request': server(
    "app.use(cors((req, done) => done(null, { origin: req.path === '/users' ? '*' : false })));",
  ),
  'cors after the routes': server('', '\napp.use(cors());'),
  'headers written by hand': server(`app.use((req, res, next) => {
    res.header('Access-Control-Allow-Origin', req.headers.origin);
    res.append('Vary', 'Origin');
    res.setHeader('access-control-expose-headers', ['X-A', 'X-B']);
    if (req.method === 'OPTIONS') return res.sendStatus(200);
    next();
  });`),
  'a router, cookies, redirects and content of every kind': server(`const router = express.Router();
    router.get('/text', (req, res) => res.cookie('a', 'é', { httpOnly: true, maxAge: 1000, sameSite: 'lax' })
      .cookie('b', { c: 1 }).clearCookie('d').type('text').send('x'));
    router.get('/users', (req, res) => res.redirect(301, '/else?where=é'));
    router.put('/users/7', (req, res) => { req.pipe(res); });
    router.delete('/users/:id', (req, res) => { res.writeHead(200, 'Fine', { 'X-Raw': 'yes' }); res.write('a'); res.end('b'); });
    app.disable('x-powered-by'); app.use(router);`).replace(/maxAge: 1000, /, ''),
  'errors of every kind, in production': server(`app.set('env', 'production');
    app.get('/text', () => { throw new Error('sync'); });
    app.get('/users', async () => { throw Object.assign(new Error('late'), { status: 418, headers: { 'X-Why': 'tea' } }); });
    app.delete('/users/:id', (req, res, next) => next('not an error'));
    app.put('/users/:id', express.json({ limit: 5 }));`),
  'signed and parsed cookies': server(`app.use(require('cookie-parser')('secret'));
    app.get('/text', (req, res) => res.cookie('s', 'v', { signed: true }).json({ ...req.cookies, ...req.signedCookies }));`),
  'cors for a page of its own, with a longer way round': server(
    "app.use(cors({ origin: 'https://app.example.com' })); app.use((req, res, next) => { res.vary('Accept'); next(); });",
  ),
  'cors with a list that has not this origin': server("app.use(cors({ origin: ['https://other.example'] }));"),
  'cors with a pattern alone': server(
    'app.use(cors({ origin: /^https:\\/\\/app\\.example\\.com$/, credentials: true }));',
  ),
  'cors with a function that allows by callback': server(
    "app.use(cors({ origin: (origin, done) => done(null, origin === 'https://app.example.com') }));",
  ),
  'cors with origin *, named, and credentials': server("app.use(cors({ origin: '*', credentials: true }));"),
  'cors with allowed headers as a list': server(
    "app.use(cors({ allowedHeaders: ['X-A', 'Content-Type'], exposedHeaders: 'X-B' }));",
  ),
  'cors with methods as text and maxAge 0': server("app.use(cors({ methods: 'GET,PUT', maxAge: 0 }));"),
  'cors with optionsSuccessStatus 200': server('app.use(cors({ optionsSuccessStatus: 200 }));'),
  'cors twice': server("app.use(cors({ origin: 'https://one.example' })); app.use(cors());"),
  'cors per route, with and without preflight': server(
    "const allow = cors({ origin: true, credentials: true }); app.options('/users/:id', allow); app.put('/users/:id', allow, express.json(), (req, res) => res.json(req.body)); app.get('/users', cors(), (req, res) => res.send('ok'));",
  ),
  'options for every path': server("app.options('/{*any}', cors({ methods: ['DELETE'] }));"),
  'a router under a prefix': server(
    "const router = express.Router(); router.use(cors()); router.get('/', (req, res) => res.json({ router: true })); app.use('/users', router);",
  ),
  'json before cors': server("app.use(express.json()); app.use(cors({ origin: 'https://app.example.com' }));"),
  'headers set, appended, removed and asked for': server(
    "app.use((req, res, next) => { res.set({ 'X-One': '1', 'X-Two': ['a', 'b'] }); res.append('X-Two', 'c'); res.set('X-Gone', '1'); res.removeHeader('X-Gone'); res.links({ next: 'http://a/?p=2' }); res.location('/é'); next(); });",
  ),
  'no etag, no powered-by, trust proxy': server(
    "app.set('etag', false); app.disable('x-powered-by'); app.set('trust proxy', true); app.get('/text', (req, res) => res.json([req.hostname, req.ip === undefined]));",
  ),
  'strong etags and freshness': server(
    "app.set('etag', 'strong'); app.get('/text', (req, res) => res.set('Last-Modified', 'Mon, 01 Jan 2024 00:00:00 GMT').send('same'));",
  ),
  'statuses of every kind': server(
    "app.get('/users', (req, res) => res.status(304).end()); app.get('/text', (req, res) => res.status(418).send()); app.put('/users/:id', (req, res) => res.status(201).location('/users/7').json({})); app.delete('/users/:id', (req, res) => res.status(204).json({ not: 'sent' }));",
  ),
  'content negotiation': server(
    "app.get('/text', (req, res) => res.format({ 'text/plain': () => res.send('plain'), 'application/json': () => res.json({ json: 1 }) })); app.get('/users', (req, res) => res.type('html').attachment('a é.txt').send('x'));",
  ),
  'bodies of other kinds': server(
    "app.put('/users/:id', express.text({ type: '*/*' }), (req, res) => res.send(req.body)); app.get('/text', (req, res) => res.send(Buffer.from([1, 2, 3]))); app.get('/users', (req, res) => res.send(null));",
  ),
  'urlencoded, query and params': server(
    "app.use(express.urlencoded()); app.get('/users', (req, res) => res.json(req.query)); app.put('/users/:id', (req, res) => res.json([req.params, req.body ?? null, req.get('content-type')]));",
  ),
  'errors passed to a handler of its own': server(
    "app.get('/text', () => { throw new Error('mine'); }); app.get('/users', (req, res, next) => next(Object.assign(new Error('no'), { status: 403 })));",
    '\napp.use((error, req, res, next) => { res.status(error.status ?? 500).json({ error: error.message }); });',
  ),
  'a 404 of its own, with cors before it': server(
    'app.use(cors());',
    "\napp.use((req, res) => { res.status(404).json({ error: 'Not found', path: req.originalUrl }); });",
  ),
  'a handler of plain http': `module.exports = (req, res) => {
    res.writeHead(req.method === 'HEAD' ? 204 : 203, [['Set-Cookie', 'a=1'], ['Set-Cookie', 'b=2'], ['X-Url', req.url]]);
    res.end(JSON.stringify(Object.entries(req.headers).filter(([name]) => name !== 'connection').sort()));
  };`,
};

const ORIGIN: HeaderList[0] = ['Origin', 'https://app.example.com'];
const requests: Asked[] = [
  { path: '/users', headers: [ORIGIN] },
  { path: '/users?page=1' },
  { path: '/text', headers: [ORIGIN, ['Cookie', 'k=v; s=s%3Av.x']] },
  { path: '/users', method: 'HEAD', headers: [['Origin', 'https://evil.test']] },
  {
    path: '/users/7',
    method: 'OPTIONS',
    headers: [ORIGIN, ['Access-Control-Request-Method', 'PUT'], ['Access-Control-Request-Headers', 'content-type,x-a']],
  },
  {
    path: '/nowhere',
    method: 'OPTIONS',
    headers: [
      ['Origin', 'null'],
      ['Access-Control-Request-Method', 'DELETE'],
    ],
  },
  { path: '/users/7', method: 'PUT', headers: [ORIGIN, ['Content-Type', 'application/json']], body: '{"name":"Bo"}' },
  { path: '/users/7', method: 'PUT', headers: [ORIGIN, ['Content-Type', 'application/json']], body: '{"name":' },
  { path: '/users/7', method: 'DELETE', headers: [ORIGIN] },
  { path: '/nowhere/%C3%A9', headers: [ORIGIN] },
  { path: '/text', method: 'POST', headers: [ORIGIN, ['Content-Type', 'text/plain']], body: 'hello' },
  { path: '/users', headers: [['If-None-Match', 'W/"1b-0WqcqRzEZs2CdvPGJmSWlcFnDgI"']] },
];

// Express under Node logs the errors that it is made to have.
vi.spyOn(console, 'error').mockReturnValue();

/** Chromium, Firefox, WebKit and Node word stacks in their own ways: an error page in development shows one. */
const showsStack = (text: string) => /\bat .*\.js:\d/.test(text);

describe.each(Object.entries(configurations))('Express with %s', (_name, code) => {
  const started = Promise.all([startNodeServer(code), openForTest(code)]);
  afterAll(async () => {
    for (const one of await started) one.close();
  });

  it.each(requests.map((request) => [request.method ?? 'GET', request.path, request] as const))(
    'answers %s %s as under Node',
    async (_method, _path, request) => {
      const [node, simulated] = await started;
      const real = await node.ask(request);
      const reply = await simulated.ask(request);
      if (!reply.ok) throw new Error(`closed: ${JSON.stringify(simulated.errors)}`);
      const body = bodyOf(reply) ?? '';
      const stack = showsStack(real.body) || showsStack(body);
      const comparable = (headers: HeaderList) => headers.filter(([name]) => !stack || name !== 'Content-Length');
      expect({ ...reply.response, headers: comparable(reply.response.headers), body: stack ? '' : body }).toEqual({
        ...real,
        headers: comparable(real.headers),
        body: stack ? '' : real.body,
      });
    },
  );
});
