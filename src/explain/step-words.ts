import type { StepName, TraceEvent } from '@/engine';

/** Label in the picture, the question of the callout, and the row of the ladder. */
export interface StepWords {
  name: string;
  title: string;
  check: string;
}

const words = (name: string, check: string, title: string): StepWords => ({ name, check, title });

const WORDS: Record<StepName, StepWords> = {
  'request-started': words('Request', 'Request', 'The code asks for something'),
  'request-settled': words('Settled', 'Settled', 'The code gets its outcome'),
  'timer-fired': words('Timer', 'Timer', 'A timer of the page fires'),
  console: words('Console', 'Console', 'A line in the console'),
  'cross-origin': words('Cross-origin?', 'Cross-origin?', 'Is the URL of another origin?'),
  'preflight-needed': words('Preflight?', 'Preflight needed?', 'Must the browser ask first?'),
  'cache-lookup': words('In cache?', 'In the preflight cache?', 'Does an earlier permission still count?'),
  'http-cache-lookup': words('Stored?', 'In the HTTP cache?', 'Is there a stored response?'),
  'cookies-attached': words('Cookies?', 'Cookies sent?', 'Does the request carry cookies?'),
  redirect: words('Redirect?', 'Redirect to follow?', 'Does the answer point elsewhere?'),
  'preflight-sent': words('Preflight', 'Preflight', 'The preflight leaves'),
  'preflight-received': words('Answer', 'Answer', 'The answer to the preflight is back'),
  'request-sent': words('Request', 'Request', 'The request leaves'),
  'response-received': words('Answer', 'Answer', 'The answer is back in the browser'),
  'server-received': words('Server', 'Server', 'The server has the message'),
  'server-answered': words('Server', 'Server', 'The server answers'),
  'connection-failed': words('No answer', 'Connection', 'There is no answer'),
  'request-check': words('Request', 'Request valid?', 'Can this request be made at all?'),
  'mode-check': words('Mode', 'Mode allows it?', 'May this mode leave its origin?'),
  'mixed-content-check': words('Mixed content', 'Secure enough?', 'May a secure page ask here?'),
  'cors-check': words('Origin', 'Origin allowed?', 'Is this origin allowed?'),
  'credentials-check': words('Credentials', 'Credentials allowed?', 'Are credentials allowed?'),
  'preflight-redirect-check': words('Redirect', 'No redirect?', 'Did the preflight stay where it was sent?'),
  'preflight-status-check': words('Status', 'Status ok?', 'Is the status an ok status?'),
  'allow-methods-syntax': words('Methods', 'Method list valid?', 'Can the list of methods be read?'),
  'allow-headers-syntax': words('Names', 'Header list valid?', 'Can the list of header names be read?'),
  'method-check': words('Method', 'Method allowed?', 'Is the method allowed?'),
  'headers-check': words('Headers', 'Headers allowed?', 'Is every request header allowed?'),
  'redirect-check': words('Redirect', 'Redirect allowed?', 'May the browser follow this redirect?'),
  'corp-check': words('Resource policy', 'Resource policy ok?', 'Does the resource let this page use it?'),
  'orb-check': words('Opaque type', 'Type not shielded?', 'May this kind of answer enter the page?'),
  'nosniff-check': words('Nosniff', 'Type fits?', 'Is its type the one the element needs?'),
  'integrity-check': words('Integrity', 'Integrity matches?', 'Is the content the expected one?'),
  'extension-rewrote': words('Extension', 'Extension', 'The extension rewrites the answer'),
  'cache-hit': words('Cache', 'Cache', 'The preflight cache answers'),
  'cache-stored': words('Cache', 'Cache', 'The answer is kept in the preflight cache'),
  'cache-cleared': words('Cache', 'Cache', 'Cached preflight answers are dropped'),
  'cookie-stored': words('Cookie', 'Cookie', 'A cookie is stored'),
  'cookie-refused': words('Cookie', 'Cookie', 'A cookie is refused'),
  'response-filtered': words('Filter', 'Filter', 'The response is filtered'),
};

/**
 * The CORS check stands twice in a preflighted run: once to let the request go, once to let the code read. A Set-Cookie
 * that has expired deletes.
 */
export function stepWords(
  { step, detail }: { step: StepName; detail?: TraceEvent['detail'] | undefined },
  exchange: 'preflight' | 'actual' | null,
): StepWords {
  const found = WORDS[step];
  if (detail?.['removed']) return { ...found, title: 'A cookie is deleted' };
  if (exchange !== 'actual' || step !== 'cors-check') return found;
  return { ...found, check: 'May the code read it?', title: 'May the code read this answer?' };
}
