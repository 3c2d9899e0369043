/** Holds what the simulator says against what a browser did, field by field. */

import type { RequestResult, SimulationResult } from '@/scenario/result';
import { simulatedStep } from './simulated-step';
import { comparedHeaders } from './request-headers';
import { isPreflight, mergeSteps } from './recording';
import type { ObservedRequest, ObservedStep, Observation, Recording } from './recording';

export const FIELDS = ['outcome', 'error', 'response', 'requests', 'headers', 'console'] as const;
export type Field = (typeof FIELDS)[number];

export interface Disagreement {
  id: string;
  /** Index of the step. */
  step: number;
  field: Field;
  /** Which part of the field, where it has parts: `status`, `sec-fetch-site of PUT https://…`. */
  part?: string;
  recorded: string;
  simulated: string;
}

type Report = (field: Field, recorded: string, simulated: string, part?: string) => void;

export function compare(recording: Recording, observation: Observation, result: SimulationResult): Disagreement[] {
  const simulated = recording.steps.map((_, index) => simulatedStep(result, index));
  return compareSteps(recording, observation, simulated);
}

/** The same for what another run of a browser gave. */
export function compareSteps(
  recording: Recording,
  observation: Observation,
  others: readonly ObservedStep[],
): Disagreement[] {
  const disagreements: Disagreement[] = [];
  const simulated = observation.undivided ? mergeSteps(others) : others;
  (observation.undivided ? mergeSteps(observation.steps) : observation.steps).forEach((recorded, step) => {
    const report: Report = (field, said, says, part) => {
      if (said === says) return;
      const where = { id: recording.id, step, field, ...(part ? { part } : {}) };
      disagreements.push({ ...where, recorded: said, simulated: says });
    };
    const other = simulated[step];
    if (other) compareStep(recording, recorded, other, report);
  });
  return disagreements;
}

function compareStep(recording: Recording, recorded: ObservedStep, simulated: ObservedStep, report: Report): void {
  report('outcome', recorded.outcome, simulated.outcome);
  report('error', errorText(recorded.error), errorText(simulated.error));
  compareResponse(recording, recorded.response, simulated.response, report);
  report('requests', recorded.requests.map(requestLine).join('\n'), simulated.requests.map(requestLine).join('\n'));
  compareRequestHeaders(recording, recorded.requests, simulated.requests, report);
  report('console', consoleText(recorded), consoleText(simulated));
}

function compareResponse(
  recording: Recording,
  recorded: ObservedStep['response'],
  simulated: ObservedStep['response'],
  report: Report,
): void {
  if (!recorded || !simulated) {
    report('response', recorded ? 'a response' : 'none', simulated ? 'a response' : 'none');
    return;
  }
  const xhr = recorded.type === 'xhr';
  const part = (name: string, said: unknown, says: unknown) =>
    report('response', JSON.stringify(said), JSON.stringify(says), name);
  if (!xhr) part('type', recorded.type, simulated.type);
  part('status', recorded.status, simulated.status);
  if (xhr || !recording.unrecorded) part('statusText', recorded.statusText, simulated.statusText);
  part('url', recorded.url, simulated.url);
  if (!xhr) part('redirected', recorded.redirected, simulated.redirected);
  part('headers', recorded.headers, simulated.headers);
  if (!xhr || !recording.unrecorded) part('body', recorded.body ?? '', simulated.body ?? '');
}

function compareRequestHeaders(
  recording: Recording,
  recorded: readonly ObservedRequest[],
  simulated: readonly ObservedRequest[],
  report: Report,
): void {
  const compared = comparedHeaders(recording);
  recorded.forEach((request, index) => {
    const other = simulated[index];
    if (!other || requestLine(request) !== requestLine(other)) return;
    const said = new Map(compared(request.headers));
    const says = new Map(compared(other.headers));
    for (const name of new Set([...said.keys(), ...says.keys()])) {
      report(
        'headers',
        said.get(name) ?? '(absent)',
        says.get(name) ?? '(absent)',
        `${name} of ${requestLine(request)}`,
      );
    }
  });
}

function errorText(error: RequestResult['error']): string {
  return error ? `${error.name}: ${error.message}` : 'none';
}

function requestLine(request: ObservedRequest): string {
  return `${isPreflight(request) ? 'preflight ' : ''}${request.method} ${request.url}`;
}

/** Firefox names an opaque origin anew in every run. */
function consoleText({ console }: ObservedStep): string {
  return console
    .map(({ level, text }) => `${level}: ${text.replace(/moz-nullprincipal:\{[^}]*\}/g, 'moz-nullprincipal:{}')}`)
    .join('\n');
}
