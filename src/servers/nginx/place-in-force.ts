import type { HttpRequest } from '@/engine';
import { arrive, firstStep } from './arrive';
import type { NginxConfig, Place } from './config/config';
import { errorPage } from './error-page';
import { fromInside, fromNamed } from './phases';
import type { NginxRequest } from './request';
import type { Step } from './steps';

/** What was in force when a request was answered, with a status that may be that of a server behind. */
export function placeInForce(config: NginxConfig, http: HttpRequest, status: number): Place | null {
  const request = arrive(config, http, 0);
  if (!request) return null;
  let step: Step | undefined = firstStep(request);
  while (step) {
    switch (step.type) {
      case 'redirect':
        step = fromInside(step.uri, step.args, request);
        break;
      case 'named':
        step = fromNamed(step.name, request);
        break;
      case 'status':
        step = errorPage(step.status, request);
        break;
      case 'proxy':
        step = isOwnError(status, request) ? errorPage(status, request) : undefined;
        break;
      case 'text':
      case 'answer':
        step = undefined;
    }
  }
  return request.place;
}

/** Of nginx itself, or one that it takes for its own. */
function isOwnError(status: number, { place }: NginxRequest): boolean {
  return status === 502 || (status >= 300 && place.settings.proxyInterceptErrors);
}
