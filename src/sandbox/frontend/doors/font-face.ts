/** https://drafts.csswg.org/css-font-loading/: the font is loaded; there is no text to set in it. */

import { DOMException } from '@/realm/web';
import { notOffered } from '../not-offered';
import { resolveUrl, toRecord } from './ask';
import type { Surroundings } from './surroundings';
import { failedFont } from './words';

/** What Firefox says of a font that cannot be fetched: NS_ERROR_DOM_… and its like. */
const NOT_ALLOWED = 'bad URI or cross-site access not allowed';
const HTTP_ERROR = 'status=2147746065';
const SIGNATURES = ['wOFF', 'wOF2', 'OTTO', 'true', '\0\u0001\0\0'];

export function createFontFace({ browser, requests }: Surroundings) {
  class FontFace {
    readonly family: string;
    status: 'unloaded' | 'loading' | 'loaded' | 'error' = 'unloaded';
    readonly #source: string;
    #loading: Promise<FontFace> | null = null;

    constructor(family: unknown, source: unknown) {
      this.family = String(family);
      this.#source = /^\s*url\(\s*["']?([^"')]*)["']?\s*\)/.exec(String(source))?.[1] ?? '';
      if (this.#source === '') notOffered('A FontFace without url(…)');
    }

    get loaded(): Promise<FontFace> {
      return this.#loading ?? new Promise(() => undefined);
    }

    load(): Promise<FontFace> {
      this.#loading ??= new Promise((resolve, reject) => {
        const url = resolveUrl(this.#source) ?? this.#source;
        this.status = 'loading';
        const failed = (why: string | null): void => {
          this.status = 'error';
          if (why !== null) for (const line of failedFont(browser, this.family, url, why)) requests.print(line, id);
          reject(new DOMException('A network error occurred.', 'NetworkError'));
        };
        const id = requests.start(
          toRecord({ initiator: 'font', destination: 'font', url, mode: 'cors', credentials: 'same-origin' }),
          {
            response: (_response, internal) => {
              if (!internal || internal.status < 200 || internal.status > 299) return failed(HTTP_ERROR);
              if (!SIGNATURES.includes(String.fromCharCode(...internal.body.subarray(0, 4)))) return failed(null);
              this.status = 'loaded';
              resolve(this);
            },
            failure: () => failed(NOT_ALLOWED),
          },
        );
      });
      return this.#loading;
    }
  }
  const faces = new Set<FontFace>();
  const fonts = {
    add: (face: FontFace) => void faces.add(face),
    delete: (face: FontFace) => faces.delete(face),
    has: (face: FontFace) => faces.has(face),
    get size() {
      return faces.size;
    },
    get ready() {
      return Promise.allSettled([...faces].map(({ loaded }) => loaded)).then(() => fonts);
    },
  };
  return { FontFace, fonts };
}
