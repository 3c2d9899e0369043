/** What Firefox adds for elements, EventSource and WebSocket. Observed in 153 ESR. */

import type { ConsoleLine, HttpResponse } from '../contract';
import type { Failure } from '../fetching/failure';
import type { FetchParams } from '../fetching/fetch-params';
import { getHeader } from '../infrastructure/headers';
import { mimeTypeEssence } from '../infrastructure/mime-types';
import { isJavaScriptType } from '../infrastructure/mime-types';

const CORS_STEPS = new Set<Failure['step']>(['cors-check', 'credentials-check']);
const MEDIA = /^(image|audio|video)\/|^text\/csv$/;

/** After the lines about the cause. */
export function firefoxElementLines(failure: Failure, { request }: FetchParams): ConsoleLine[] {
  const { record, tainting, urls } = request;
  const first = urls[0]?.href ?? '';
  switch (record.initiator) {
    case 'script': {
      const { module } = record;
      if (CORS_STEPS.has(failure.step) || (tainting === 'cors' && failure.reason === 'connection-closed')) {
        return [warning(`${module ? 'Module' : '<script>'} source URI is not allowed in this document: “${first}”.`)];
      }
      return [loadingFailed(first, module)];
    }
    case 'eventsource':
      return [cannotConnect(first)];
    case 'websocket':
      return [cannotConnect(first.replace(/^http/, 'ws'))];
    default:
      return [];
  }
}

/** For an answer that gets through. */
export function firefoxResponseLines({ status, headers }: HttpResponse, params: FetchParams): ConsoleLine[] {
  const { record, urls } = params.request;
  if (record.initiator !== 'script') return [];
  if (status < 200 || status > 299) return [loadingFailed(urls[0]?.href ?? '', record.module)];
  return mistyped(status, mimeTypeEssence(getHeader(headers, 'content-type') ?? '') ?? '', params);
}

/** A script of another type than JavaScript's is run with a warning. */
export function mistyped(status: number, type: string, { request }: FetchParams): ConsoleLine[] {
  const { record, urls } = request;
  const runs = record.destination === 'script' && !record.module && status >= 200 && status <= 299;
  if (!runs || isJavaScriptType(type) || MEDIA.test(type)) return [];
  const url = urls.at(-1)?.href ?? '';
  return [
    warning(
      `The script from “${url}” was loaded even though its MIME type (“${type}”) is not a valid JavaScript MIME type.`,
    ),
  ];
}

function loadingFailed(url: string, module: boolean | undefined): ConsoleLine {
  return warning(`Loading failed for the ${module ? 'module' : '<script>'} with source “${url}”.`);
}

function cannotConnect(url: string): ConsoleLine {
  return { level: 'error', text: `Firefox can’t establish a connection to the server at ${url}.` };
}

function warning(text: string): ConsoleLine {
  return { level: 'warn', text };
}
