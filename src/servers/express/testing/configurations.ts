/** What is compared with Node: configurations of Express. */

export interface Configuration {
  code: string;
  env: Record<string, string>;
}

const app = "const express = require('express');\nconst cors = require('cors');\nconst app = express();\n";
const routes = `
app.get('/users', (req, res) => res.json([{ id: 1, name: 'Zoë' }]));
app.put('/users/:id', express.json(), (req, res) => res.json({ id: req.params.id, ...req.body }));
app.delete('/users/:id', (req, res) => res.sendStatus(204));
app.get('/text', (req, res) => res.send('<p>hello</p>'));
module.exports = app;`;
const server = (before: string, after = '') => app + before + routes + after;

/** Express code, for each of the ways that people write it. */
export const configurations: Record<string, string | Configuration> = {
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
  'cors with one origin as a string': server("app.use(cors({ origin: 'https://app.example.com' }));"),
  'cors with origin true for all, and credentials': server('app.use(cors({ origin: true, credentials: true }));'),
  'cors with a list that mixes text and patterns, and has this origin': server(
    "app.use(cors({ origin: [/^https:\\/\\/one\\./, 'https://app.example.com', 'null'], credentials: true }));",
  ),
  'cors with a list that has *': server("app.use(cors({ origin: ['*'] }));"),
  'cors with a function that names the origin': server(
    "app.use(cors({ origin: (origin, done) => setTimeout(() => done(null, origin ? [origin] : '*'), 1), credentials: true }));",
  ),
  'cors with optionsSuccessStatus and a preflight passed on, that nobody answers': server(
    'app.use(cors({ preflightContinue: true, optionsSuccessStatus: 200 }));',
  ),
  'cors with a preflight passed on to a route that redirects': server(
    "app.use(cors({ preflightContinue: true })); app.options('/users/:id', (req, res) => res.redirect(307, '/text'));",
  ),
  'cors in front of a route alone, with app.route': server(
    "app.route('/users/:id').options(cors({ methods: 'PUT' })).put(cors(), express.json(), (req, res) => res.json(req.body));",
  ),
  'a login before cors, which stops the preflight': server(
    "app.use((req, res, next) => (req.headers.authorization ? next() : res.status(401).json({ error: 'Log in' }))); app.use(cors());",
  ),
  'a login after cors, which lets the preflight through': server(
    "app.use(cors()); app.use((req, res, next) => (req.headers.cookie ? next() : res.set('WWW-Authenticate', 'Basic').sendStatus(401)));",
  ),
  'errors thrown and rejected behind cors, in production': {
    code: server(
      "app.use(cors({ origin: 'https://app.example.com', credentials: true })); app.get('/text', () => { throw new Error('sync'); }); app.get('/users', async () => { throw Object.assign(new Error('late'), { status: 503 }); });",
    ),
    env: { NODE_ENV: 'production' },
  },
  'errors thrown and rejected behind cors, told by a handler that keeps its headers': server(
    "app.use(cors()); app.get('/text', () => { throw new Error('sync'); }); app.get('/users', async () => { await null; throw new TypeError('late'); });",
    '\napp.use((error, req, res, next) => { res.status(500).json({ error: error.name, [error.message]: true }); });',
  ),
  'errors in the handler of errors': {
    code: server(
      "app.get('/text', () => { throw new Error('first'); });",
      "\napp.use((error, req, res, next) => { throw new Error('second'); });",
    ),
    env: { NODE_ENV: 'production' },
  },
  'errors after the answer has begun': {
    code: server("app.get('/text', (req, res, next) => { res.send('whole'); next(new Error('too late')); });"),
    env: { NODE_ENV: 'production' },
  },
  ...Object.fromEntries(
    ['production', 'development'].map((NODE_ENV) => [
      `a policy that process.env.NODE_ENV chooses: ${NODE_ENV}`,
      {
        code: server(
          "app.use(cors({ origin: process.env.NODE_ENV === 'production' ? process.env.ALLOWED.split(',') : true })); app.get('/text', () => { throw new Error('boom'); }); app.get('/users', (req, res) => res.json([process.env.NODE_ENV, app.get('env'), app.enabled('view cache')]));",
        ),
        env: { NODE_ENV, ALLOWED: 'https://app.example.com,https://www.example.com' },
      },
    ]),
  ),
  'redirects of every kind behind cors': server(
    "app.use(cors()); app.get('/users', (req, res) => res.redirect('/users/')); app.put('/users/:id', (req, res) => res.redirect(308, 'https://else.example/a b')); app.delete('/users/:id', (req, res) => res.location('back').status(303).end()); app.get('/text', (req, res) => res.redirect('//else.example/<x>'));",
  ),
  'cookies of every kind behind cors with credentials': server(
    "app.use(cors({ origin: true, credentials: true })); app.get('/text', (req, res) => { res.cookie('s', 'a b;c', { secure: true, sameSite: 'none', partitioned: true, path: '/text', domain: 'example.com', priority: 'high' }); res.cookie('j', { a: [1] }, { expires: new Date(0) }).cookie('e', '', { encode: String, sameSite: true }).clearCookie('old', { path: '/x' }).json(req.headers.cookie ?? null); });",
  ),
  'routers in routers, with parameters and cors in the inner one': server(
    "const inner = express.Router({ mergeParams: true }); inner.use(cors({ exposedHeaders: ['X-Id'] })); inner.all('/', express.json(), (req, res) => res.set('X-Id', req.params.id).json({ ...req.params, url: req.url, base: req.baseUrl, body: req.body ?? null })); const outer = express.Router({ caseSensitive: true, strict: true }); outer.use('/:id', inner); app.use('/users', outer);",
  ),
  'json that is limited, strict and of other types': server(
    "app.use(cors()); app.put('/users/:id', express.json({ type: ['application/*+json', 'application/json'], strict: false, reviver: (key, value) => (key === 'name' ? value.toUpperCase() : value) }), (req, res) => res.json(req.body)); app.post('/text', express.json(), (req, res) => res.json(req.body === undefined));",
  ),
};
