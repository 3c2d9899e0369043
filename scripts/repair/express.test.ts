import { afterAll, describe, expect, it } from 'vitest';
import { asking, changes, GET, GET_WITH_COOKIES, openRepair, PUT } from './repair-for-test';

const opened = openRepair();
afterAll(() => opened.close());

const HEAD = "const express = require('express');\nconst app = express();\n";
const CORS_HEAD = "const express = require('express');\nconst cors = require('cors');\nconst app = express();\n";
const ROUTES =
  "app.get('/users', (req, res) => res.json([]));\napp.put('/users', (req, res) => {\n  res.json({});\n});\n";
const middleware = (...lines: string[]): string =>
  ['app.use((req, res, next) => {', ...lines.map((line) => `  ${line}`), '  next();', '});', ''].join('\n');

async function first(frontend: string, code: string, env?: Record<string, string>): Promise<string[]> {
  const { fixes } = await opened.repair(asking(frontend, { kind: 'express', code, ...(env ? { env } : {}) }));
  expect(fixes[0]?.place).toBe('server');
  return changes(fixes[0]!);
}

describe('the first fix of hand-written headers', () => {
  it.each([
    [
      'puts the origin right where it stands, in the quotes that stand there',
      GET,
      HEAD +
        'app.use((req, res, next) => {\n  res.header("Access-Control-Allow-Origin", "http://localhost:3000")\n  next()\n})\n' +
        ROUTES,
      [
        '- res.header("Access-Control-Allow-Origin", "http://localhost:3000")',
        '+ res.header("Access-Control-Allow-Origin", "https://app.example.com")',
      ],
    ],
    [
      'follows a constant',
      GET,
      `${HEAD}const allowed = 'https://www.example.com';\n${middleware("res.setHeader('Access-Control-Allow-Origin', allowed);")}${ROUTES}`,
      ["- const allowed = 'https://www.example.com';", "+ const allowed = 'https://app.example.com';"],
    ],
    [
      'adds to a list of allowed origins, and allows credentials beside it',
      GET_WITH_COOKIES,
      `${HEAD}const allowed = ['https://www.example.com'];\n${middleware(
        'if (allowed.includes(req.headers.origin)) {',
        "  res.set('Access-Control-Allow-Origin', req.headers.origin);",
        "  res.vary('Origin');",
        '}',
      )}${ROUTES}`,
      [
        "- const allowed = ['https://www.example.com'];",
        "+ const allowed = ['https://www.example.com', 'https://app.example.com'];",
        "+     res.set('Access-Control-Allow-Credentials', 'true');",
      ],
    ],
    [
      'names the origin where * does not count, and allows credentials',
      GET_WITH_COOKIES,
      HEAD + middleware("res.header('Access-Control-Allow-Origin', '*');") + ROUTES,
      [
        "- res.header('Access-Control-Allow-Origin', '*');",
        "+ res.header('Access-Control-Allow-Origin', 'https://app.example.com');",
        "+ res.header('Access-Control-Allow-Credentials', 'true');",
      ],
    ],
    [
      'adds to an object of headers',
      PUT,
      HEAD + middleware('res.set({', "  'Access-Control-Allow-Origin': 'https://app.example.com',", '});') + ROUTES,
      ["+ 'Access-Control-Allow-Methods': 'PUT',", "+ 'Access-Control-Allow-Headers': 'X-Trace',"],
    ],
    [
      'takes one of two that allow an origin away',
      GET,
      CORS_HEAD +
        'app.use(cors());\n' +
        middleware("res.append('Access-Control-Allow-Origin', 'https://app.example.com');") +
        ROUTES,
      ['- app.use(cors());'],
    ],
    [
      'goes into the route that answers, behind a router too',
      GET,
      `${HEAD}const router = express.Router();\nrouter.get('/', (req, res) => {\n  res.json([]);\n});\napp.use('/users', router);\n`,
      ["+   res.set('Access-Control-Allow-Origin', 'https://app.example.com');"],
    ],
    [
      'takes the published package where nothing is there, imported as the code imports',
      PUT,
      `import express from 'express';\n\nconst app = express();\n${ROUTES}`,
      ["+ import cors from 'cors';", "+ app.use(cors({ origin: 'https://app.example.com' }));"],
    ],
    [
      'needs no import in a snippet',
      PUT,
      "app.get('/x', (req, res) => res.send(''));\n",
      ["+ app.use(cors({ origin: 'https://app.example.com' }));"],
    ],
  ])('%s', async (_name, frontend, code, expected) => {
    expect(await first(frontend, code)).toEqual(expected);
  });

  it('is found in code with types, and keeps them', async () => {
    const code =
      "import express, { type Request, type Response } from 'express';\nconst app = express();\n" +
      "app.get('/users', (req: Request, res: Response): void => {\n" +
      "  res.header('Access-Control-Allow-Origin', 'http://localhost:3000');\n  res.json([] as string[]);\n});\n";
    expect(await first(GET, code)).toEqual([
      "- res.header('Access-Control-Allow-Origin', 'http://localhost:3000');",
      "+ res.header('Access-Control-Allow-Origin', 'https://app.example.com');",
    ]);
  });

  it('reaches into the environment', async () => {
    const code = HEAD + middleware("res.set('Access-Control-Allow-Origin', process.env.ALLOWED);") + ROUTES;
    expect(await first(GET, code, { ALLOWED: 'https://www.example.com' })).toEqual([
      '- ALLOWED=https://www.example.com',
      '+ ALLOWED=https://app.example.com',
    ]);
  });
});

describe('the first fix of the cors package', () => {
  it.each([
    [
      'gives it the options it lacks',
      GET_WITH_COOKIES,
      `app.use(cors());\n${ROUTES}`,
      ['- app.use(cors());', "+ app.use(cors({ origin: 'https://app.example.com', credentials: true }));"],
    ],
    [
      'moves it in front of the routes',
      GET,
      `${ROUTES}app.use(cors({ origin: 'https://app.example.com' }));\n`,
      [
        "+ app.use(cors({ origin: 'https://app.example.com' }));",
        "- app.use(cors({ origin: 'https://app.example.com' }));",
      ],
    ],
    [
      'takes a slash away',
      GET,
      `app.use(cors({ origin: ['https://app.example.com/'] }));\n${ROUTES}`,
      [
        "- app.use(cors({ origin: ['https://app.example.com/'] }));",
        "+ app.use(cors({ origin: ['https://app.example.com'] }));",
      ],
    ],
    [
      'writes the scheme, in options that have a name',
      GET,
      `const options = { origin: ['app.example.com'] };\napp.use(cors(options));\n${ROUTES}`,
      [
        "- const options = { origin: ['app.example.com'] };",
        "+ const options = { origin: ['https://app.example.com'] };",
      ],
    ],
    [
      'adds to the list that a function looks into',
      GET,
      `const list = ['https://www.example.com'];\napp.use(cors({\n  origin(origin, callback) {\n    callback(null, list.includes(origin));\n  },\n}));\n${ROUTES}`,
      [
        "- const list = ['https://www.example.com'];",
        "+ const list = ['https://www.example.com', 'https://app.example.com'];",
      ],
    ],
    [
      'adds a method in the form it has',
      PUT,
      `app.use(cors({ origin: 'https://app.example.com', methods: 'GET,POST' }));\n${ROUTES}`,
      [
        "- app.use(cors({ origin: 'https://app.example.com', methods: 'GET,POST' }));",
        "+ app.use(cors({ origin: 'https://app.example.com', methods: 'GET,POST,PUT' }));",
      ],
    ],
    [
      'answers the preflight of a route that has the package for itself',
      PUT,
      "app.put('/users', cors(), (req, res) => res.json({}));\n",
      ["+ app.options('/users', cors());"],
    ],
    [
      'lets it answer the preflight itself',
      PUT,
      `app.use(cors({ preflightContinue: true }));\napp.use((req, res, next) => req.method === 'OPTIONS' ? res.sendStatus(404) : next());\n${ROUTES}`,
      ['- app.use(cors({ preflightContinue: true }));', '+ app.use(cors());'],
    ],
  ])('%s', async (_name, frontend, code, expected) => {
    expect(await first(frontend, CORS_HEAD + code)).toEqual(expected);
  });
});

describe('what a fix leaves alone', () => {
  it('does not turn a refused login into an empty answer', async () => {
    const login =
      "app.use((req, res, next) => {\n  if (!req.get('Authorization')) return res.status(401).end();\n  next();\n});\n";
    const allow = middleware(
      "res.set('Access-Control-Allow-Origin', 'https://app.example.com');",
      "res.set('Access-Control-Allow-Headers', 'Authorization');",
    );
    const frontend = "await fetch('https://api.example.com/users', { headers: { Authorization: 'Bearer x' } });";
    const { fixes, note } = await opened.repair(
      asking(frontend, { kind: 'express', code: HEAD + allow + login + ROUTES }),
    );
    expect(fixes.map(changes)).toEqual([["+ if (req.method === 'OPTIONS') return res.sendStatus(204);"]]);
    expect(JSON.stringify(note)).toContain('A preflight never carries a login');
  });

  it('says that a crash is behind it', async () => {
    const code = `${HEAD}app.get('/users', (req, res) => {\n  throw new Error('no database');\n});\n`;
    const { note } = await opened.repair(asking(GET, { kind: 'express', code }));
    expect(JSON.stringify(note)).toContain('no database');
  });
});

describe('the cors package, required where it is called', () => {
  it.each([
    ["{ origin: 'https://www.example.com' }", "{ origin: 'https://app.example.com' }", GET],
    [
      "{ origin: 'https://app.example.com', methods: ['GET'] }",
      "{ origin: 'https://app.example.com', methods: ['GET', 'PUT'] }",
      PUT,
    ],
  ])('is edited in place: %s', async (before, after, frontend) => {
    const use = (options: string) => `app.use(require('cors')(${options}));`;
    expect(await first(frontend, `${HEAD}${use(before)}\n${ROUTES}`)).toEqual([`- ${use(before)}`, `+ ${use(after)}`]);
  });
});
