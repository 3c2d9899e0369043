import type { Exchange, TimelineEvent } from '@/scenario/result';
import { headerValue } from './headers';

/** Whether an extension of the browser, and not the server, wrote what the answer says in a header. @param name lower case */
export function isForeign({ rewritten, responseHeaders }: Exchange, name: string): boolean {
  return rewritten !== undefined && headerValue(rewritten.responseHeaders, name) !== headerValue(responseHeaders, name);
}

/** Whose word the origin's permission is. */
export const permittedByExtension = (exchange: Exchange): boolean => isForeign(exchange, 'access-control-allow-origin');

/** What a gate judged, where the server did not write it: a sentence to add, or nothing. */
export function foreignWords({ step, verdict, compared }: TimelineEvent, exchange: Exchange | null): string {
  if (!exchange?.rewritten || !verdict || !compared) return '';
  const isStatus = step === 'preflight-status-check' && exchange.status !== exchange.rewritten.status;
  const { header } = compared.right;
  if (!isStatus && (header === undefined || !isForeign(exchange, header))) return '';
  return ` The extension, not the server, wrote this ${isStatus ? 'status' : 'header'}.`;
}
