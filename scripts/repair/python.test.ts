import { afterAll, describe, expect, it } from 'vitest';
import { asking, changes, GET, GET_WITH_COOKIES, openRepair, PUT } from './repair-for-test';

const opened = openRepair();
afterAll(() => opened.close());

async function first(kind: 'flask' | 'django', frontend: string, code: string): Promise<string[]> {
  const { fixes } = await opened.repair(asking(frontend, { kind, code }));
  expect(fixes[0]?.place).toBe('server');
  return changes(fixes[0]!);
}

const HEAD = 'from flask import Flask, jsonify, request\n\napp = Flask(__name__)\n';
const CORS_HEAD = 'from flask import Flask, jsonify, request\nfrom flask_cors import CORS\n\napp = Flask(__name__)\n';
const ROUTES = "\n\n@app.route('/users', methods=['GET', 'PUT'])\ndef users():\n    return jsonify([])\n";
const afterRequest = (line: string): string =>
  `\n\n@app.after_request\ndef allow(response):\n    ${line}\n    return response\n`;

describe('the first fix of Flask code', () => {
  it.each([
    [
      'takes Flask-CORS where nothing is there',
      PUT,
      HEAD + ROUTES,
      ['+ from flask_cors import CORS', "+ CORS(app, origins=['https://app.example.com'])"],
    ],
    [
      'gives CORS() the argument it lacks, and lets nobody else in with it',
      GET_WITH_COOKIES,
      `${CORS_HEAD}CORS(app)\n${ROUTES}`,
      ['- CORS(app)', "+ CORS(app, supports_credentials=True, origins=['https://app.example.com'])"],
    ],
    [
      'edits an entry of resources',
      GET,
      `${CORS_HEAD}CORS(app, resources={\n    r'/users': {'origins': ['https://www.example.com']},\n})\n${ROUTES}`,
      [
        "- r'/users': {'origins': ['https://www.example.com']},",
        "+ r'/users': {'origins': ['https://www.example.com', 'https://app.example.com']},",
      ],
    ],
    [
      'takes a slash away',
      GET,
      `${CORS_HEAD}CORS(app, origins=['https://app.example.com/'])\n${ROUTES}`,
      ["- CORS(app, origins=['https://app.example.com/'])", "+ CORS(app, origins=['https://app.example.com'])"],
    ],
    [
      'adds a header to the list of them',
      PUT,
      `${CORS_HEAD}CORS(app, origins=['https://app.example.com'], allow_headers=['Content-Type'])\n${ROUTES}`,
      [
        "- CORS(app, origins=['https://app.example.com'], allow_headers=['Content-Type'])",
        "+ CORS(app, origins=['https://app.example.com'], allow_headers=['Content-Type', 'X-Trace'])",
      ],
    ],
    [
      'puts the origin into a comparison',
      GET,
      HEAD +
        afterRequest(
          "if request.headers.get('Origin') != 'https://www.example.com':\n        return response\n    response.headers['Access-Control-Allow-Origin'] = request.headers['Origin']",
        ).replace('import Flask', 'import request, Flask') +
        ROUTES,
      [
        "- if request.headers.get('Origin') != 'https://www.example.com':",
        "+ if request.headers.get('Origin') != 'https://app.example.com':",
      ],
    ],
    [
      'edits a decorator',
      GET,
      `${CORS_HEAD.replace('import CORS', 'import cross_origin')}\n\n@app.route('/users')\n@cross_origin(origins='https://www.example.com')\ndef users():\n    return jsonify([])\n`,
      ["- @cross_origin(origins='https://www.example.com')", "+ @cross_origin(origins=['https://app.example.com'])"],
    ],
    [
      'edits what after_request sets',
      GET,
      HEAD + afterRequest("response.headers['Access-Control-Allow-Origin'] = 'https://www.example.com'") + ROUTES,
      [
        "- response.headers['Access-Control-Allow-Origin'] = 'https://www.example.com'",
        "+ response.headers['Access-Control-Allow-Origin'] = 'https://app.example.com'",
      ],
    ],
    [
      'puts lines behind the one that allows the origin',
      PUT,
      HEAD + afterRequest("response.headers.add('Access-Control-Allow-Origin', '*')") + ROUTES,
      [
        "+ response.headers['Access-Control-Allow-Headers'] = 'X-Trace'",
        "+ response.headers['Access-Control-Allow-Methods'] = 'PUT'",
      ],
    ],
    [
      'lets the preflight through a check',
      PUT,
      `${CORS_HEAD}CORS(app)\n\n\n@app.before_request\ndef login():\n    if 'Authorization' not in request.headers:\n        return 'Log in', 401\n${ROUTES}`,
      ["+     if request.method == 'OPTIONS':", '+         return None'],
    ],
    [
      'adds to a dictionary of headers',
      GET_WITH_COOKIES,
      `${HEAD}\n\n@app.route('/users')\ndef users():\n    return '[]', 200, {'Access-Control-Allow-Origin': 'https://app.example.com'}\n`,
      [
        "- return '[]', 200, {'Access-Control-Allow-Origin': 'https://app.example.com'}",
        "+ return '[]', 200, {'Access-Control-Allow-Origin': 'https://app.example.com', 'Access-Control-Allow-Credentials': 'true'}",
      ],
    ],
  ])('%s', async (_name, frontend, code, expected) => {
    expect(await first('flask', frontend, code)).toEqual(expected);
  });
});

const CORS_FIRST = ['corsheaders.middleware.CorsMiddleware', 'django.middleware.common.CommonMiddleware'];
const settings = (
  rest: string,
  middleware: readonly string[] = CORS_FIRST,
  apps: readonly string[] = ['corsheaders'],
): string =>
  [
    'DEBUG = True',
    "ALLOWED_HOSTS = ['api.example.com']",
    `INSTALLED_APPS = [${apps.map((app) => `'${app}'`).join(', ')}]`,
    `MIDDLEWARE = [\n${middleware.map((name) => `    '${name}',\n`).join('')}]`,
    rest,
  ].join('\n');

describe('the first fix of Django settings', () => {
  it.each([
    ['writes the setting that is missing', GET, settings(''), ["+ CORS_ALLOWED_ORIGINS = ['https://app.example.com']"]],
    [
      'lets the page in alone, where everybody is let in without credentials',
      GET_WITH_COOKIES,
      settings('CORS_ALLOW_ALL_ORIGINS = True\n'),
      [
        '- CORS_ALLOW_ALL_ORIGINS = True',
        "+ CORS_ALLOWED_ORIGINS = ['https://app.example.com']",
        '+ CORS_ALLOW_CREDENTIALS = True',
      ],
    ],
    [
      'takes the setting away that has the list not looked at',
      GET_WITH_COOKIES,
      settings("CORS_ALLOW_ALL_ORIGINS = True\nCORS_ALLOWED_ORIGINS = ['https://app.example.com']\n"),
      ['- CORS_ALLOW_ALL_ORIGINS = True', '+ CORS_ALLOW_CREDENTIALS = True'],
    ],
    [
      'finds the comma that is missing',
      GET,
      settings("CORS_ALLOWED_ORIGINS = [\n    'https://www.example.com'\n    'https://app.example.com',\n]\n"),
      ["- 'https://www.example.com'", "+ 'https://www.example.com',"],
    ],
    [
      'adds behind what is said about the last',
      GET,
      settings("CORS_ALLOWED_ORIGINS = [\n    'https://www.example.com',  # the site\n]\n"),
      ["+ 'https://app.example.com',"],
    ],
    [
      'writes the scheme',
      GET,
      settings("CORS_ALLOWED_ORIGINS = ['app.example.com']\n"),
      ["- CORS_ALLOWED_ORIGINS = ['app.example.com']", "+ CORS_ALLOWED_ORIGINS = ['https://app.example.com']"],
    ],
    [
      'makes a list of one string',
      GET,
      settings("CORS_ALLOWED_ORIGINS = ('https://app.example.com')\n"),
      ["- CORS_ALLOWED_ORIGINS = ('https://app.example.com')", "+ CORS_ALLOWED_ORIGINS = ['https://app.example.com']"],
    ],
    [
      'puts the middleware in front',
      GET,
      settings("CORS_ALLOWED_ORIGINS = ['https://app.example.com']\n", ['django.middleware.common.CommonMiddleware']),
      ["+     'corsheaders.middleware.CorsMiddleware',"],
    ],
    [
      'installs all that is missing together',
      GET,
      settings('', ['django.middleware.common.CommonMiddleware'], ['django.contrib.contenttypes']),
      [
        "- INSTALLED_APPS = ['django.contrib.contenttypes']",
        "+ INSTALLED_APPS = ['django.contrib.contenttypes', 'corsheaders']",
        "+     'corsheaders.middleware.CorsMiddleware',",
        "+ CORS_ALLOWED_ORIGINS = ['https://app.example.com']",
      ],
    ],
    [
      'adds a header to the defaults of the package',
      PUT,
      settings("CORS_ALLOWED_ORIGINS = ['https://app.example.com']\n"),
      ['+ from corsheaders.defaults import default_headers', "+ CORS_ALLOW_HEADERS = [*default_headers, 'x-trace']"],
    ],
    [
      'adds a header to the list of the settings',
      PUT,
      settings("CORS_ALLOWED_ORIGINS = ['https://app.example.com']\nCORS_ALLOW_HEADERS = ('content-type',)\n"),
      ["- CORS_ALLOW_HEADERS = ('content-type',)", "+ CORS_ALLOW_HEADERS = ('content-type', 'x-trace')"],
    ],
    [
      'allows credentials',
      GET_WITH_COOKIES,
      settings("CORS_ALLOWED_ORIGINS = ['https://app.example.com']\n"),
      ['+ CORS_ALLOW_CREDENTIALS = True'],
    ],
    [
      'takes a pattern of addresses away that leaves this one out',
      GET,
      settings("CORS_ALLOWED_ORIGINS = ['https://app.example.com']\nCORS_URLS_REGEX = r'^/v2/.*$'\n"),
      ["- CORS_URLS_REGEX = r'^/v2/.*$'"],
    ],
  ])('%s', async (_name, frontend, code, expected) => {
    expect(await first('django', frontend.replaceAll('/users', '/api/users/'), code)).toEqual(expected);
  });
});

describe('the fixes of Python code', () => {
  it('offer one more origin of a comparison, as a tuple', async () => {
    const code = `${HEAD.replace('import Flask', 'import request, Flask')}${afterRequest(
      "if request.headers.get('Origin') == 'https://www.example.com':\n        response.headers['Access-Control-Allow-Origin'] = request.headers['Origin']",
    )}${ROUTES}`;
    const { fixes } = await opened.repair(asking(GET, { kind: 'flask', code }));
    expect(fixes.flatMap(changes)).toContain(
      "+ if request.headers.get('Origin') in ('https://www.example.com', 'https://app.example.com'):",
    );
  });

  it('answer a preflight that the view itself refuses, in a tuple that has no line of its own', async () => {
    const code = `${CORS_HEAD.replace('import Flask', 'import request, Flask')}CORS(app)


@app.route('/users', methods=['PUT', 'OPTIONS'])
def users():
    if request.method == 'OPTIONS':
        return '', 405
    return '[]', 200
`;
    expect(await first('flask', PUT, code)).toEqual(["- return '', 405", "+ return '', 204"]);
  });

  it('do not name an origin twice that the list has already', async () => {
    const listed = settings("CORS_ALLOWED_ORIGINS = ['https://app.example.com']", CORS_FIRST.slice(1));
    const { fixes } = await opened.repair(asking(GET, { kind: 'django', code: listed }));
    expect(fixes.filter(({ opening }) => opening === 'origin')).toHaveLength(1);
    expect(fixes.flatMap(changes).join()).not.toContain("['https://app.example.com', 'https://app.example.com']");
  });
});
