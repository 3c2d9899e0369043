import { errorLine, parseScenarioText } from '@/scenario/parse';
import type { HeadersServer, Route, Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import { compareSteps, type Disagreement } from '@/truth/compare';
import type { Answer, ObservedStep, Observation, RecordedServer, Recording } from '@/truth/recording';
import { simulatedStep } from '@/truth/simulated-step';
import { normaliseResponse } from './normalise';
import type { PageReport } from './page-step';
import { watchedCode } from './watch-page';

/** A scenario document that the real browsers can run. */
export interface ScenarioFile {
  scenario: Scenario;
  /** The same for the recorders: its one step runs the frontend's code and reports what came of its requests. */
  recording: Recording;
}

const NOT_FOUND: Answer = { status: 404, headers: [] };

/** @param name what the scenario is called in the report */
export function readScenarioFile(text: string, name: string): ScenarioFile {
  const parsed = parseScenarioText(text);
  if (!parsed.ok) throw new TypeError(`${name}: ${parsed.errors.map(errorLine).join('; ')}`);
  const { scenario } = parsed;
  const strange = scenario.servers.find(({ kind }) => kind !== 'headers');
  if (strange)
    throw new TypeError(`${name}: ${strange.origin} is of kind "${strange.kind}"; only header rules are played`);
  const cookies: Record<string, string[]> = {};
  for (const { url, setCookie } of scenario.cookies ?? []) (cookies[new URL(url).origin] ??= []).push(setCookie);
  const servers = scenario.servers as HeadersServer[];
  const recording: Recording = {
    id: name,
    tags: [],
    page: scenario.page,
    ...(scenario.sandbox ? { sandbox: true } : {}),
    cookies,
    steps: [{ request: { url: scenario.page, code: watchedCode(scenario.frontend) } }],
    server: Object.fromEntries(servers.map(({ origin, routes }) => [origin, serverOf(routes)])),
  };
  return { scenario, recording };
}

function serverOf(routes: readonly Route[]): RecordedServer {
  return {
    preflight: NOT_FOUND,
    response: NOT_FOUND,
    routes: routes.map(({ method, path, status, headers, body, abort, preflight }) => {
      const rows = headers.filter(([, , on]) => on !== false).map(([name, value]): [string, string] => [name, value]);
      const answer = { status, headers: rows, ...(body === undefined ? {} : { body }), ...(abort ? { abort } : {}) };
      return {
        method,
        path,
        ...(preflight === false ? {} : { preflight: answer }),
        ...(preflight === true ? {} : { response: answer }),
      };
    }),
  };
}

/** Holds what the code's requests came to in the browser against what they came to in the simulator. */
export function compareScenario(
  { recording }: ScenarioFile,
  { steps }: Observation,
  result: SimulationResult,
): Disagreement[] {
  const [step] = steps;
  const reported = JSON.parse(step?.events?.[0] ?? '[]') as PageReport[];
  const reports = reported.map((report) =>
    report.response ? { ...report, response: normaliseResponse(recording, report.response) } : report,
  );
  const count = Math.max(reports.length, result.requests.length, 1);
  const observed = Array.from({ length: count }, (_, index) =>
    observedStep(reports[index], index === count - 1 ? step : undefined),
  );
  const about: Recording = { ...recording, steps: observed.map(() => ({ request: { url: recording.page } })) };
  const simulated = observed.map((_, index) => simulatedStep(result, index));
  return compareSteps(about, { undivided: true, steps: observed }, simulated);
}

function observedStep(report: PageReport | undefined, all: ObservedStep | undefined): ObservedStep {
  const missing = {
    outcome: 'rejected' as const,
    error: { name: 'Missing', message: 'the browser made no such request' },
  };
  const { outcome, ...rest } = report ?? missing;
  return {
    ...rest,
    outcome: outcome === 'resolved' ? 'resolved' : 'rejected',
    console: all?.console ?? [],
    requests: all?.requests ?? [],
  };
}
