import { createBrowser, type HttpResponse, type RequestRecord, type TraceEvent } from '@/engine';
import type { Answer, HeaderPair } from '@/truth/recording';
import type { Contender } from './contender';
import { answerTo, type Question } from './question';

const encoder = new TextEncoder();

/** The engine alone, as it runs below every simulation. */
export function engine(name: string, tracing: boolean): Contender {
  return {
    name,
    prepare(question) {
      const requests: string[] = [];
      const events: TraceEvent[] = [];
      const answers = responses(question);
      const opened = createBrowser({
        profile: 'chromium',
        client: { url: question.page, sandboxed: false },
        now: () => 0,
        network: {
          exchange({ kind, method }) {
            requests.push(method);
            const response = answers[kind];
            if (!response) return Promise.resolve({ ok: false, failure: 'closed' });
            return Promise.resolve({ ok: true, response, exchange: requests.length });
          },
        },
        ...(tracing ? { trace: (event: TraceEvent) => void events.push(event) } : {}),
      });
      const record = requestRecord(question);
      return async () => {
        const browser = await opened;
        const { failure } = await browser.fetch(record, 0);
        return { outcome: failure ? 'rejected' : 'resolved', requests: requests.join(' ') };
      };
    },
  };
}

function responses({ recording, url, method, headers }: Question): Record<'preflight' | 'actual', HttpResponse | null> {
  const asking: HeaderPair[] = [['Access-Control-Request-Method', method]];
  return {
    preflight: toResponse(answerTo(recording, 'OPTIONS', url, asking)),
    actual: toResponse(answerTo(recording, method, url, headers)),
  };
}

function toResponse({ status, headers, body = '', abort }: Answer): HttpResponse | null {
  if (abort) return null;
  const sent = headers.map(([name, value]): HeaderPair => [name, value.trim()]);
  return { status, statusText: '', headers: sent, body: encoder.encode(body) };
}

/** As `new Request()` leaves it. */
function requestRecord({ url, method, headers, body, credentials }: Question): RequestRecord {
  const typed = headers.some(([name]) => name.toLowerCase() === 'content-type');
  const type: HeaderPair[] = body === undefined || typed ? [] : [['Content-Type', 'text/plain;charset=UTF-8']];
  return {
    initiator: 'fetch',
    destination: '',
    method,
    url,
    headers: [...headers, ...type],
    body: body === undefined ? null : encoder.encode(body),
    mode: 'cors',
    credentials: credentials ? 'include' : 'same-origin',
    cache: 'default',
    redirect: 'follow',
    referrer: 'client',
    referrerPolicy: '',
    integrity: '',
    keepalive: false,
    useCorsPreflight: false,
  };
}
