/** https://html.spec.whatwg.org/#form-submission-algorithm: a navigation, whose answer no code reads. */

import type { RequestRecord } from '@/engine';
import { encodeUtf8, extractBody, FormData, toDOMString, URLSearchParams } from '@/realm/web';
import { notOffered } from '../not-offered';
import { page } from '../page-settings';
import { resolveUrl, toRecord } from './ask';
import { Element, reflect } from './element';
import type { Surroundings } from './surroundings';

export const INPUTS: ReadonlySet<string> = new Set(['input', 'textarea', 'select', 'button']);

export class InputElement extends Element {
  checked = false;
  disabled = false;
  #value: string | null = null;

  get value(): string {
    return this.#value ?? this.getAttribute('value') ?? this.textContent;
  }

  set value(value: unknown) {
    this.#value = String(value);
  }
}
reflect(InputElement.prototype, ['name', 'type', 'placeholder']);

export function createFormElement({ requests, note }: Surroundings) {
  class HTMLFormElement extends Element {
    constructor() {
      super('form');
    }

    get elements(): Element[] {
      return [...this.descendants()].filter((element) => element instanceof InputElement);
    }

    submit(): void {
      const target = this.getAttribute('target') ?? '';
      if (!/^(|_self|_top|_parent)$/i.test(target)) notOffered(`form.target = "${target}"`);
      const action = resolveUrl(this.getAttribute('action') || page().url);
      if (action === null) return;
      const id = requests.start(
        navigation(action, this.getAttribute('method'), this.getAttribute('enctype'), this.#entries()),
        {
          response: (_response, internal) => {
            if (internal?.status === 204 || internal?.status === 205) return;
            note(`form: the answer to request ${id} replaces this page. No code of this page can read it.`);
          },
          failure: () => undefined,
        },
      );
    }

    requestSubmit(): void {
      this.submit();
    }

    reset(): void {}

    #entries(): [string, string][] {
      return [...this.descendants()].flatMap((element): [string, string][] => {
        if (!(element instanceof InputElement) || element.disabled) return [];
        const name = element.getAttribute('name') ?? '';
        const type = (element.getAttribute('type') ?? '').toLowerCase();
        if (name === '' || element.localName === 'button' || ['submit', 'button', 'reset', 'image'].includes(type))
          return [];
        if (type === 'file') notOffered('<input type="file">');
        if (type !== 'checkbox' && type !== 'radio') return [[name, element.value]];
        return element.checked ? [[name, element.hasAttribute('value') ? element.value : 'on']] : [];
      });
    }
  }
  reflect(HTMLFormElement.prototype, ['action', 'method', 'enctype', 'target', 'name']);
  return HTMLFormElement;
}

function navigation(
  action: string,
  method: string | null,
  enctype: string | null,
  entries: [string, string][],
): RequestRecord {
  const base = toRecord({
    initiator: 'form',
    destination: 'document',
    url: action,
    mode: 'navigate',
    headers: [['Upgrade-Insecure-Requests', '1']],
  });
  if (method?.toLowerCase() !== 'post') {
    const url = new (page().URL)(action);
    url.search = new URLSearchParams(entries).toString();
    return { ...base, url: url.href };
  }
  const { bytes, type } = encode(enctype?.toLowerCase() ?? '', entries);
  return { ...base, method: 'POST', body: bytes, headers: [...base.headers, ['Content-Type', type]], typeOfBody: true };
}

function encode(enctype: string, entries: [string, string][]): { bytes: Uint8Array; type: string } {
  if (enctype === 'text/plain') {
    const text = entries.map(([name, value]) => `${name}=${toDOMString(value)}\r\n`).join('');
    return { bytes: encodeUtf8(text), type: 'text/plain' };
  }
  if (enctype === 'multipart/form-data') {
    const data = new FormData();
    for (const [name, value] of entries) data.append(name, value);
    const { bytes, type } = extractBody(data);
    return { bytes, type: type ?? enctype };
  }
  return {
    bytes: encodeUtf8(new URLSearchParams(entries).toString()),
    type: 'application/x-www-form-urlencoded',
  };
}
