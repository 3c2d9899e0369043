import type { Reason } from '@/engine';
import { type NetworkRow, numberOf, plain, type Run, VERDICT_WORDS } from '@/explain';
import type { Exchange, VerdictWord } from '@/scenario/result';

/**
 * The exchanges as an HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec/). `began`: the moment that the
 * run's simulated time 0 stands for. What became of an answer, which an archive has no place for, stands where the format
 * lets it: in comments, and in members whose names begin with an underscore.
 */
export function harOf(run: Run, began: Date): object {
  const browser = run.lanes.find((lane) => lane.kind === 'browser')?.detail ?? 'Browser';
  return {
    log: {
      version: '1.2',
      creator: { name: 'CORS, gate by gate', version: '1' },
      browser: { name: `${browser}, simulated`, version: '1' },
      pages: [],
      entries: run.network.map((row) => entryOf(run, row, began)),
    },
  };
}

/** What reached no server, or got no answer, has status 0, as in the archives of Chromium. */
function entryOf(run: Run, row: NetworkRow, began: Date): object {
  const { times, method, url } = row;
  const { requestHeaders, responseHeaders, requestBody, body, status, statusText } = row.exchange ?? NOTHING;
  const judged = judgementOf(run, row);
  const number = numberOf(run, row.request);
  const type = valueOf(responseHeaders, 'content-type') ?? '';
  return {
    startedDateTime: new Date(began.getTime() + times.sent).toISOString(),
    time: times.received - times.sent,
    request: {
      method,
      url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: namedOf(requestHeaders),
      queryString: [...new URL(url).searchParams].map(([name, value]) => ({ name, value })),
      ...(requestBody === ''
        ? {}
        : { postData: { mimeType: valueOf(requestHeaders, 'content-type') ?? '', text: requestBody } }),
      headersSize: -1,
      bodySize: sizeOf(requestBody),
    },
    response: {
      status,
      statusText,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: namedOf(responseHeaders),
      content: { size: sizeOf(body), mimeType: type, text: body },
      redirectURL: valueOf(responseHeaders, 'location') ?? '',
      headersSize: -1,
      bodySize: sizeOf(body),
      ...(judged && { comment: judged.comment }),
    },
    cache: {},
    timings: row.exchange
      ? {
          send: times.arrived - times.sent,
          wait: times.answered - times.arrived,
          receive: times.received - times.answered,
        }
      : { send: 0, wait: times.received - times.sent, receive: 0 },
    comment: row.from === 'browser' ? row.kind : `${row.kind}, from ${row.from}`,
    ...(number !== null && { _request: number }),
    ...judged?.members,
  };
}

const NOTHING: Pick<Exchange, 'requestHeaders' | 'responseHeaders' | 'requestBody' | 'body' | 'status' | 'statusText'> =
  { requestHeaders: [], responseHeaders: [], requestBody: '', body: '', status: 0, statusText: '' };

interface Judgement {
  comment: string;
  members: { _verdict: VerdictWord; _reason?: Reason };
}

/** Of the exchange that decided about a request: where a gate closed, or else its last one. */
function judgementOf({ tracks, stops }: Run, row: NetworkRow): Judgement | null {
  const track = tracks.find(({ request }) => request === row.request);
  const closed = track?.closedAt == null ? null : stops[track.closedAt];
  const last = track?.legs.findLast(({ from }) => from === 'browser')?.exchange;
  if (!track?.verdict || (row.exchange?.id ?? null) !== (closed?.exchange ?? last)) return null;
  const got = track.got ? ` The code gets ${track.got.name}: ${track.got.detail}.` : '';
  return {
    comment: `${VERDICT_WORDS[track.verdict]}. ${plain(track.sentence)}${got}`,
    members: { _verdict: track.verdict, ...(track.reason && { _reason: track.reason }) },
  };
}

const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

const namedOf = (headers: readonly (readonly [string, string])[]) => headers.map(([name, value]) => ({ name, value }));

function valueOf(headers: readonly (readonly [string, string])[], name: string): string | undefined {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1];
}
