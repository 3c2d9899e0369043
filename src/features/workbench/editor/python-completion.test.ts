import { describe, expect, it } from 'vitest';
import { readManifest, readWheel } from '../../../../scripts/python/packs.mjs';
import { readZip } from '../../../../scripts/python/zip.mjs';
import { aboutName, offered } from './python-completion';
import { djangoSettings, flaskArguments } from './python-vocabulary';

const names = (before: string, code = before): string[] => offered(before, code).map(({ name }) => name);
const flask = 'from flask_cors import CORS\n';

describe('completion in Python', () => {
  it.each([
    ['in a call of CORS', `${flask}CORS(app, `],
    ['after another argument with brackets', `${flask}CORS(app, origins=list(all()), `],
    ['in the decorator', `${flask}@cross_origin(`],
    ['on a later line of the call', `${flask}CORS(\n    app,\n    `],
  ])('offers the arguments of Flask-CORS %s', (_where, before) => {
    expect(names(before)).toContain('supports_credentials');
  });

  it.each([
    ['after the call', `${flask}CORS(app)\n`],
    ['in a string', `${flask}CORS(app, origins=['`],
    ['in a comment', `${flask}CORS(app, # `],
  ])('offers nothing %s', (_where, before) => {
    expect(names(before)).toEqual([]);
  });

  it('offers settings where a line of settings.py begins, and not in a value', () => {
    expect(names('DEBUG = True\n')).toContain('CORS_ALLOWED_ORIGINS');
    expect(names('CORS_ALLOWED_ORIGINS = ')).toEqual([]);
  });

  it('explains a name that it knows, in the code where it means something', () => {
    expect(aboutName('max_age', flask)).toMatch(/^Seconds/);
    expect(aboutName('MIDDLEWARE', 'MIDDLEWARE = []')).toMatch(/from the top down/);
    expect(aboutName('MIDDLEWARE', flask)).toBeUndefined();
    expect(aboutName('app', flask)).toBeUndefined();
  });
});

/** A file of a package, as published. */
function published(name: string, file: string): string {
  const wheel = readManifest().find((one) => one.name === name);
  const found = wheel && readZip(readWheel(wheel)).find((one) => one.name === file);
  if (!found) throw new Error(`There is no ${file} in ${name}`);
  return found.data().toString('utf8');
}

describe('the vocabulary', () => {
  it('has every setting of django-cors-headers, by its name of today', () => {
    const source = published('django-cors-headers', 'corsheaders/conf.py');
    const settings = new Set(source.match(/"CORS_(?!ORIGIN_)[A-Z_]+"/g));
    expect(settings.size).toBeGreaterThan(8);
    const known = djangoSettings.map(({ name }) => `"${name}"`);
    for (const setting of settings) expect(known).toContain(setting);
  });

  it('has every argument of Flask-CORS', () => {
    const source = published('flask-cors', 'flask_cors/core.py');
    const [, list = ''] = /CONFIG_OPTIONS = \[([^\]]*)\]/.exec(source) ?? [];
    const options = list.match(/\w{3,}/g) ?? [];
    expect(options.length).toBeGreaterThan(8);
    const known = flaskArguments.map(({ name }) => name);
    for (const option of options) expect(known).toContain(option.replace('CORS_', '').toLowerCase());
  });
});
