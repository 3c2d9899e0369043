import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, describe, expect, it } from 'vitest';
import { plain } from '@/explain';
import type { Server } from '@/scenario/document';
import { CORS_OPTIONS } from '../options/cors-package';
import { API, createTestSimulator, PAGE, reviewOf, scenarioWith } from '../testing/environment';

const { simulate, close } = createTestSimulator();
afterAll(close);

/** "line: sentence advice" of each finding about an option. */
async function ignoredIn(kind: 'express' | 'flask' | 'django', code: string): Promise<string[]> {
  const { findings } = await reviewOf(scenarioWith({ origin: API, kind, code } as Server), simulate);
  return findings
    .filter((finding) => finding.kind === 'option-without-effect')
    .map(({ place, sentence, advice }) => `${place?.in === 'code' && place.line}: ${plain(sentence)} ${plain(advice)}`);
}

const says = (line: number, name: string, by: string, meant: string): string =>
  `${line}: ${name} has no effect: ${by} has no such option. Did you mean ${meant}? Write ${meant}.`;

describe('an option of cors() that it does not read', () => {
  it.each([
    ['in the call', `app.use(\n  cors({\n    orgin: '${PAGE}',\n  }),\n);`, [says(3, 'orgin', 'cors()', 'origin')]],
    [
      'in an object with a name',
      `const c = require('cors');\nconst options = { origin: '${PAGE}', 'allowHeaders': ['X-A'] };\napp.use(c(options));`,
      [says(2, 'allowHeaders', 'cors()', 'allowedHeaders')],
    ],
    [
      'in what a delegate hands over',
      `app.use(cors((req, done) => done(null, { origin: true, supportsCredentials: true })));`,
      [says(1, 'supportsCredentials', 'cors()', 'credentials')],
    ],
  ])('is found %s', async (_, code, expected) => {
    expect(await ignoredIn('express', `${code}\napp.get('/me', (req, res) => res.json({}));`)).toEqual(expected);
  });

  it('is none where cors reads it, and none where the function is another', async () => {
    const all = CORS_OPTIONS.map((name) => `${name}: undefined`).join(', ');
    expect(
      await ignoredIn('express', `app.use(cors({ ${all} }));\nconst other = (o) => o;\nother({ orgin: 1 });`),
    ).toEqual([]);
  });

  it('is told from the source of the package that runs', () => {
    const require = createRequire(import.meta.url);
    const source = readFileSync(require.resolve('cors'), 'utf8');
    const read = new Set([...source.matchAll(/\b(?:corsOptions|options)\.(\w+)/g)].map(([, name]) => name));
    expect(read).toEqual(new Set(CORS_OPTIONS));
    const { version } = require('cors/package.json') as { version: string };
    expect(version).toBe('2.8.6');
  });
});

describe('an option of Flask-CORS that it does not know', () => {
  const app = (setup: string): string => `from __future__ import annotations
from flask import Flask, jsonify
from flask_cors import CORS, cross_origin

app = Flask(__name__)
${setup}

@app.get('/me')
def me():
    return jsonify(name='Ada')
`;

  it.each([
    ['of CORS()', `CORS(\n    app,\n    orgins=['${PAGE}'],\n)`, [says(8, 'orgins', 'Flask-CORS', 'origins')]],
    [
      'of a resource',
      `CORS(app, resources={r'/me': {'origins': '${PAGE}', 'credentials': True}})`,
      [says(6, 'credentials', 'Flask-CORS', 'supports_credentials')],
    ],
    [
      'of the configuration',
      `app.config['CORS_ORIGIN'] = '${PAGE}'\nCORS(app)`,
      [says(6, 'CORS_ORIGIN', 'Flask-CORS', 'CORS_ORIGINS')],
    ],
  ])('is found %s', async (_, setup, expected) => {
    expect(await ignoredIn('flask', app(setup))).toEqual(expected);
  });

  it('is found of a decorator, once', async () => {
    const code = app('').replace("@app.get('/me')\n", "@app.get('/me')\n@cross_origin(origin='x')\n");
    expect(await ignoredIn('flask', code)).toEqual([says(9, 'origin', 'Flask-CORS', 'origins')]);
  });

  it('is none where Flask-CORS knows it', async () => {
    const setup = `app.config['CORS_MAX_AGE'] = 60\nCORS(app, origins='${PAGE}', supports_credentials=True)`;
    expect(await ignoredIn('flask', app(setup))).toEqual([]);
  });
});

describe('a setting that django-cors-headers does not read', () => {
  const HEAD = `INSTALLED_APPS = ['corsheaders']
MIDDLEWARE = ['corsheaders.middleware.CorsMiddleware', 'django.middleware.common.CommonMiddleware']
`;

  it.each([
    ['CORS_ALLOWED_ORIGIN', 'CORS_ALLOWED_ORIGINS'],
    ['CORS_ORIGINS', 'CORS_ALLOWED_ORIGINS'],
    ['CORS_ALLOW_CREDENTIAL', 'CORS_ALLOW_CREDENTIALS'],
    ['COR_ALLOW_ALL_ORIGINS', 'CORS_ALLOW_ALL_ORIGINS'],
  ])('%s is found', async (name, meant) => {
    expect(await ignoredIn('django', `${HEAD}${name} = ['${PAGE}']\n`)).toEqual([
      says(3, name, 'django-cors-headers', meant),
    ]);
  });

  it('is none where it is read, under an old name too, and where the code uses it itself', async () => {
    const code = `${HEAD}CORS_LIST = ['${PAGE}']
CORS_ORIGIN_WHITELIST = CORS_LIST
CORS_ALLOW_CREDENTIALS = True
# CORS_ALLOWED_ORIGIN = []
CSRF_TRUSTED_ORIGINS = ['${PAGE}']
`;
    expect(await ignoredIn('django', code)).toEqual([]);
  });
});
