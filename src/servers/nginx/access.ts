import type { AccessRule } from './config/settings';
import { asksForPassword } from './config/settings';
import type { NginxRequest } from './request';
import type { Step } from './steps';
import { credentialsOf, textOf } from './variables';

/** Every file of users holds this one. */
const CREDENTIALS = 'ada:secret';

/** `allow` and `deny`, then `auth_basic`; with `satisfy any` one of them is enough. */
export function checkAccess(request: NginxRequest): Step | undefined {
  const { settings } = request.place;
  const address = byAddress(settings.access);
  const password = byPassword(request);
  const asked = [address, password].filter((answer) => answer !== 'not asked');
  const refusals = asked.filter((answer) => answer !== 'passed');
  if (settings.satisfyAny && asked.includes('passed')) return undefined;
  const refused = settings.satisfyAny ? (refusals.find(({ status }) => status === 401) ?? refusals[0]) : refusals[0];
  if (refused?.status === 401) {
    const value = `Basic realm="${textOf(request, settings.realm!.text)}"`;
    request.headers.push({ name: 'WWW-Authenticate', value, line: settings.realm!.line });
  }
  return refused;
}

type Answer = 'passed' | 'not asked' | (Step & { type: 'status' });

function byAddress(rules: readonly AccessRule[]): Answer {
  const rule = rules.find(({ isClient }) => isClient);
  if (!rule) return 'not asked';
  return rule.allows ? 'passed' : { type: 'status', status: 403, line: rule.line, why: 'access forbidden by rule' };
}

function byPassword(request: NginxRequest): Answer {
  const { settings } = request.place;
  if (!asksForPassword(settings) || !settings.userFile) return 'not asked';
  const { line } = settings.realm!;
  const credentials = credentialsOf(request);
  if (credentials === '') {
    return { type: 'status', status: 401, line, why: 'no user/password was provided for basic authentication' };
  }
  return credentials === CREDENTIALS
    ? 'passed'
    : { type: 'status', status: 401, line, why: `user "${credentials.split(':')[0]}": password mismatch` };
}
