/** A recording as one line of JSON: what is as usual is left out. */

import { joinHeaders, splitHeaders } from './heads';
import type { Answer, RecordedServer, RecordedStep, Recording, StepRequest } from './recording';

interface RecordingLine {
  id: string;
  tags?: string[];
  page: string;
  sandbox?: boolean;
  cookies?: Record<string, string[]>;
  unrecorded?: string[];
  steps: StepLine[];
  server: Record<string, ServerLine>;
}
type StepLine = Omit<StepRequest, 'headers'> & { wait?: number; headers?: string };
/** `any`: answers preflights and everything else alike. */
interface ServerLine {
  any?: AnswerLine;
  preflight?: AnswerLine;
  response?: AnswerLine;
  routes?: { path: string; any?: AnswerLine; preflight?: AnswerLine; response?: AnswerLine }[];
}
type AnswerLine = [status: number | 'abort', headers: string, body?: string];

export function writeRecording(recording: Recording): string {
  const { id, tags, page, sandbox, cookies, unrecorded, steps, server } = recording;
  const line: RecordingLine = {
    id,
    ...(tags.length ? { tags } : {}),
    page,
    ...(sandbox ? { sandbox } : {}),
    ...(cookies ? { cookies } : {}),
    ...(unrecorded ? { unrecorded: unrecorded.requestHeaders } : {}),
    steps: steps.map(stepLine),
    server: mapValues(server, (one) => {
      const routes = one.routes?.map(({ path, ...answers }) => ({ path, ...answerLines(answers) }));
      return { ...answerLines(one), ...(routes ? { routes } : {}) };
    }),
  };
  return JSON.stringify(line);
}

/** @throws TypeError where a step does not say what it asks */
export function readRecording(text: string): Recording {
  const { unrecorded, steps, server, tags = [], ...rest } = JSON.parse(text) as RecordingLine;
  const nowhere = steps.findIndex(({ url }) => typeof url !== 'string');
  if (nowhere >= 0) throw new TypeError(`${rest.id}: step ${nowhere + 1} has no "url"`);
  return {
    ...rest,
    tags,
    ...(unrecorded ? { unrecorded: { details: true, requestHeaders: unrecorded } } : {}),
    steps: steps.map(step),
    server: mapValues(server, (one): RecordedServer => {
      const { preflight = NOT_FOUND, response = NOT_FOUND } = answers(one);
      const routes = one.routes?.map((route) => ({ path: route.path, ...answers(route) }));
      return { preflight, response, ...(routes ? { routes } : {}) };
    }),
  };
}

const NOT_FOUND: Answer = { status: 404, headers: [] };

function stepLine({ wait, request: { headers, ...request } }: RecordedStep): StepLine {
  return { ...(wait ? { wait } : {}), ...request, ...(headers ? { headers: joinHeaders(headers) } : {}) };
}

function step({ wait, headers, ...request }: StepLine): RecordedStep {
  return { ...(wait ? { wait } : {}), request: { ...request, ...(headers ? { headers: splitHeaders(headers) } : {}) } };
}

function answerLines({ preflight, response }: { preflight?: Answer; response?: Answer }) {
  const one = preflight && answerLine(preflight);
  const other = response && answerLine(response);
  if (one && JSON.stringify(one) === JSON.stringify(other)) return { any: one };
  return { ...(one ? { preflight: one } : {}), ...(other ? { response: other } : {}) };
}

function answers(line: { any?: AnswerLine; preflight?: AnswerLine; response?: AnswerLine }) {
  const preflight = line.any ?? line.preflight;
  const response = line.any ?? line.response;
  return {
    ...(preflight ? { preflight: answer(preflight) } : {}),
    ...(response ? { response: answer(response) } : {}),
  };
}

function answerLine({ status, headers, body, abort }: Answer): AnswerLine {
  const rows = joinHeaders(headers);
  return body === undefined ? [abort ? 'abort' : status, rows] : [abort ? 'abort' : status, rows, body];
}

function answer([status, headers, body]: AnswerLine): Answer {
  return {
    status: status === 'abort' ? 200 : status,
    headers: splitHeaders(headers),
    ...(body === undefined ? {} : { body }),
    ...(status === 'abort' ? { abort: true } : {}),
  };
}

function mapValues<From, To>(record: Record<string, From>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
