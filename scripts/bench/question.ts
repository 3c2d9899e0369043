import { loadObservations, loadRecordings } from '@/truth/load';
import { isPreflight, type Answer, type HeaderPair, type ObservedStep, type Recording } from '@/truth/recording';

/** A request that every contender can be asked, and what Chromium did with it. */
export interface Question {
  recording: Recording;
  page: string;
  url: string;
  method: string;
  headers: HeaderPair[];
  body?: string;
  credentials: boolean;
  outcome: ObservedStep['outcome'];
  /** Methods of the requests that reached the server, preflights as `OPTIONS`. */
  requests: string;
}

/** Only the page's JavaScript front end could say what becomes of them. */
const FORBIDDEN =
  /^(accept-encoding|access-control-|cookie|dnt|host|origin|proxy-|referer|sec-|set-cookie|x-http-method)/i;
const PLAIN: ReadonlySet<string> = new Set(['url', 'method', 'headers', 'body', 'credentials', 'api']);
const TOKEN = /^[\w!#$%&'*+\-.^`|~]+$/;
const NETWORK_ERROR = /^(TypeError: Failed to fetch|ProgressEvent: error)$/;

/**
 * The recorded scenarios that a plain `fetch` or XMLHttpRequest can ask: one request, no special mode, no redirect, no
 * cookie, a page with an origin.
 */
export async function questions(): Promise<Question[]> {
  const recordings = await loadRecordings();
  const { observations } = await loadObservations(recordings, 'chromium');
  return recordings.flatMap((recording) => {
    const [step, ...more] = observations.get(recording.id)?.steps ?? [];
    const request = recording.steps[0]?.request;
    if (!step || more.length || !request || recording.sandbox || recording.cookies || recording.unrecorded) return [];
    const { url, method = 'GET', headers = [], body, credentials } = request;
    const error = step.error ? `${step.error.name}: ${step.error.message}` : '';
    const plain =
      Object.keys(request).every((member) => PLAIN.has(member)) &&
      credentials !== 'omit' &&
      url.startsWith('https:') &&
      !url.includes('@') &&
      headers.every(([name]) => TOKEN.test(name) && !FORBIDDEN.test(name)) &&
      !JSON.stringify(recording.server).includes('"Location"') &&
      (error === '' || NETWORK_ERROR.test(error));
    if (!plain) return [];
    const question: Question = {
      recording,
      page: recording.page,
      url,
      method: /^(get|head|post|put|delete|options)$/i.test(method) ? method.toUpperCase() : method,
      headers,
      credentials: credentials === 'include',
      outcome: step.outcome,
      requests: step.requests.map((one) => one.method).join(' '),
      ...(body === undefined ? {} : { body }),
    };
    return [question];
  });
}

/** What the server of the scenario says to a request. */
export function answerTo(recording: Recording, method: string, url: string, headers: readonly HeaderPair[]): Answer {
  const server = recording.server[new URL(url).origin];
  const lowerCase = headers.map(([name, value]): HeaderPair => [name.toLowerCase(), value]);
  const kind = isPreflight({ method, url, headers: lowerCase }) ? 'preflight' : 'response';
  return server?.[kind] ?? { status: 404, headers: [] };
}
