/** https://html.spec.whatwg.org/#prepare-the-script-element, for scripts that code inserts. */

import type { FilteredResponse, HttpResponse } from '@/engine';
import { getHeader } from '@/engine/infrastructure/headers';
import { decodeUtf8, Event } from '@/realm/web';
import { notOffered } from '../not-offered';
import { isOwnOrigin, potentialCors, resolveUrl, toCrossOrigin, toRecord } from './ask';
import { Element, reflect } from './element';
import type { Modules } from './modules';
import type { Surroundings } from './surroundings';
import { refusedType } from './words';

/** https://mimesniff.spec.whatwg.org/#javascript-mime-type, as an element's type has it */
const CLASSIC = /^(|(text|application)\/(x-)?(java|ecma)script)$/i;
/** https://fetch.spec.whatwg.org/#should-response-to-request-be-blocked-due-to-mime-type? */
const NEVER_SCRIPTS = /^(audio|image|video)\/|^text\/csv$/;

type Classic = { text: string; address: string; muted: boolean };

export function createScriptElement({ browser, requests, loaded, uncaught, realm }: Surroundings, modules: Modules) {
  /** Scripts with `async = false` run in the order in which they were inserted. */
  const ordered: { ready: (() => void) | null }[] = [];
  const drain = (): void => {
    while (ordered[0]?.ready) ordered.shift()?.ready?.();
  };

  class HTMLScriptElement extends Element {
    async = true;
    #started = false;

    constructor() {
      super('script');
    }

    get text(): string {
      return this.textContent;
    }

    set text(text: unknown) {
      this.textContent = text;
    }

    protected override connected(): void {
      this.#prepare();
    }

    protected override childrenChanged(): void {
      this.#prepare();
    }

    protected override attributeChanged(name: string): void {
      if (name === 'src' && this.isConnected) this.#prepare();
    }

    #prepare(): void {
      const src = this.getAttribute('src');
      if (this.#started || (src === null && this.textContent === '')) return;
      const type = (this.getAttribute('type') ?? '').trim();
      const module = type.toLowerCase() === 'module';
      if (!module && type.toLowerCase() === 'importmap') notOffered('<script type="importmap">');
      if (!module && !CLASSIC.test(type)) return;
      this.#started = true;
      if (src === null && module) notOffered('A module script without src');
      if (src === null) return this.#run({ text: this.textContent, address: 'inline-script.js', muted: false });
      const url = src === '' ? null : resolveUrl(src);
      if (url === null) return realm.immediate(() => this.#fire('error'));
      if (module) {
        return modules.load(url, toCrossOrigin(this.getAttribute('crossorigin'))).then(
          () => this.#fire('load'),
          (error: unknown) => {
            const evaluated = modules.isEvaluationError(error);
            if (evaluated) uncaught(modules.causeOf(error), false);
            this.#fire(evaluated ? 'load' : 'error');
          },
        ) as unknown as void;
      }
      this.#fetch(url);
    }

    #fetch(url: string): void {
      const place: (typeof ordered)[number] = { ready: null };
      if (!this.async) ordered.push(place);
      const then = (action: () => void): void => {
        if (this.async) return action();
        place.ready = action;
        drain();
      };
      const id = requests.start(
        toRecord({
          initiator: 'script',
          destination: 'script',
          url,
          ...potentialCors(toCrossOrigin(this.getAttribute('crossorigin'))),
          integrity: this.getAttribute('integrity') ?? '',
          referrerPolicy: this.getAttribute('referrerpolicy') ?? '',
        }),
        {
          response: (response, internal) => {
            const script = internal && this.#toScript(url, response, internal, id);
            then(() => (script ? this.#run(script) : this.#fire('error')));
          },
          failure: () => then(() => this.#fire('error')),
        },
      );
    }

    #toScript(
      url: string,
      response: FilteredResponse,
      { status, headers, body }: HttpResponse,
      id: number,
    ): Classic | null {
      if (status < 200 || status > 299) return null;
      const type = (getHeader(headers, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
      if (NEVER_SCRIPTS.test(type)) {
        for (const line of refusedType(browser, url, type)) requests.print(line, id);
        return null;
      }
      const address = response.url || url;
      const muted = response.type === 'opaque' && !isOwnOrigin(url);
      return { text: decodeUtf8(body) ?? '', address, muted };
    }

    #run({ text, address, muted }: Classic): void {
      loaded.run(text, address, muted);
      if (this.hasAttribute('src')) this.#fire('load');
    }

    #fire(type: 'load' | 'error'): void {
      this.dispatchEvent(new Event(type));
    }
  }
  reflect(HTMLScriptElement.prototype, [
    'src',
    'type',
    'crossOrigin',
    'integrity',
    'referrerPolicy',
    'charset',
    'nonce',
  ]);
  Object.defineProperty(HTMLScriptElement.prototype, 'defer', { value: false, writable: true });
  Object.defineProperty(HTMLScriptElement.prototype, 'noModule', { value: false, writable: true });
  return HTMLScriptElement;
}
