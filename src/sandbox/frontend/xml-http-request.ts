/** https://xhr.spec.whatwg.org/#interface-xmlhttprequest */

import type { FilteredResponse, HeaderList } from '@/engine';
import { getHeader } from '@/engine/infrastructure/headers';
import { normalizeMethod } from '@/engine/infrastructure/methods';
import { forbiddenHeaderLine, isRefusedRequestHeader, unexposedHeaderLine } from '@/engine/profiles/request-errors';
import { type Caller, defineHandlers, Event, EventTarget, isListenedTo, refusal, speaker } from '@/realm/web';
import { page } from './page-settings';
import { tellingRefusal, type Requests } from './requests';
import {
  DONE,
  fireProgress,
  HEADERS_RECEIVED,
  LOADING,
  OPENED,
  PROGRESS_EVENTS,
  STATES,
  UNSENT,
  XMLHttpRequestUpload,
} from './xhr-events';
import { contentLength, readResponse, RESPONSE_TYPES, type XhrResponseType } from './xhr-response';
import {
  allHeaders,
  checkedHeaderValue,
  isExposed,
  toArgument,
  setCombined,
  toOpenedUrl,
  toRequestRecord,
} from './xhr-request';

export function createXMLHttpRequest(requests: Requests) {
  class XMLHttpRequest extends EventTarget {
    readonly upload = new XMLHttpRequestUpload();
    #state = UNSENT;
    #sending = false;
    #method = 'GET';
    #url = '';
    #headers: HeaderList = [];
    #withCredentials = false;
    #timeout = 0;
    #timer: number | undefined;
    #responseType: XhrResponseType = '';
    #response: FilteredResponse | null = null;
    #json: { value: unknown } | null = null;
    #mimeType: string | null = null;
    #request: number | undefined;
    #sentAt = 0;
    #uploadListened = false;
    #uploadComplete = false;

    get readyState(): number {
      return this.#state;
    }

    get withCredentials(): boolean {
      return this.#withCredentials;
    }

    set withCredentials(value: unknown) {
      if ((this.#state !== UNSENT && this.#state !== OPENED) || this.#sending) {
        throw refusal('xhr-with-credentials-late', 'XMLHttpRequest.withCredentials', {});
      }
      this.#withCredentials = Boolean(value);
    }

    get timeout(): number {
      return this.#timeout;
    }

    set timeout(value: unknown) {
      this.#timeout = Number(value) >>> 0;
      if (this.#sending) this.#startTimer();
    }

    get responseType(): XhrResponseType {
      return this.#responseType;
    }

    set responseType(value: unknown) {
      if (this.#state === LOADING || this.#state === DONE) {
        throw refusal('xhr-response-type-late', 'XMLHttpRequest.responseType', {});
      }
      const known = RESPONSE_TYPES.find((type) => type === String(value));
      if (known !== undefined) this.#responseType = known;
    }

    get responseURL(): string {
      return this.#response?.url ?? '';
    }

    get status(): number {
      return this.#response?.status ?? 0;
    }

    get statusText(): string {
      return this.#response?.statusText ?? '';
    }

    get responseText(): string {
      if (this.#responseType !== '' && this.#responseType !== 'text') {
        throw refusal('xhr-response-text-type', 'XMLHttpRequest.responseText', { responseType: this.#responseType });
      }
      if (this.#state !== LOADING && this.#state !== DONE) return '';
      return this.#response ? String(readResponse(this.#response, 'text', this.#mimeType)) : '';
    }

    get response(): unknown {
      if (this.#responseType === '' || this.#responseType === 'text') return this.responseText;
      if (this.#state !== DONE || !this.#response) return null;
      this.#json ??= { value: readResponse(this.#response, this.#responseType, this.#mimeType) };
      return this.#json.value;
    }

    get responseXML(): null {
      return null;
    }

    open(...given: unknown[]): void {
      const caller = 'XMLHttpRequest.open';
      if (given.length < 2) throw refusal('missing-argument', caller, { required: 2, given: given.length });
      const method = toArgument(given, 0, caller);
      const url = String(given[1]);
      tellingRefusal(requests, method, url, () => this.#open(method, url, given.slice(2)));
    }

    #open(method: string, input: string, [async, user, password]: unknown[]): void {
      const url = toOpenedUrl(method, input, user, password);
      if (async !== undefined && !async) {
        throw new TypeError('Synchronous XMLHttpRequest, open(method, url, false), is not offered by this playground.');
      }
      this.#terminate();
      this.#method = normalizeMethod(method);
      this.#url = url;
      this.#headers = [];
      this.#sending = false;
      this.#uploadListened = false;
      this.#response = null;
      this.#json = null;
      if (this.#state !== OPENED) this.#changeState(OPENED);
    }

    setRequestHeader(...given: unknown[]): void {
      const caller = 'XMLHttpRequest.setRequestHeader';
      if (given.length < 2) throw refusal('missing-argument', caller, { required: 2, given: given.length });
      const [name, raw] = [toArgument(given, 0, caller), toArgument(given, 1, caller)];
      this.#requireOpened(caller);
      const value = tellingRefusal(requests, this.#method, this.#url, () => checkedHeaderValue(name, raw, caller));
      if (isRefusedRequestHeader(speaker(), name, value) && !page().unrestricted) {
        return requests.print(forbiddenHeaderLine(speaker(), name));
      }
      setCombined(this.#headers, name, value);
    }

    send(body: unknown = null): void {
      this.#requireOpened('XMLHttpRequest.send');
      const record = toRequestRecord(this.#method, this.#url, this.#headers, body, this.#withCredentials);
      this.#uploadListened = isListenedTo(this.upload);
      this.#uploadComplete = record.body === null;
      this.#sending = true;
      fireProgress(this, 'loadstart', 0, 0);
      if (!this.#uploadComplete && this.#uploadListened) {
        fireProgress(this.upload, 'loadstart', 0, record.body?.length ?? 0);
      }
      // A listener of loadstart may have called abort() or open().
      if (this.#state !== OPENED || !this.#sending) return;
      this.#request = requests.start(
        { ...record, useCorsPreflight: this.#uploadListened },
        {
          response: (response) => this.#arrived(response, record.body?.length ?? 0),
          failure: () => this.#fail('error'),
        },
      );
      this.#sentAt = performance.now();
      this.#startTimer();
    }

    abort(): void {
      const busy =
        (this.#state === OPENED && this.#sending) || this.#state === HEADERS_RECEIVED || this.#state === LOADING;
      this.#terminate();
      if (busy) this.#fail('abort');
      if (this.#state === DONE) {
        this.#state = UNSENT;
        this.#response = null;
      }
    }

    getResponseHeader(...given: unknown[]): string | null {
      const caller = 'XMLHttpRequest.getResponseHeader';
      if (given.length < 1) throw refusal('missing-argument', caller, { required: 1, given: 0 });
      const name = toArgument(given, 0, caller);
      if (!this.#response) return null;
      const line = isExposed(this.#response, name) ? null : unexposedHeaderLine(speaker(), name);
      if (line) requests.print(line, this.#request);
      return getHeader(this.#response.headers, name);
    }

    getAllResponseHeaders(): string {
      return this.#response ? allHeaders(this.#response.headers) : '';
    }

    overrideMimeType(type: unknown): void {
      if (this.#state === LOADING || this.#state === DONE) {
        throw refusal('xhr-response-type-late', 'XMLHttpRequest.overrideMimeType', {});
      }
      this.#mimeType = String(type);
    }

    get [Symbol.toStringTag](): string {
      return 'XMLHttpRequest';
    }

    #requireOpened(caller: Caller): void {
      if (this.#state !== OPENED || this.#sending) throw refusal('xhr-not-opened', caller, { sending: this.#sending });
    }

    #changeState(state: number): void {
      this.#state = state;
      this.dispatchEvent(new Event('readystatechange'));
    }

    #terminate(reason?: DOMException): void {
      if (this.#request !== undefined) requests.abort(this.#request, reason);
      clearTimeout(this.#timer);
      this.#timer = undefined;
    }

    #startTimer(): void {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      if (this.#timeout === 0) return;
      const left = Math.max(0, this.#sentAt + this.#timeout - performance.now());
      this.#timer = setTimeout(() => {
        this.#terminate(new DOMException('The time is over.', 'TimeoutError'));
        this.#fail('timeout');
      }, left) as unknown as number;
    }

    /** https://xhr.spec.whatwg.org/#handle-response-end-of-body, after what the body needs before it. */
    #arrived(response: FilteredResponse, sent: number): void {
      const request = this.#request;
      if (!this.#uploadComplete) {
        this.#uploadComplete = true;
        if (this.#uploadListened) {
          for (const name of ['progress', 'load', 'loadend'] as const) fireProgress(this.upload, name, sent, sent);
        }
      }
      this.#response = response;
      const loaded = response.body?.length ?? 0;
      const total = contentLength(response);
      const gone = (): boolean => this.#request !== request || this.#response !== response;
      this.#changeState(HEADERS_RECEIVED);
      if (gone()) return;
      if (loaded > 0) {
        this.#changeState(LOADING);
        if (gone()) return;
        fireProgress(this, 'progress', loaded, total);
        if (gone()) return;
      }
      clearTimeout(this.#timer);
      this.#sending = false;
      this.#changeState(DONE);
      fireProgress(this, 'load', loaded, total);
      fireProgress(this, 'loadend', loaded, total);
    }

    /** https://xhr.spec.whatwg.org/#request-error-steps */
    #fail(name: 'error' | 'abort' | 'timeout'): void {
      clearTimeout(this.#timer);
      this.#sending = false;
      this.#response = null;
      this.#changeState(DONE);
      if (!this.#uploadComplete) {
        this.#uploadComplete = true;
        if (this.#uploadListened) {
          fireProgress(this.upload, name, 0, 0);
          fireProgress(this.upload, 'loadend', 0, 0);
        }
      }
      fireProgress(this, name, 0, 0);
      fireProgress(this, 'loadend', 0, 0);
    }
  }

  defineHandlers(XMLHttpRequest.prototype, ['readystatechange', ...PROGRESS_EVENTS]);
  for (const holder of [XMLHttpRequest, XMLHttpRequest.prototype]) {
    for (const [name, value] of Object.entries(STATES))
      Object.defineProperty(holder, name, { value, enumerable: true });
  }
  return XMLHttpRequest;
}
