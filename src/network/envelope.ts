/**
 * The envelope that an exchange travels in, as JSON text in ASCII. A browser takes Origin, Cookie and
 * Access-Control-Request-* off what scripts send, and Set-Cookie off what they get; inside of the envelope they stay.
 */

import type { HeaderList, HttpRequest } from '@/engine';
import type { ServerReply } from './contract';
import { fromBase64, toBase64 } from './base64';
import {
  type Fields,
  asArray,
  asFields,
  asInteger,
  asOptional,
  asString,
  parseAscii,
  toAscii,
  WireError,
} from './envelope-fields';

export { WireError } from './envelope-fields';

export interface CarriedRequest {
  request: HttpRequest;
  exchange: number;
}

export function encodeRequest({ request, exchange }: CarriedRequest): string {
  const { kind, method, url, headers, body } = request;
  return toAscii({ exchange, kind, method, url, headers, body: body && toBase64(body) });
}

/** @throws WireError where `text` is no envelope of a request */
export function decodeRequest(text: string): CarriedRequest {
  const fields = parseAscii(text);
  const kind = asString(fields, 'kind');
  if (kind !== 'preflight' && kind !== 'actual') throw new WireError(`kind: "${kind}" is unknown`);
  return {
    exchange: asInteger(fields, 'exchange'),
    request: {
      kind,
      method: asString(fields, 'method'),
      url: asString(fields, 'url'),
      headers: asHeaders(fields),
      body: fields.body === null ? null : asBytes(fields),
    },
  };
}

export function encodeReply(reply: ServerReply): string {
  if (!reply.ok) return toAscii({ closed: true, route: reply.route });
  const { source, route } = reply;
  const { status, statusText, headers, body, omitted } = reply.response;
  return toAscii({ status, statusText, headers, body: toBase64(body), omitted, source, route });
}

/** @throws WireError where `text` is no envelope of a reply */
export function decodeReply(text: string): ServerReply {
  const fields = parseAscii(text);
  const route = asOptional(fields, 'route', asInteger);
  const where = route === undefined ? {} : { route };
  if (fields.closed === true) return { ok: false, ...where };
  const source = asOptional(fields, 'source', asSource);
  const omitted = asOptional(fields, 'omitted', asInteger);
  return {
    ok: true,
    response: {
      status: asInteger(fields, 'status'),
      statusText: asString(fields, 'statusText'),
      headers: asHeaders(fields),
      body: asBytes(fields),
      ...(omitted === undefined ? {} : { omitted }),
    },
    ...(source ? { source } : {}),
    ...where,
  };
}

function asHeaders(fields: Fields): HeaderList {
  return asArray(fields, 'headers').map((header) => {
    if (!Array.isArray(header) || header.length !== 2) throw new WireError('headers: expected pairs');
    const [name, value] = header as unknown[];
    if (typeof name !== 'string' || typeof value !== 'string') throw new WireError('headers: expected strings');
    return [name, value];
  });
}

function asBytes(fields: Fields): Uint8Array {
  const bytes = fromBase64(asString(fields, 'body'));
  if (!bytes) throw new WireError('body: expected base64');
  return bytes;
}

function asSource(fields: Fields, name: string) {
  const source = asFields(fields[name], name);
  const line = asOptional(source, 'line', asInteger);
  const headers = asOptional(source, 'headers', asArray)?.map((entry) => {
    const header = asFields(entry, 'source.headers');
    return { name: asString(header, 'name'), line: asInteger(header, 'line') };
  });
  return { ...(line === undefined ? {} : { line }), ...(headers ? { headers } : {}) };
}
