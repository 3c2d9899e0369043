import { afterAll, describe, expect, test } from 'vitest';
import type { Effect, Realm } from '@/realm';
import { Interpreters } from '../core/interpreters';
import { attempts } from '../testing/python-attempts';
import { startInterpreter } from './start-interpreter';

/** What is not about the deadline has all the time it needs, however busy the machine is. */
const unhurried = { turn: 60_000, starting: 600_000, tidying: 60_000 };
const interpreters = new Interpreters(startInterpreter, unhurried);
afterAll(() => interpreters.end());

const origin = 'https://api.example.com';
const open = (code: string, env: Record<string, string> = {}, among = interpreters): Promise<Realm> =>
  among.open({ kind: 'python', framework: 'flask', code, origin, env });

async function run(code: string, among = interpreters) {
  const realm = await open(code, {}, among);
  const result = await realm.turn({ now: 0, deliver: [{ type: 'start' }] });
  realm.close();
  return result;
}

const printed = (effects: Effect[]): string[] =>
  effects.flatMap((effect) => (effect.type === 'console' ? [effect.text] : []));

async function outputOf(code: string): Promise<string[]> {
  const result = await run(code);
  if (!result.ok) return [`failed: ${result.failure.message}`];
  const settled = result.effects.find((effect) => effect.type === 'settled');
  return [...printed(result.effects), ...(settled?.error ? [`error: ${settled.error.message}`] : [])];
}

describe('there is no way out of Python through', () => {
  test.each(attempts)('%s', async (_what, code) => {
    // What Python does not survive is held as well.
    expect(await outputOf(code)).toEqual([expect.stringMatching(/^(held: |failed: Python failed\.)/)]);
  });
});

/** What a server sees of where it runs: what another one before it could have touched. */
const LOOK = `
import builtins, gc, json, logging, os, random, stat, sys, time, warnings
import flask, flask_cors, werkzeug
app = flask.Flask('app')
flask_cors.CORS(app)
app.get('/')(lambda: flask.jsonify(ok=True))
answer = app.test_client().get('/', headers={'Origin': 'https://app.example.com'})
print(answer.status, list(answer.headers), answer.get_data())
print(sorted(sys.modules), sorted(vars(builtins)), sys.path, sys.flags, sys.getrecursionlimit())
print(dict(os.environ), os.getcwd(), os.listdir('/'), os.listdir('/srv'), os.listdir('/tmp'), os.listdir('/dev'))
print(os.stat('/srv/app.py'), os.stat('/lib/realm/turns.py'), os.umask(0), os.listdir('/proc/self/fd'))
print(random.random(), os.urandom(4), time.time(), id(object()), hash('x'), time.tzname, len(gc.get_objects()))
print(logging.root.handlers, warnings.filters, flask.Flask.__call__, json.dumps({'a': 1}))
`;

describe('what one server does is gone when the next one begins', () => {
  test.each([
    ['packages with a changed method', `import flask; flask.Flask.__call__ = flask.Flask.wsgi_app = None`],
    ['a CORS that lets everybody in', `import flask_cors.core as core; core.set_cors_headers = lambda *given: None`],
    ['changed built-ins', `import builtins; builtins.len = builtins.print = builtins.open = lambda *given: 1`],
    ['a changed standard library', `import json, os; json.dumps = os.listdir = lambda *given, **named: 'poison'`],
    ['modules thrown away', `import sys; sys.modules.clear()`],
    ['a module of its own', `import sys, types; sys.modules['flask_cors'] = types.ModuleType('flask_cors')`],
    [
      'what runs it, changed',
      `import realm.turns as turns, realm.wsgi as wsgi; turns._ORDERS.clear(); wsgi.call = None`,
    ],
    ['import hooks', `import sys; sys.meta_path.clear(); sys.path[:] = ['/tmp']; sys.path_hooks.clear()`],
    ['hooks of the interpreter', `import atexit, sys; sys.settrace(lambda *given: 1 / 0); sys.excepthook = None`],
    ['environment, folder and clock', `import os, time; os.environ['A'] = 'b'; os.chdir('/tmp'); time.sleep(5)`],
    [
      'files',
      `open('/srv/flask.py', 'w').write('x'); open('/tmp/a', 'w').write('b')\nimport os; os.makedirs('/tmp/c/d')`,
    ],
    [
      'files that stay open',
      `import os; left = [os.open('/tmp/a', os.O_CREAT) for _ in range(20)]; os.close(0); os.close(1)`,
    ],
    ['handlers of the log', `import logging; logging.basicConfig(level=1); logging.disable(50)`],
    ['chance', `import random; random.seed(7); random.random = lambda: 4`],
    ['a limit of the interpreter', `import sys, gc; sys.setrecursionlimit(150); gc.disable(); gc.freeze()`],
    [
      'bytes written over memory',
      `import ctypes; ctypes.memset = None\nctypes.c_char.from_address(id(None) + 8).value = b'x'`,
    ],
    ['a great deal of memory', `rest = bytearray(90_000_000)`],
    ['an error that nobody catches', `raise SystemExit(3)`],
    ['the end of the process', `import os; os._exit(1)`],
    ['calls without end', `def down(): down()\ndown()`],
    ['memory without end', `rest = []\nwhile True: rest.append(bytearray(10_000_000))`],
  ])('%s', async (_what, code) => {
    const before = await outputOf(LOOK);
    expect(before[0]).toMatch(/^200 OK .*app\.example\.com/);
    await run(code);
    expect(await outputOf(LOOK)).toEqual(before);
  });

  test('what it sends by the thousand', async () => {
    expect(await run(`while True: print('x')`)).toMatchObject({ ok: false, failure: { kind: 'flood' } });
    expect(await outputOf(`print('well')`)).toEqual(['well']);
  });

  test('a loop that never ends is ended, and the next run has a Python again', async () => {
    const strict = new Interpreters(startInterpreter);
    expect(await run('while True: pass', strict)).toMatchObject({ ok: false, failure: { kind: 'deadline' } });
    expect(await run(`print('well')`, strict)).toMatchObject({ ok: true });
    strict.end();
  });
});

test('code finds the variables of its scenario in os.environ', async () => {
  const realm = await open(`import os\nprint(os.environ['ALLOWED'], len(os.environ['EMPTY']))`, {
    ALLOWED: 'https://app.example.com',
    EMPTY: '',
  });
  const { effects } = await realm.turn({ now: 0, deliver: [{ type: 'start' }] });
  realm.close();
  expect(printed(effects)).toEqual(['https://app.example.com 0']);
});
