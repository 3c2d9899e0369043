/** An observation as one line of JSON, given the recording it is of: what is as usual is left out. */

import type {
  ObservedLine,
  ObservedRequest,
  ObservedResponse,
  ObservedStep,
  Observation,
  Recording,
  RecordedStep,
} from './recording';
import { joinHeaders, splitHeaders } from './heads';

interface StepLine {
  error?: [name: string, message: string];
  response?: Partial<Omit<ObservedResponse, 'headers'>> & { headers?: string };
  console?: (string | [level: ObservedLine['level'], text: string])[];
  /** Method, a space and the URL; then the headers, a line each. */
  requests?: string[];
}
type ObservationLine = [id: string, ...steps: StepLine[]];

const USUAL_BODY = '{"ok":true}';

export function writeObservation(recording: Recording, observation: Observation): string {
  const steps = observation.steps.map((observed, index) => stepLine(usual(recording.steps[index]), observed));
  return JSON.stringify([recording.id, ...steps] satisfies ObservationLine);
}

export function observationId(text: string): string {
  return (JSON.parse(text) as ObservationLine)[0];
}

export function readObservation(recording: Recording, text: string): Observation {
  const [, ...lines] = JSON.parse(text) as ObservationLine;
  const steps = lines.map((line, index) => step(usual(recording.steps[index]), line));
  return { ...(recording.unrecorded && steps.length > 1 ? { undivided: true } : {}), steps };
}

function usual(recorded: RecordedStep | undefined): ObservedResponse {
  const request = recorded?.request;
  const url = request?.url.replace(/#.*/s, '') ?? '';
  const type = request?.api === 'xhr' ? 'xhr' : 'cors';
  return { type, status: 200, statusText: 'OK', url, redirected: false, headers: [], body: USUAL_BODY };
}

function stepLine(expected: ObservedResponse, observed: ObservedStep): StepLine {
  const { error, response, console, requests } = observed;
  return {
    ...(error ? { error: [error.name, error.message] } : {}),
    ...(response ? { response: responseLine(expected, response) } : {}),
    ...(console.length
      ? { console: console.map(({ level, text }) => (level === 'error' ? text : [level, text])) }
      : {}),
    ...(requests.length ? { requests: requests.map(requestLine) } : {}),
  };
}

function step(expected: ObservedResponse, line: StepLine): ObservedStep {
  const { error, response, console = [], requests = [] } = line;
  return {
    outcome: response ? 'resolved' : 'rejected',
    ...(error ? { error: { name: error[0], message: error[1] } } : {}),
    ...(response ? { response: { ...expected, ...response, headers: splitHeaders(response.headers ?? '') } } : {}),
    console: console.map((one) =>
      typeof one === 'string' ? { level: 'error', text: one } : { level: one[0], text: one[1] },
    ),
    requests: requests.map(readRequest),
  };
}

function responseLine(expected: ObservedResponse, { headers, ...response }: ObservedResponse): StepLine['response'] {
  const changed = Object.entries(response).filter(([key, value]) => expected[key as keyof ObservedResponse] !== value);
  return { ...Object.fromEntries(changed), ...(headers.length ? { headers: joinHeaders(headers) } : {}) };
}

function requestLine({ method, url, headers }: ObservedRequest): string {
  return [`${method} ${url}`, ...(headers.length ? [joinHeaders(headers)] : [])].join('\n');
}

function readRequest(text: string): ObservedRequest {
  const [target = '', headers = ''] = text.split(/\n(.*)/s);
  const space = target.lastIndexOf(' ');
  return { method: target.slice(0, space), url: target.slice(space + 1), headers: splitHeaders(headers) };
}
