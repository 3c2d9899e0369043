/** https://html.spec.whatwg.org/#update-the-image-data */

import { decodeUtf8, DOMException, Event } from '@/realm/web';
import type { FilteredResponse, HttpResponse } from '@/engine';
import { getHeader } from '@/engine/infrastructure/headers';
import { potentialCors, resolveUrl, toCrossOrigin, toRecord } from './ask';
import { Element, reflect } from './element';
import type { Surroundings } from './surroundings';

export interface Picture {
  width: number;
  height: number;
  /** It came from another origin without CORS: a canvas that it is drawn on may not be read any more. */
  tainted: boolean;
}

const pictures = new WeakMap<object, Picture>();

/** What an image shows; undefined for anything else, or while there is nothing. */
export function pictureOf(image: unknown): Picture | undefined {
  return typeof image === 'object' && image !== null ? pictures.get(image) : undefined;
}

export function createImageElement({ browser, requests, realm }: Surroundings) {
  class HTMLImageElement extends Element {
    #request: number | undefined;
    #pending = false;

    constructor(width?: unknown, height?: unknown) {
      super('img');
      if (width !== undefined) this.setAttribute('width', width);
      if (height !== undefined) this.setAttribute('height', height);
    }

    get complete(): boolean {
      return !this.#pending;
    }

    get naturalWidth(): number {
      return pictures.get(this)?.width ?? 0;
    }

    get naturalHeight(): number {
      return pictures.get(this)?.height ?? 0;
    }

    get width(): number {
      return Number(this.getAttribute('width') ?? this.naturalWidth);
    }

    set width(width: unknown) {
      this.setAttribute('width', width);
    }

    get height(): number {
      return Number(this.getAttribute('height') ?? this.naturalHeight);
    }

    set height(height: unknown) {
      this.setAttribute('height', height);
    }

    get currentSrc(): string {
      return resolveUrl(this.getAttribute('src') ?? '') ?? '';
    }

    decode(): Promise<void> {
      return new Promise((resolve, reject) => {
        const failed = (): void => reject(new DOMException('The source image cannot be decoded.', 'EncodingError'));
        if (pictures.has(this)) return resolve();
        if (!this.#pending) return failed();
        this.addEventListener('load', () => resolve(), { once: true });
        this.addEventListener('error', failed, { once: true });
      });
    }

    /** The request waits for the end of the task, so that `crossOrigin` may be set after `src`. */
    protected override attributeChanged(name: string): void {
      if (name !== 'src' && !(name === 'crossorigin' && this.hasAttribute('src'))) return;
      if (this.#request !== undefined) requests.abort(this.#request);
      this.#request = undefined;
      pictures.delete(this);
      if (this.#pending) return;
      this.#pending = true;
      void Promise.resolve().then(() => this.#update());
    }

    #update(): void {
      const src = this.getAttribute('src');
      const url = src === null || src === '' ? null : resolveUrl(src);
      if (url === null) return realm.immediate(() => this.#end('error'));
      this.#request = requests.start(
        toRecord({
          initiator: 'img',
          destination: 'image',
          url,
          ...potentialCors(toCrossOrigin(this.getAttribute('crossorigin'))),
          referrerPolicy: this.getAttribute('referrerpolicy') ?? '',
        }),
        {
          response: (response, internal) => this.#arrived(response, internal),
          failure: () => this.#end('error'),
        },
      );
    }

    #arrived(response: FilteredResponse, internal: HttpResponse | undefined): void {
      const size = internal && sizeOf(internal);
      const shown = size && (browser !== 'firefox' || internal.status < 400);
      if (shown) pictures.set(this, { ...size, tainted: response.type === 'opaque' });
      this.#end(shown ? 'load' : 'error');
    }

    #end(type: 'load' | 'error'): void {
      this.#request = undefined;
      this.#pending = false;
      this.dispatchEvent(new Event(type));
    }
  }
  reflect(HTMLImageElement.prototype, ['src', 'alt', 'crossOrigin', 'referrerPolicy', 'loading', 'decoding', 'srcset']);
  return HTMLImageElement;
}

/** Pixels; null where the bytes are no picture. */
function sizeOf({ headers, body }: HttpResponse): { width: number; height: number } | null {
  const big = (at: number, bytes: number): number =>
    body.subarray(at, at + bytes).reduce((sum, byte) => sum * 256 + byte, 0);
  const start = String.fromCharCode(...body.subarray(0, 12));
  if (start.startsWith('\x89PNG\r\n')) return { width: big(16, 4), height: big(20, 4) };
  if (/^GIF8[79]a/.test(start)) {
    return { width: (body[6] ?? 0) + 256 * (body[7] ?? 0), height: (body[8] ?? 0) + 256 * (body[9] ?? 0) };
  }
  if (/^\xff\xd8\xff|^RIFF[^]{4}WEBP|^BM/.test(start)) return { width: 1, height: 1 };
  if (!/^image\/svg\+xml/i.test(getHeader(headers, 'content-type') ?? '')) return null;
  const svg = /<svg\b[^>]*>/.exec(decodeUtf8(body) ?? '')?.[0];
  if (svg === undefined || !svg.includes('http://www.w3.org/2000/svg')) return null;
  const side = (name: string): number | undefined => {
    const given = new RegExp(`\\b${name}=["'](\\d+)`).exec(svg)?.[1];
    return given === undefined ? undefined : Number(given);
  };
  return { width: side('width') ?? 300, height: side('height') ?? 150 };
}
