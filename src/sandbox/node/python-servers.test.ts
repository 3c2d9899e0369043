import { afterAll, describe, expect, test } from 'vitest';
import type { Effect } from '@/realm';
import { Interpreters } from '../core/interpreters';
import { startInterpreter } from './start-interpreter';

/** However busy the machine is. */
const unhurried = { turn: 60_000, starting: 600_000, tidying: 60_000 };
const interpreters = new Interpreters(startInterpreter, unhurried);
afterAll(() => interpreters.end());

const origin = 'https://api.example.com';
const page: [string, string][] = [['Origin', 'https://app.example.com']];

/** What a server says when it starts and when it is asked for a path, and its answer. */
async function ask(framework: 'flask' | 'django', code: string, path = '/users', method = 'GET') {
  const realm = await interpreters.open({ kind: 'python', framework, code, origin, env: {} });
  const effects: Effect[] = [];
  for (const deliver of [
    { type: 'start' as const },
    { type: 'request' as const, id: 1, request: { method, url: origin + path, headers: page, body: null } },
  ]) {
    const result = await realm.turn({ now: 0, deliver: [deliver] });
    if (!result.ok) throw new Error(result.failure.message);
    effects.push(...result.effects);
  }
  realm.close();
  const answer = effects.find((effect) => effect.type === 'answer')?.answer;
  return {
    status: answer?.status,
    allowed: answer?.headers.find(([name]) => name.toLowerCase() === 'access-control-allow-origin')?.[1],
    body: answer && new TextDecoder().decode(answer.body),
    marked: answer?.headerLines?.find(({ name }) => name === 'access-control-allow-origin')?.line,
    log: effects.flatMap((effect) => (effect.type === 'console' ? [effect] : [])),
    problems: effects.flatMap((effect) => {
      if (effect.type === 'problem') return [effect.error];
      return effect.type === 'settled' && effect.error ? [effect.error] : [];
    }),
  };
}

const app = 'https://app.example.com';

describe('Flask', () => {
  test.each([
    ['CORS(app, …) alone', `from flask_cors import CORS\nCORS(app, origins=['${app}'])`, 2],
    ['resources', `from flask_cors import CORS\nCORS(app, resources={\n  r'/users': {\n    'origins': '${app}'}})`, 4],
    [
      'a factory',
      `from flask import Flask\nfrom flask_cors import CORS\ndef create_app():\n    app = Flask(__name__)\n    CORS(app, origins='${app}')\n    app.get('/users')(lambda: 'x')\n    return app`,
      5,
    ],
    [
      'a decorator',
      `from flask_cors import cross_origin\n@app.get('/users')\n@cross_origin(origins=['${app}'])\ndef users():\n    return 'x'`,
      3,
    ],
    [
      'a header by hand',
      `@app.after_request\ndef cors(response):\n    response.headers['Access-Control-Allow-Origin'] = '${app}'\n    return response`,
      3,
    ],
    [
      'a blueprint',
      `from flask_cors import CORS\napi = Blueprint('api', __name__)\nCORS(api, origins=['${app}'])\n@api.get('/users')\ndef users():\n    return 'x'\napp.register_blueprint(api)`,
      3,
    ],
  ])('%s lets the page in, and its line is known', async (_what, code, line) => {
    expect(await ask('flask', code)).toMatchObject({ status: 200, allowed: app, marked: line, problems: [] });
  });

  test('abort(401) is an answer', async () => {
    const code = `@app.get('/users')\ndef users():\n    abort(401)`;
    expect(await ask('flask', code)).toMatchObject({ status: 401, allowed: undefined });
  });

  test.each([
    ['answered by Flask', ''],
    ['let through, as in debug mode', 'app.debug = True'],
  ])('an exception has its traceback in the log, in one piece, and is said at its line: %s', async (_how, debug) => {
    const { status, log, problems } = await ask(
      'flask',
      `${debug}\n@app.get('/users')\ndef users():\n    return 1 / 0`,
    );
    expect(status).toBe(500);
    const traceback = log.find(({ text }) => text.includes('ZeroDivisionError: division by zero'));
    expect(traceback).toMatchObject({ level: 'error', line: 4 });
    expect(traceback?.text).toContain('Traceback (most recent call last):');
    expect(traceback?.text).toContain('File "/srv/app.py", line 4, in users');
    expect(traceback?.text).not.toContain('/lib/realm/');
    expect(problems).toEqual([{ name: 'ZeroDivisionError', message: 'division by zero', line: 4 }]);
  });

  test('code that cannot be loaded has its traceback in the log too', async () => {
    const { log } = await ask('flask', `import os\nos.environ['NOWHERE']`);
    expect(log).toMatchObject([{ level: 'error', line: 2 }]);
    expect(log[0]?.text).toMatch(/^Traceback .*File "\/srv\/app\.py", line 2, in <module>.*KeyError: 'NOWHERE'$/s);
  });

  test.each([
    ['def users(:\n', { name: 'SyntaxError', line: 1 }],
    ['x = 1\n\nCORS(app)', { name: 'NameError', message: "name 'CORS' is not defined", line: 3 }],
    ['import nothing', { name: 'ModuleNotFoundError', message: "No module named 'nothing'", line: 1 }],
    ['import sys\nsys.exit(3)', { name: 'SystemExit', line: 2 }],
  ])('%j is said at its line', async (code, problem) => {
    expect((await ask('flask', code)).problems).toMatchObject([problem]);
  });

  test('print, warnings and the log are told apart, with their lines', async () => {
    const code = `import warnings, logging, sys\nprint('one\\ntwo')\nwarnings.warn('old')\nlogging.error('three')\nprint('four', file=sys.stderr)`;
    const { log } = await ask('flask', code);
    expect(log.slice(0, 4)).toMatchObject([
      { level: 'log', text: 'one\ntwo', line: 2 },
      { level: 'error', text: expect.stringContaining('UserWarning: old'), line: 3 },
      { level: 'error', text: 'ERROR:root:three', line: 4 },
      { level: 'error', text: 'four', line: 5 },
    ]);
  });

  test('cookies with every origin allowed by name of a star is refused by Flask-CORS itself', async () => {
    const code = `from flask_cors import CORS\nCORS(app, send_wildcard=True, supports_credentials=True)`;
    const { problems, log, status } = await ask('flask', code);
    expect([...problems.map(({ message }) => message), ...log.map(({ text }) => text)].join('\n')).toContain(
      'Cannot use supports_credentials in conjunction with',
    );
    expect(status).not.toBe(200);
  });

  test('a comma that is missing is found, and the string that Python makes', async () => {
    const code = `from flask_cors import CORS\nCORS(app, origins=[\n    'https://a.example'  # ours\n    '${app}',\n])`;
    const { allowed, problems } = await ask('flask', code);
    expect(allowed).toBeUndefined();
    expect(problems).toMatchObject([{ name: 'Note', line: 3, message: expect.stringContaining(`a.example${app}`) }]);
  });
});

describe('Django', () => {
  const middleware = (...names: string[]): string =>
    `MIDDLEWARE = [${names.map((name) => `'${name}'`).join(', ')}]\nCORS_ALLOWED_ORIGINS = ['${app}']\n`;
  const common = 'django.middleware.common.CommonMiddleware';
  const cors = 'corsheaders.middleware.CorsMiddleware';

  test.each([
    [[cors, common], app, 2],
    // What stands above answers without headers: the list is to blame, not the origins.
    [[common, cors], undefined, 1],
  ])('a redirect to the slash below %j', async (names, allowed, line) => {
    expect(await ask('django', middleware(...names), '/api/users')).toMatchObject({
      status: 301,
      allowed,
      marked: line,
    });
  });

  test('an origin without a scheme is refused by its check, at its line', async () => {
    const { log, problems } = await ask('django', `DEBUG = True\nCORS_ALLOWED_ORIGINS = ['app.example.com']`);
    expect(problems).toMatchObject([
      { name: 'SystemCheckError', line: 2, message: expect.stringContaining('corsheaders.E013') },
    ]);
    expect(log[0]?.text).toMatch(/^System check: .*missing scheme or netloc\n\tHINT: Add a scheme/s);
  });

  test('a string in place of a list is said in two lines, however many letters it has', async () => {
    const { log, problems } = await ask('django', `CORS_ALLOWED_ORIGINS = ('${app}')`);
    expect(problems).toMatchObject([
      { name: 'Note', line: 1, message: expect.stringContaining('CORS_ALLOWED_ORIGINS is one string') },
      { name: 'SystemCheckError', line: 1, message: expect.stringMatching(/E013.*'h'.*\(and 22 more like it\)$/) },
    ]);
    // All that Django prints, and that runserver would stop there.
    expect(log.filter(({ text }) => text.includes('E013'))).toHaveLength(app.length);
    expect(log.at(-1)?.text).toMatch(/^runserver does not start/);
  });

  test('an exception in the settings’ own middleware is said at its line, one in a fixed view only in the log', async () => {
    const code = `def broken(get_response):\n    def call(request):\n        raise ValueError('mine')\n    return call\n\nMIDDLEWARE = ['mysite.settings.broken']`;
    expect((await ask('django', code)).problems).toEqual([{ name: 'ValueError', message: 'mine', line: 3 }]);
    expect((await ask('django', middleware(cors), '/error')).problems).toEqual([]);
  });

  test.each([
    [`MIDDLEWARE = ['corsheaders.CorsMiddleware']`, 1],
    [`\nINSTALLED_APPS = ['corsheader']`, 2],
    [`\n\nimport os\nKEY = os.environ['KEY']`, 4],
  ])('%j is said at its line', async (code, line) => {
    expect((await ask('django', code)).problems).toMatchObject([{ line }]);
  });

  test('a view that fails has its traceback in the log and a page for its developer, with the headers', async () => {
    const { status, allowed, body, log } = await ask('django', middleware(cors, common), '/error');
    expect({ status, allowed }).toEqual({ status: 500, allowed: app });
    expect(body).toContain('RuntimeError');
    expect(log.map(({ text }) => text).join('\n')).toContain('RuntimeError: Something broke');
  });
});

test.each(['flask', 'django'] as const)(
  'all that %s needs for an answer is imported from bytecode',
  async (framework) => {
    const { log, problems } = await ask(
      framework,
      `import sys
library = '/lib/python314.zip/'
def is_compiled(module):
    if module.__file__.startswith(library):
        return module.__file__.endswith('.pyc')
    with open(module.__cached__, 'rb') as file:
        return file.read(8)[4:] == b'\\1\\0\\0\\0'
imported = [
    module for module in sys.modules.values()
    if (getattr(module, '__file__', None) or '').startswith((library, '/lib/python3.14/site-packages'))
    and hasattr(module.__loader__, 'get_data')
]
print(len(imported) > 200, [module.__name__ for module in imported if not is_compiled(module)])`,
    );
    expect(problems).toEqual([]);
    expect(log.map(({ text }) => text)).toEqual(['True []']);
  },
);

test('a traceback shows the text of the standard library too', async () => {
  const { log } = await ask('flask', `import json\n@app.get('/users')\ndef users():\n    return json.loads('{')`);
  const traceback = log.map(({ text }) => text).join('\n');
  expect(traceback).toContain("    return json.loads('{')\n");
  expect(traceback).toMatch(/python314\.zip\/json\/decoder\.py", line \d+, in decode\n {4}obj, end = self\.raw_decode/);
});
