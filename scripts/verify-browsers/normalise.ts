import { comparedHeaders } from '@/truth/request-headers';
import type { HeaderPair, Observation, Recording } from '@/truth/recording';

/** Leaves out what says nothing about CORS or differs from run to run, as the recordings do. */
export function normaliseObservation(recording: Recording, { steps }: Observation): Observation {
  const kept = comparedHeaders(recording);
  const lengthOfScenario = /content-length/i.test(JSON.stringify(recording.server));
  return {
    steps: steps.map((step) => ({
      ...step,
      ...(step.response
        ? { response: { ...step.response, headers: readable(step.response.headers, lengthOfScenario) } }
        : {}),
      console: step.console.map(({ level, text }) => ({
        level,
        text: text.replace(/moz-nullprincipal:\{[^}]*\}/g, 'moz-nullprincipal:{}'),
      })),
      requests: step.requests.map((request) => ({ ...request, headers: kept(request.headers) })),
    })),
  };
}

/** Sorted as iterating Headers gives them; without the Content-Length that our server added. */
function readable(headers: readonly HeaderPair[], withLength: boolean): HeaderPair[] {
  return headers
    .filter(([name]) => withLength || name !== 'content-length')
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
}
