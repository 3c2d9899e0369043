import type { FlaskServer } from '@/scenario/document';
import { quoted, saidBy, saysNothing } from './code';
import { settingsOf, type Policy, type Settings } from './policy';

/** With Flask-CORS, and by hand where Flask-CORS would answer otherwise. */
export function flaskStarter(origin: string, pageOrigin: string, policy: Policy | null): FlaskServer {
  const settings = policy && settingsOf(policy, pageOrigin);
  const code = settings || !policy ? withPackage(settings ?? defaults(pageOrigin)) : byHand(policy, pageOrigin);
  return { origin, kind: 'flask', code };
}

const defaults = (origin: string): Settings => ({ origin, credentials: false, exposed: [], preflight: null });

const list = (members: readonly string[]): string => `[${members.map(quoted).join(', ')}]`;

function withPackage({ origin, credentials, exposed, preflight }: Settings): string {
  const given = [
    `origins=${list([origin])}`,
    ...(credentials ? ['supports_credentials=True'] : []),
    ...(exposed.length > 0 ? [`expose_headers=${list(exposed)}`] : []),
    ...(preflight ? [`methods=${list(preflight.methods)}`, `allow_headers=${list(preflight.headers)}`] : []),
    ...(preflight && preflight.maxAge !== null ? [`max_age=${preflight.maxAge}`] : []),
  ];
  const one = `CORS(app, ${given.join(', ')})`;
  const call = one.length <= 80 ? one : `CORS(\n    app,\n${given.map((each) => `    ${each},\n`).join('')})`;
  return `from flask_cors import CORS\n\n${call}\n`;
}

function byHand(policy: Policy, pageOrigin: string): string {
  const said = saidBy(policy, pageOrigin);
  const setters = (rows: readonly [string, string][], indent: string): string =>
    rows.map(([name, value]) => `${indent}response.headers.add(${quoted(name)}, ${quoted(value)})\n`).join('');
  const hint = saysNothing(said)
    ? `    # response.headers.add('Access-Control-Allow-Origin', ${quoted(pageOrigin)})\n`
    : '';
  const others = said.actual.length > 0 ? `    else:\n${setters(said.actual, '        ')}` : '';
  return `from flask import request

@app.after_request
def say_who_may_read(response):
${hint}${setters(said.always, '    ')}    if request.method == 'OPTIONS':
        response.status_code = ${said.status}
${setters(said.preflight, '        ')}${others}    return response
`;
}
