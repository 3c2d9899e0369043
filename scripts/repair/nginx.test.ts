import { afterAll, describe, expect, it } from 'vitest';
import { presets } from '@/scenario/presets';
import type { Scenario } from '@/scenario/document';
import type { Fix } from '@/repair';
import { asking, changes, GET, GET_WITH_COOKIES, openRepair, PUT } from './repair-for-test';

const opened = openRepair();
afterAll(() => opened.close());

const PAGE = 'https://app.example.com';
const EXPRESS = "const express = require('express');\nconst app = express();\n";

/** `{ … }` with the lines in it. */
const block = (head: string, ...lines: string[]): string =>
  [`${head} {`, ...lines.flatMap((line) => line.split('\n')).map((line) => `    ${line}`), '}'].join('\n');

function behind(config: string, code: string, frontend: string): Scenario {
  const scenario = asking(frontend, { kind: 'nginx', config: `${config}\n` });
  return { ...scenario, servers: [...scenario.servers, { origin: 'http://app:3000', kind: 'express', code }] };
}

async function first(frontend: string, config: string): Promise<string[]> {
  const { fixes } = await opened.repair(asking(frontend, { kind: 'nginx', config: `${config}\n` }));
  expect(fixes[0]?.place).toBe('server');
  return changes(fixes[0]!);
}

function preset(id: string): Scenario {
  const found = presets.find((each) => each.id === id);
  if (!found) throw new Error(`There is no preset ${id}`);
  return found.scenario;
}

describe('the first fix of nginx', () => {
  it.each([
    [
      'puts the origin right where it stands, in the quotes that stand there',
      GET,
      block(
        'server',
        block('location /', "add_header 'Access-Control-Allow-Origin' 'https://www.example.com';", 'return 200 "[]";'),
      ),
      [
        "- add_header 'Access-Control-Allow-Origin' 'https://www.example.com';",
        "+ add_header 'Access-Control-Allow-Origin' 'https://app.example.com';",
      ],
    ],
    [
      'names the origin where * does not count, and allows credentials beside it',
      GET_WITH_COOKIES,
      block('server', 'add_header Access-Control-Allow-Origin *;', block('location /', 'return 200 "[]";')),
      [
        '- add_header Access-Control-Allow-Origin *;',
        '+ add_header Access-Control-Allow-Origin https://app.example.com;',
        '+ add_header Access-Control-Allow-Credentials true always;',
      ],
    ],
    [
      'goes into the location that answers',
      GET,
      block('server', 'listen 80;', block('location /', 'return 404;'), block('location /users', 'return 200 "[]";')),
      ['+ add_header Access-Control-Allow-Origin https://app.example.com always;'],
    ],
    [
      'repeats in a level with headers of its own what it does not inherit',
      GET,
      block(
        'server',
        'add_header Access-Control-Allow-Origin "https://app.example.com" always;',
        block('location /', 'add_header X-Frame-Options DENY;', 'return 200 "[]";'),
      ),
      ['+ add_header Access-Control-Allow-Origin "https://app.example.com" always;'],
    ],
    [
      'says it on errors too',
      GET,
      block('server', 'add_header Access-Control-Allow-Origin *;', block('location /', 'return 404;')),
      ['- add_header Access-Control-Allow-Origin *;', '+ add_header Access-Control-Allow-Origin * always;'],
    ],
    [
      'adds to a list of methods, and puts the list of headers beside it',
      PUT,
      block(
        'location /',
        'add_header Access-Control-Allow-Origin https://app.example.com;',
        "add_header Access-Control-Allow-Methods 'GET, POST';",
        'return 204;',
      ),
      [
        "- add_header Access-Control-Allow-Methods 'GET, POST';",
        "+ add_header Access-Control-Allow-Methods 'GET, POST, PUT';",
        '+ add_header Access-Control-Allow-Headers X-Trace always;',
      ],
    ],
    [
      'answers the preflight before anything else does',
      PUT,
      block(
        'server',
        block(
          'location /',
          'add_header Access-Control-Allow-Origin https://app.example.com always;',
          'add_header Access-Control-Allow-Methods PUT always;',
          'add_header Access-Control-Allow-Headers X-Trace always;',
          block('if ($request_method != PUT)', 'return 405;'),
          'return 200 "{}";',
        ),
      ),
      ['+ if ($request_method = OPTIONS) {', '+     return 204;', '+ }'],
    ],
    [
      'lets a preflight through that is answered with another status',
      PUT,
      block(
        'server',
        'add_header Access-Control-Allow-Origin https://app.example.com always;',
        'add_header Access-Control-Allow-Methods PUT always;',
        'add_header Access-Control-Allow-Headers X-Trace always;',
        block('location /', block('if ($request_method = OPTIONS)', 'return 403;'), 'return 200 "{}";'),
      ),
      ['- return 403;', '+ return 204;'],
    ],
    [
      'adds to the map of origins, in the way of the others',
      GET,
      [
        block('map $http_origin $cors', 'default "";', '"https://www.example.com" $http_origin;'),
        block(
          'server',
          'add_header Access-Control-Allow-Origin $cors always;',
          block('location /', 'return 200 "[]";'),
        ),
      ].join('\n'),
      ['+ "https://app.example.com" $http_origin;'],
    ],
    [
      'takes a slash away in a map',
      GET,
      [
        block('map $http_origin $cors', 'https://app.example.com/ $http_origin;'),
        block('server', 'add_header Access-Control-Allow-Origin $cors;', block('location /', 'return 200 "[]";')),
      ].join('\n'),
      ['- https://app.example.com/ $http_origin;', '+ https://app.example.com $http_origin;'],
    ],
    [
      'widens a condition by one origin, exactly',
      GET,
      block(
        'server',
        block(
          'location /',
          block(
            'if ($http_origin ~* "^https://(www|admin)\\.example\\.org$")',
            'add_header Access-Control-Allow-Origin $http_origin;',
          ),
          'return 200 "[]";',
        ),
      ),
      [
        '- if ($http_origin ~* "^https://(www|admin)\\.example\\.org$") {',
        '+ if ($http_origin ~* "^https://(www|admin)\\.example\\.org$|^https://app\\.example\\.com$") {',
      ],
    ],
    [
      'follows a variable to where it is set',
      GET,
      block(
        'server',
        'set $allowed https://www.example.com;',
        'add_header Access-Control-Allow-Origin $allowed;',
        block('location /', 'return 200 "[]";'),
      ),
      ['- set $allowed https://www.example.com;', '+ set $allowed https://app.example.com;'],
    ],
    [
      'takes one of two lines away',
      GET,
      block(
        'location /',
        'add_header Access-Control-Allow-Origin *;',
        'add_header Access-Control-Allow-Origin https://app.example.com;',
        'return 200 "[]";',
      ),
      ['- add_header Access-Control-Allow-Origin *;'],
    ],
  ])('%s', async (_name, frontend, config, expected) => {
    expect(await first(frontend, config)).toEqual(expected);
  });

  it('lets OPTIONS past limit_except and a login', async () => {
    const { fixes } = await opened.repair(
      asking(PUT, {
        kind: 'nginx',
        config: block(
          'server',
          'add_header Access-Control-Allow-Origin https://app.example.com always;',
          'add_header Access-Control-Allow-Methods PUT always;',
          'add_header Access-Control-Allow-Headers X-Trace always;',
          block('location /', block('limit_except PUT', 'deny all;'), 'return 200 "{}";'),
        ),
      }),
    );
    expect(fixes.map(changes)[0]).toEqual(['- limit_except PUT {', '+ limit_except PUT OPTIONS {']);
  });
});

describe('nginx in front of a server', () => {
  const passing = (...lines: string[]) => block('server', block('location /', 'proxy_pass http://app:3000;', ...lines));
  const files = ({ diffs }: Fix): string[] => diffs.map(({ name }) => name);

  it('hides what the server behind says too, or leaves it to that one', async () => {
    const { fixes } = await opened.repair(preset('nginx-twice'));
    expect(fixes.map(changes)).toEqual(
      expect.arrayContaining([
        ['+ proxy_hide_header Access-Control-Allow-Origin;'],
        ['- add_header Access-Control-Allow-Origin * always;'],
        ['- app.use(cors());'],
      ]),
    );
  });

  it('has the header on a 404 of the server behind', async () => {
    const { fixes, note } = await opened.repair(preset('nginx-without-always'));
    expect(changes(fixes[0]!)).toEqual([
      '- add_header Access-Control-Allow-Origin https://app.example.com;',
      '+ add_header Access-Control-Allow-Origin https://app.example.com always;',
    ]);
    expect(JSON.stringify(note)).toContain('404');
  });

  it('repairs what nginx says itself, and puts nothing new into the server behind', async () => {
    const code = `${EXPRESS}app.get('/users', (req, res) => res.json([]));\n`;
    const star = passing('add_header Access-Control-Allow-Origin *;');
    const cookies = await opened.repair(behind(star, code, GET_WITH_COOKIES));
    expect(cookies.fixes.map(files)).toEqual([['api.example.com'], ['page']]);
    const slash = passing(`add_header Access-Control-Allow-Origin ${PAGE}/;`);
    const { fixes } = await opened.repair(behind(slash, code, GET));
    expect(fixes.map(files)).toEqual([['api.example.com'], ['api.example.com']]);
  });

  it('is repaired where the header is written: on the server behind', async () => {
    const code = `${EXPRESS}app.get('/users', (req, res) => res.set('Access-Control-Allow-Origin', 'https://x.example').json([]));\n`;
    const { fixes } = await opened.repair(behind(passing(), code, GET));
    expect(files(fixes[0]!)).toEqual(['app:3000']);
    expect(changes(fixes[0]!)[1]).toContain(`'Access-Control-Allow-Origin', '${PAGE}'`);
  });

  it('allows a page that its map does not know, with what the map gates', async () => {
    const scenario = { ...preset('nginx-map'), page: 'https://shop.example.com/' };
    const { fixes } = await opened.repair(scenario);
    expect(changes(fixes[0]!)).toEqual(['+ "https://shop.example.com" $http_origin;']);
    expect(files(fixes[0]!)).toEqual(['api.example.com']);
  });

  it('answers a preflight that the server behind knows nothing of', async () => {
    const code = `${EXPRESS}app.put('/users', (req, res) => res.json({}));\napp.options('/users', (req, res) => res.sendStatus(405));\n`;
    const { fixes } = await opened.repair(behind(passing(), code, PUT));
    const nginx = fixes.find((fix) => files(fix).includes('api.example.com'));
    expect(nginx && changes(nginx).join('\n')).toMatch(/if \(\$request_method = OPTIONS\)[^]*return 204/);
  });
});

it('a preflight that is led on to where no server is: the note says what the page has to ask', async () => {
  const config = 'server {\n  listen 80;\n  return 301 https://$host$request_uri;\n}\n';
  const frontend = "await fetch('http://api.example.com/users', { method: 'PUT' });";
  const { fixes, note } = await opened.repair({
    version: 1,
    page: 'http://app.example.com/',
    frontend,
    servers: [{ origin: 'http://api.example.com', kind: 'nginx', config }],
  });
  expect(fixes).toEqual([]);
  expect(JSON.stringify(note)).toContain('led on to');
  expect(JSON.stringify(note)).toContain('https://api.example.com/users');
});
