/** A canvas that knows one thing: whether it may still be read. https://html.spec.whatwg.org/#concept-canvas-origin-clean */

import type { BrowserName } from '@/engine';
import { DOMException } from '@/realm/web';
import { notOffered } from '../not-offered';
import { Element } from './element';
import { pictureOf } from './image-element';
import { taintedCanvas } from './words';

const LATER_METHODS = ['putImageData', 'createPattern', 'createLinearGradient', 'measureText', 'isPointInPath'];
/** They draw what taints nothing; nobody looks. */
const DRAWING = [
  'fillRect clearRect strokeRect fillText strokeText beginPath closePath moveTo lineTo arc rect fill stroke clip save',
  'restore scale rotate translate transform setTransform resetTransform',
].flatMap((names) => names.split(' '));

export function createCanvasElement(browser: BrowserName) {
  class HTMLCanvasElement extends Element {
    width = 300;
    height = 150;
    #clean = true;
    #context: object | null = null;

    constructor() {
      super('canvas');
    }

    getContext(kind: unknown): object {
      if (kind !== '2d') notOffered(`canvas.getContext('${String(kind)}')`);
      this.#context ??= this.#createContext();
      return this.#context;
    }

    toDataURL(): string {
      this.#requireClean('toDataURL');
      return 'data:image/png;base64,';
    }

    toBlob(): never {
      this.#requireClean('toBlob');
      return notOffered('canvas.toBlob: nothing is painted here, so the image');
    }

    #requireClean(method: 'getImageData' | 'toDataURL' | 'toBlob'): void {
      if (!this.#clean) throw new DOMException(taintedCanvas(browser, method), 'SecurityError');
    }

    #createContext(): object {
      const context: Record<string, unknown> = {
        canvas: this,
        fillStyle: '#000000',
        strokeStyle: '#000000',
        drawImage: (image: unknown) => {
          const picture = pictureOf(image);
          if (picture?.tainted || (image instanceof HTMLCanvasElement && !image.#clean)) this.#clean = false;
        },
        /** Nothing is painted here: every pixel is transparent black. */
        getImageData: (_x: unknown, _y: unknown, width: unknown, height: unknown) => {
          this.#requireClean('getImageData');
          return { width, height, data: new Uint8ClampedArray(4 * Number(width) * Number(height)) };
        },
      };
      for (const name of DRAWING) context[name] = () => undefined;
      for (const name of LATER_METHODS) context[name] = () => notOffered(`CanvasRenderingContext2D.${name}`);
      return context;
    }
  }
  return HTMLCanvasElement;
}
