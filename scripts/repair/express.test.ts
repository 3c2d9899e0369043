import { afterAll, describe, expect, it } from 'vitest';
import { plain } from '@/explain';
import { asking, changes, GET, GET_WITH_COOKIES, openRepair, ORIGIN, PUT } from './repair-for-test';

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

describe('code that decides by itself who is let in', () => {
  const PROD = "'https://prod.example.com'";
  const APP = "'https://app.example.com'";
  const reflecting = (condition: string): string =>
    HEAD +
    middleware(
      'const { origin } = req.headers;',
      `if (${condition}) res.set('Access-Control-Allow-Origin', origin);`,
      "res.vary('Origin');",
    ) +
    ROUTES;
  const refusing = `${CORS_HEAD}app.use(cors({
  origin: (origin, callback) => {
    if (origin === ${PROD}) callback(null, true);
    else callback(new Error('Not allowed by CORS'));
  },
}));
${ROUTES}`;

  it.each([
    ['one comparison', `origin === ${PROD}`, `origin === ${PROD} || origin === ${APP}`],
    ['a part of a condition', `origin && origin === ${PROD}`, `origin && (origin === ${PROD} || origin === ${APP})`],
    ['one of several ways in', `!origin || origin === ${PROD}`, `!origin || origin === ${PROD} || origin === ${APP}`],
  ])('is offered the origin instead, and too: %s', async (_name, condition, both) => {
    const { fixes } = await opened.repair(asking(GET, { kind: 'express', code: reflecting(condition) }));
    expect(fixes.map(({ title }) => title)).toEqual([
      'Allow https://app.example.com instead',
      'Allow https://app.example.com too',
    ]);
    expect(changes(fixes[1]!)[1]).toBe(`+ if (${both}) res.set('Access-Control-Allow-Origin', origin);`);
  });

  it('gets one more case of a switch', async () => {
    const code =
      HEAD +
      middleware(
        'switch (req.headers.origin) {',
        `  case ${PROD}:`,
        "    res.set('Access-Control-Allow-Origin', req.headers.origin);",
        '}',
      ) +
      ROUTES;
    const { fixes } = await opened.repair(asking(GET, { kind: 'express', code }));
    expect(fixes.map(changes)).toContainEqual([`+   case ${APP}:`]);
  });

  it('is not written over, nor gone round, where a comparison in it can be changed', async () => {
    const { fixes } = await opened.repair(asking(GET, { kind: 'express', code: refusing }));
    expect(fixes.map(({ opening }) => opening)).toEqual(['origin', 'origin']);
    expect(fixes.flatMap(changes).join()).not.toContain('(origin, callback)');
  });

  it('refuses with an error, and the note does not call that a failure', async () => {
    const { note, fixes } = await opened.repair(asking(GET, { kind: 'express', code: refusing }));
    expect(fixes[0]!.answer).toBe(200);
    expect(plain(note!)).toMatch(
      /^The 500 is how this server refuses an origin that it does not know: Error: Not allowed by CORS \(line \d+\)\. /,
    );
  });
});

describe('an origin that the environment holds', () => {
  const reading = (value: string): string => `${CORS_HEAD}app.use(cors({ origin: ${value} }));\n${ROUTES}`;
  const titles = async (code: string, env: Record<string, string>): Promise<string[]> => {
    const { fixes } = await opened.repair(asking(GET, { kind: 'express', code, env }));
    return fixes.map(({ title }) => title);
  };

  it('is set there where nothing is, and shown as a line that is added', async () => {
    const { fixes } = await opened.repair(
      asking(GET, { kind: 'express', code: reading('process.env.CLIENT_URL'), env: {} }),
    );
    expect(changes(fixes[0]!)).toEqual(['+ CLIENT_URL=https://app.example.com']);
  });

  it('is set there before what stands in for it is changed', async () => {
    expect(await titles(reading("process.env.CLIENT_URL || 'http://localhost:5173'"), {})).toEqual([
      'Allow https://app.example.com in CLIENT_URL',
      'Allow https://app.example.com instead',
      'Allow https://app.example.com too',
      'Allow every origin in CLIENT_URL',
    ]);
  });

  it('joins a list, which keeps the others', async () => {
    const env = { ORIGINS: 'https://a.example,https://b.example' };
    expect(await titles(reading("process.env.ORIGINS.split(',')"), env)).toEqual([
      'Allow https://app.example.com too in ORIGINS',
    ]);
  });
});

describe('what a fix writes', () => {
  it('requires the package where only a comment does', async () => {
    const code = `const express = require('express');\n// const cors = require('cors');\nconst app = express();\n${ROUTES}`;
    const { fixes } = await opened.repair(asking(GET, { kind: 'express', code }));
    const added = fixes.find(({ title }) => title.endsWith('with the cors package'))!;
    expect(changes(added)[0]).toBe("+ const cors = require('cors');");
  });

  it('takes a line with the comment above it, which speaks of that line alone', async () => {
    const late = `${CORS_HEAD}\n${ROUTES}\n// let the app in\napp.use(cors());\n\napp.listen(3000);\n`;
    const { fixes } = await opened.repair(asking(GET, { kind: 'express', code: late }));
    expect(fixes[0]!.scenario.servers[0]).toMatchObject({
      code: `${CORS_HEAD}// let the app in\napp.use(cors());\n\n${ROUTES}\napp.listen(3000);\n`,
    });
    const shared = late.replace('cors());\n\n', 'cors());\napp.use(express.json());\n\n');
    const { fixes: kept } = await opened.repair(asking(GET, { kind: 'express', code: shared }));
    expect(kept[0]!.scenario.servers[0]).toMatchObject({
      code: expect.stringContaining('\n// let the app in\napp.use(express.json());\n'),
    });
  });

  it('has the commas of the list', async () => {
    const listed = `${middleware("res.set('Access-Control-Allow-Origin', '*').set('Access-Control-Allow-Headers', 'Accept,X-Id');")}`;
    const frontend = PUT.replace("method: 'PUT', ", '');
    expect(await first(frontend, HEAD + listed + ROUTES)).toContainEqual(
      expect.stringContaining("'Accept,X-Id,X-Trace'"),
    );
  });

  it('says that the preflight of one route is answered, and for whom', async () => {
    const code = `${CORS_HEAD}app.put('/users', cors(), (req, res) => res.json({}));\n`;
    const { fixes } = await opened.repair(asking(PUT, { kind: 'express', code }));
    expect(fixes[0]).toMatchObject({
      title: 'Answer the preflight for this route',
      opens: expect.stringMatching(/^Every site may read this answer/),
    });
  });
});

describe('middleware that forgets next()', () => {
  it('hands the request on, and the note says who kept it', async () => {
    const code = `${HEAD}app.use((req, res, next) => {\n  res.set('Access-Control-Allow-Origin', '*');\n});\n${ROUTES}`;
    const { fixes, note } = await opened.repair(asking(GET, { kind: 'express', code }));
    expect(fixes.map(({ title }) => title)).toEqual(['Hand the request on with next()']);
    expect(changes(fixes[0]!)).toEqual(['+ next();']);
    expect(plain(note!)).toMatch(
      /^This is not about CORS\. .* got the GET and did not answer for 2 minutes: no handler ended the response/,
    );
  });

  it('does so before a preflight is answered', async () => {
    const code = `${CORS_HEAD}app.use((req, res, next) => { req.seen = true });\napp.use(cors());\n${ROUTES}`;
    const { fixes } = await opened.repair(asking(PUT, { kind: 'express', code }));
    expect(changes(fixes[0]!)[1]).toBe('+ app.use((req, res, next) => { req.seen = true; next(); });');
  });

  it('is not blamed where it calls next() in one case', async () => {
    const code = `${CORS_HEAD}app.use((req, res, next) => {\n  if (req.headers.authorization) next();\n});\napp.use(cors());\n${ROUTES}`;
    const { fixes } = await opened.repair(asking(GET, { kind: 'express', code }));
    expect(fixes).toEqual([]);
  });
});

describe('a method in small letters that Node refuses', () => {
  const patch = (headers = ''): string => `await fetch('${ORIGIN}/users', { method: 'patch'${headers} });`;
  const allowing = (methods: string): string =>
    `${HEAD}app.use((req, res, next) => {\n  res.set('Access-Control-Allow-Origin', '*');\n  res.set('Access-Control-Allow-Methods', '${methods}');\n  if (req.method === 'OPTIONS') return res.end();\n  next();\n});\napp.patch('/users', (req, res) => res.json({}));\n`;

  it('is put in capitals on the page, and allowed so, where the preflight allowed it as it was', async () => {
    const { fixes, note } = await opened.repair(asking(patch(), { kind: 'express', code: allowing('patch') }));
    expect(fixes[0]).toMatchObject({ title: 'Write the method as PATCH and allow the method PATCH', place: 'both' });
    expect(plain(note!)).toBe('Behind this is a 400: the server knows no method patch. Did you mean PATCH?');
  });
});

it('a handler that answers everything is not put before the routes', async () => {
  const code = `${HEAD}app.get('/users', (req, res) => res.json([]));\napp.use((req, res) => {\n  res.set('Access-Control-Allow-Origin', '*');\n  res.status(404).json({});\n});\n`;
  const { fixes } = await opened.repair(asking(GET, { kind: 'express', code }));
  expect(fixes.length).toBeGreaterThan(0);
  expect(fixes.filter(({ title }) => title.includes('before the routes'))).toEqual([]);
  expect(fixes.map(({ answer }) => answer)).toEqual(fixes.map(() => 200));
});

it('a header of answers that the page sends is named in the note', async () => {
  const frontend = `await fetch('${ORIGIN}/users', { headers: { 'Access-Control-Allow-Origin': '*' } });`;
  const { note } = await opened.repair(asking(frontend, { kind: 'express', code: HEAD + ROUTES }));
  expect(plain(note!)).toMatch(/^The page’s code sends Access-Control-Allow-Origin, which is a header for answers/);
});

describe('an app that is made elsewhere than at the top', () => {
  const inFunction = `const express = require('express');

function createApp() {
  const app = express();
  app.put('/users', (req, res) => {
    res.json({});
  });
  return app;
}

createApp().listen(3000);
`;

  it('gets its middleware where it is made, as far in as the code around it', async () => {
    const { fixes } = await opened.repair(asking(PUT, { kind: 'express', code: inFunction }));
    expect(fixes[0]!.scenario.servers[0]).toMatchObject({
      code: inFunction
        .replace("('express');\n", "('express');\nconst cors = require('cors');\n")
        .replace('= express();\n', "= express();\n  app.use(cors({ origin: 'https://app.example.com' }));\n"),
    });
    const route = fixes.find(({ title }) => title.includes('for this route'))!;
    expect(route.scenario.servers[0]).toMatchObject({
      code: expect.stringContaining("\n    res.sendStatus(204);\n  });\n  app.put('/users', (req, res) => {\n"),
    });
  });

  it.each([
    ['a property', 'this.app = express();', 'this.app'],
    ['required on the spot', "const app = require('express')();", 'app'],
    ['called by another name', 'const app = server();', 'app'],
  ])('is found: %s', async (_name, made, app) => {
    const code = `${made.includes('server') ? "import server from 'express';" : "const express = require('express');"}\n${made}\n${app}.put('/users', (req, res) => res.json({}));\n${made.includes('server') ? `export default ${app}` : `module.exports = ${app}`};\n`;
    const { fixes } = await opened.repair(asking(PUT, { kind: 'express', code }));
    expect(changes(fixes[0]!)).toContain(`+ ${app}.use(cors({ origin: 'https://app.example.com' }));`);
  });

  it('has cors() moved there, with its comment', async () => {
    const late = inFunction.replace('  return app;', '  // for the app\n  app.use(cors());\n\n  return app;');
    const code = `const cors = require('cors');\n${late}`;
    const { fixes } = await opened.repair(asking(PUT, { kind: 'express', code }));
    expect(fixes[0]).toMatchObject({ title: 'Set the CORS headers before the routes' });
    expect(fixes[0]!.scenario.servers[0]).toMatchObject({
      code: expect.stringContaining('= express();\n  // for the app\n  app.use(cors());\n  app.put('),
    });
  });
});

describe('a server of Node’s own', () => {
  it('sets headers and answers the preflight in its one handler', async () => {
    const code = `const http = require('http');
http.createServer((req, res) => {
  if (req.url !== '/users' || req.method !== 'PUT') {
    res.writeHead(404).end();
    return;
  }
  res.end('{}');
}).listen(3000);
`;
    expect((await first(PUT, code)).map((line) => line.replace(/ +/, ' '))).toEqual([
      "+ res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com');",
      "+ res.setHeader('Access-Control-Allow-Headers', 'X-Trace');",
      "+ res.setHeader('Access-Control-Allow-Methods', 'PUT');",
      "+ if (req.method === 'OPTIONS') return res.writeHead(204).end();",
    ]);
  });
});

describe('the options of cors()', () => {
  const using = (options: string, before = ''): string => `${CORS_HEAD}${before}app.use(cors(${options}));\n${ROUTES}`;

  it('are written as the package knows them', async () => {
    const code = using("{ orgin: 'https://app.example.com', 'credential': true }");
    const { fixes } = await opened.repair(asking(GET_WITH_COOKIES, { kind: 'express', code }));
    expect(fixes[0]).toMatchObject({ title: 'Write orgin as origin and write credential as credentials' });
    expect(changes(fixes[0]!)[1]).toBe("+ app.use(cors({ origin: 'https://app.example.com', 'credentials': true }));");
  });

  it('are changed in the branch that counts', async () => {
    const branch = (origin: string): string =>
      using(`{ origin: process.env.LIVE ? 'https://shop.example' : '${origin}' }`);
    const [, added] = await first(GET, branch('http://localhost:3000'));
    expect(added).toBe(`+ ${branch('https://app.example.com').split('\n')[3]}`);
  });

  it('are found in an object that holds them', async () => {
    const config = (origin: string): string => `const config = { cors: { origin: '${origin}' } };`;
    const code = using('config.cors', `${config('http://localhost:3000')}\n`);
    expect((await first(GET, code))[1]).toBe(`+ ${config('https://app.example.com')}`);
  });
});

it('a server that never came to listen is told why', async () => {
  const { note, fixes } = await opened.repair(asking(GET, { kind: 'express', code: `${HEAD}app.use(corss());\n` }));
  expect(fixes).toEqual([]);
  expect(plain(note!)).toMatch(/^This is not about CORS\. The server’s code failed \(line 3\): ReferenceError: corss/);
});
