/** The states and events of XMLHttpRequest. https://xhr.spec.whatwg.org/#events */

import { defineHandlers, EventTarget, ProgressEvent } from '@/realm/web';

export const PROGRESS_EVENTS = ['loadstart', 'progress', 'abort', 'error', 'load', 'timeout', 'loadend'] as const;
export type ProgressName = (typeof PROGRESS_EVENTS)[number];

export const UNSENT = 0;
export const OPENED = 1;
export const HEADERS_RECEIVED = 2;
export const LOADING = 3;
export const DONE = 4;

export class XMLHttpRequestUpload extends EventTarget {}
defineHandlers(XMLHttpRequestUpload.prototype, PROGRESS_EVENTS);

export const STATES = { UNSENT, OPENED, HEADERS_RECEIVED, LOADING, DONE };

/** https://xhr.spec.whatwg.org/#concept-event-fire-progress */
export function fireProgress(target: EventTarget, name: ProgressName, loaded: number, total: number): void {
  target.dispatchEvent(new ProgressEvent(name, { lengthComputable: total !== 0, loaded, total }));
}
