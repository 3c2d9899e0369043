import type { StepName } from '@/engine';
import type { TimelineEvent } from '@/scenario/result';
import type { StopKind } from './run';

/** What each step is in the picture. `null`: no stop of its own; `note`: written on the stop before. */
export const KINDS: Record<StepName, StopKind | 'note' | null> = {
  'request-started': 'call',
  'request-settled': 'settle',
  'timer-fired': 'wait',
  console: null,
  'cross-origin': 'way',
  'preflight-needed': 'way',
  'cache-lookup': 'way',
  'http-cache-lookup': 'way',
  'cookies-attached': 'way',
  redirect: 'way',
  'preflight-sent': null,
  'preflight-received': 'answer',
  'request-sent': null,
  'response-received': 'answer',
  'server-received': 'arrive',
  'server-answered': null,
  'connection-failed': 'lost',
  'request-check': 'gate',
  'mode-check': 'gate',
  'mixed-content-check': 'gate',
  'cors-check': 'gate',
  'credentials-check': 'gate',
  'preflight-redirect-check': 'gate',
  'preflight-status-check': 'gate',
  'allow-methods-syntax': 'gate',
  'allow-headers-syntax': 'gate',
  'method-check': 'gate',
  'headers-check': 'gate',
  'redirect-check': 'gate',
  'corp-check': 'gate',
  'orb-check': 'gate',
  'nosniff-check': 'gate',
  'integrity-check': 'gate',
  'extension-rewrote': 'note',
  'cache-hit': 'note',
  'cache-stored': 'note',
  'cache-cleared': 'note',
  'cookie-stored': 'note',
  'cookie-refused': 'note',
  'response-filtered': 'note',
};

/** The HTTP cache only answers which way to take, but to a request that may not go on to the network it is a gate. */
export function kindOf({ step, verdict }: TimelineEvent): StopKind | 'note' | null {
  const kind = KINDS[step];
  return kind === 'way' && verdict ? 'gate' : kind;
}
