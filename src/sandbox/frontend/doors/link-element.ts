/** https://html.spec.whatwg.org/#link-type-stylesheet. The style sheet is loaded and judged; there is nothing to style. */

import { getHeader } from '@/engine/infrastructure/headers';
import { Event } from '@/realm/web';
import { notOffered } from '../not-offered';
import { potentialCors, resolveUrl, toCrossOrigin, toRecord } from './ask';
import { Element, reflect } from './element';
import type { Surroundings } from './surroundings';
import { notAStyleSheet } from './words';

const NEEDS_NOTHING = /^(|icon|shortcut icon|canonical|alternate|author|license|help|search)$/i;

export function createLinkElement({ browser, requests, realm }: Surroundings) {
  class HTMLLinkElement extends Element {
    constructor() {
      super('link');
    }

    get sheet(): never {
      return notOffered('link.sheet');
    }

    protected override connected(): void {
      this.#load();
    }

    protected override attributeChanged(name: string): void {
      if ((name === 'href' || name === 'rel') && this.isConnected) this.#load();
    }

    #load(): void {
      const rel = (this.getAttribute('rel') ?? '').trim();
      if (NEEDS_NOTHING.test(rel) || !this.getAttribute('href')) return;
      if (!rel.toLowerCase().split(/\s+/).includes('stylesheet')) notOffered(`<link rel="${rel}">`);
      const url = resolveUrl(this.getAttribute('href') ?? '');
      if (url === null) return realm.immediate(() => this.#fire('error'));
      const id = requests.start(
        toRecord({
          initiator: 'link',
          destination: 'style',
          url,
          ...potentialCors(toCrossOrigin(this.getAttribute('crossorigin'))),
          integrity: this.getAttribute('integrity') ?? '',
          referrerPolicy: this.getAttribute('referrerpolicy') ?? '',
        }),
        {
          response: (_response, internal) => {
            const type = (internal && getHeader(internal.headers, 'content-type')?.split(';')[0]?.trim()) ?? '';
            const ok = internal && internal.status >= 200 && internal.status <= 299;
            const refused = !ok || /^(text\/css)?$/i.test(type) ? [] : notAStyleSheet(browser, url, type);
            for (const line of refused) requests.print(line, id);
            this.#fire(ok && refused.length === 0 ? 'load' : 'error');
          },
          failure: () => this.#fire('error'),
        },
      );
    }

    #fire(type: 'load' | 'error'): void {
      this.dispatchEvent(new Event(type));
    }
  }
  reflect(HTMLLinkElement.prototype, [
    'href',
    'rel',
    'type',
    'media',
    'crossOrigin',
    'integrity',
    'referrerPolicy',
    'as',
  ]);
  return HTMLLinkElement;
}
