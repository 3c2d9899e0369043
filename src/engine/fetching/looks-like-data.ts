/**
 * What Chromium takes for data that no element can use: services/network/orb (orb_mimetypes.cc, orb_sniffers.cc), and
 * measured, type by type and body by body, in Chromium 156.0.8078.108.
 */

import type { HttpResponse } from '../contract';
import { isJavaScriptType } from '../infrastructure/mime-types';
import { isNosniff } from './nosniff';

/** Types whose body has to look like markup or JSON, too. */
const SNIFFED = /^(text\/(html|json|xml|plain)|application\/(xml|json|json\+protobuf)|.+\+(json|xml))$/;
const NOT_SNIFFED = new Set(['image/svg+xml', 'application/dash+xml']);
/** Types that are data whatever the body is. */
const NEVER_SNIFFED = new RegExp(
  `^(${[
    'application/(x-)?gzip',
    'application/(zip|pdf|x-protobuf|msexcel|mspowerpoint|msword|msword-template)',
    'application/vnd\\.(ces-quick(point|sheet|word)|ms-(excel|powerpoint|word)(\\..+)?|msword)',
    'application/vnd\\.openxmlformats-officedocument\\..+\\.(presentation|sheet|document|template)',
    'application/vnd\\.((presentation|spreadsheet|wordprocessing)-openxml|presentation-openxmlm)',
    'text/(event-stream|csv|pdf)',
    'multipart/(signed|byteranges)',
  ].join('|')})$`,
);

/** A comment is JavaScript as well as HTML, and so it says nothing. */
const MARKUP = /^\s*<(!doctype html|\?xml|script|html|head|iframe|h1|div|font|table|a|style|title|b|p)/i;
const JSON_OBJECT = /^\s*\{\s*"[^"]*"\s*:/;
/** What servers put before JSON, so that it does not run as a script. */
const PARSER_BREAKER = /^(\)\]\}'|\{\}&&|for\s*\(;;\)|while\s*\(1\))/;

/** `type`: the essence of the response's MIME type. */
export function looksLikeData(type: string, response: HttpResponse): boolean {
  if (NEVER_SNIFFED.test(type)) return true;
  if (isJavaScriptType(type) || NOT_SNIFFED.has(type) || !SNIFFED.test(type)) return false;
  if (isNosniff(response) || (response.status === 206 && type !== 'text/plain')) return true;
  const start = String.fromCharCode(...response.body.subarray(0, 256));
  return [MARKUP, JSON_OBJECT, PARSER_BREAKER].some((sign) => sign.test(start));
}
