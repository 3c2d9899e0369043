import type { Reason } from '@/engine';
import { decodeText } from '../bytes';
import type { SimulatedClock } from '../clock';
import type { Internet } from '../internet';
import type { Recorder } from '../recorder';
import { CookieJar } from './cookie-jar';
import { readOptions, type CurlCommand } from './options';
import { CommandError, shellWords } from './shell-words';
import { Terminal } from './terminal';
import { Connections, transfer, type Transferred } from './transfer';

interface Surroundings {
  internet: Internet;
  clock: SimulatedClock;
  recorder: Recorder;
}

/** Runs a curl command line in a terminal: no origin, no preflight, no check. What it writes is in the console. */
export async function runCurl(text: string, { internet, clock, recorder }: Surroundings): Promise<void> {
  let command: CurlCommand;
  try {
    command = readOptions(shellWords(text));
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    recorder.error = { name: 'curl', message: error.message, ...positionOf(text, error.at) };
    return;
  }
  const terminal = new Terminal(recorder);
  const jar = new CookieJar();
  const connections = new Connections();
  noteNeedless(command, terminal);
  for (const given of command.urls) {
    const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `http://${given}`;
    if (!URL.canParse(address) || !/^https?:/i.test(address)) {
      const message = URL.canParse(address) ? `Protocol "${address.split(':')[0]}" not supported here` : 'URL rejected';
      recorder.error = { name: 'curl', message: `${message}: ${given}`, ...positionOf(text, text.indexOf(given)) };
      break;
    }
    const method =
      command.method ?? (command.head ? 'HEAD' : command.data !== undefined && !command.dataInUrl ? 'POST' : 'GET');
    const request = recorder.addRequest({
      initiator: 'curl',
      method,
      url: new URL(address).href,
      outcome: 'rejected',
      verdict: 'failed',
      line: positionOf(text, Math.max(0, text.indexOf(given))).line,
    });
    recorder.happened({
      actor: 'page',
      step: 'request-started',
      request: request.id,
      detail: { method, url: request.url, from: 'curl' },
    });
    const ended = await transfer(command, address, {
      terminal,
      jar,
      connections,
      now: clock.now,
      exchange: (http) => internet.exchange({ request: http, from: 'curl', requestId: request.id }),
    });
    settle(request, ended, recorder);
    if (ended.error && (!command.silent || command.showError)) terminal.error(`curl: ${ended.error}`);
  }
  if (command.cookieJar === '-') terminal.out(jar.file(clock.now()));
  terminal.end();
}

function settle(request: Recorder['requests'][number], ended: Transferred, recorder: Recorder): void {
  const { response, failure, error } = ended;
  if (response) {
    request.outcome = 'resolved';
    request.verdict = 'allowed';
    request.response = {
      type: 'default',
      status: response.status,
      statusText: response.statusText,
      url: ended.url,
      redirected: ended.redirected,
      headers: response.headers
        .map(([name, value]): [string, string] => [name.toLowerCase(), value])
        .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)),
      body: decodeText(response.body),
    };
  } else {
    const reason = failure ? REASONS[failure] : 'connection-closed';
    request.reason = reason;
    request.verdict = 'failed';
    request.error = { name: 'curl', message: error ?? '' };
  }
  recorder.happened({
    actor: 'page',
    step: 'request-settled',
    request: request.id,
    verdict: response ? 'pass' : 'fail',
    ...(request.reason ? { reason: request.reason } : {}),
    detail: response ? { type: 'default', status: response.status } : { error: `curl: ${error}` },
  });
}

const REASONS: Record<NonNullable<Transferred['failure']>, Reason> = {
  closed: 'connection-closed',
  refused: 'connection-refused',
  'name-not-resolved': 'name-not-resolved',
  timeout: 'timeout',
  'too-many': 'redirect-too-many',
  'bad-location': 'redirect-scheme-not-supported',
};

function noteNeedless(command: CurlCommand, terminal: Terminal): void {
  if (!command.verbose || command.method === undefined) return;
  const inferred = command.head ? 'HEAD' : command.data !== undefined && !command.dataInUrl ? 'POST' : 'GET';
  if (command.method === inferred) {
    terminal.error(`Note: Unnecessary use of -X or --request, ${inferred} is already inferred.`);
  }
}

/** @param offset in the text; lines and columns count from 1 */
function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
