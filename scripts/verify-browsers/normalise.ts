import { comparedHeaders } from '@/truth/request-headers';
import type { ObservedResponse, Observation, Recording } from '@/truth/recording';

/** Leaves out what says nothing about CORS or differs from run to run, as the recordings do. */
export function normaliseObservation(recording: Recording, { steps }: Observation): Observation {
  const kept = comparedHeaders(recording);
  return {
    steps: steps.map((step) => ({
      ...step,
      ...(step.response ? { response: normaliseResponse(recording, step.response) } : {}),
      console: step.console.map(({ level, text }) => ({
        level,
        text: text.replace(/moz-nullprincipal:\{[^}]*\}/g, 'moz-nullprincipal:{}'),
      })),
      requests: step.requests.map((request) => ({ ...request, headers: kept(request.headers) })),
    })),
  };
}

/** Headers sorted as iterating Headers gives them, without the Content-Length that our server added: data: URLs have their own. */
export function normaliseResponse({ server }: Recording, response: ObservedResponse): ObservedResponse {
  const withLength = /\["content-length",/i.test(JSON.stringify(server)) || response.url.startsWith('data:');
  const headers = response.headers
    .filter(([name]) => withLength || name !== 'content-length')
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return { ...response, headers };
}
