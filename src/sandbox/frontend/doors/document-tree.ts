/** `document` with a head and a body that elements can be put into. */

import { notOffered } from '../not-offered';
import { createCanvasElement } from './canvas-element';
import { Element } from './element';
import { createFormElement, INPUTS, InputElement } from './form-element';
import { createImageElement } from './image-element';
import { createLinkElement } from './link-element';
import type { Modules } from './modules';
import { createScriptElement } from './script-element';
import type { Surroundings } from './surroundings';

/** They would ask for something, and are not there yet. */
const LATER = new Set(
  'iframe frame object embed video audio source track picture portal fencedframe style template'.split(' '),
);

export function createDocumentTree(surroundings: Surroundings, modules: Modules) {
  const HTMLScriptElement = createScriptElement(surroundings, modules);
  const HTMLImageElement = createImageElement(surroundings);
  const HTMLLinkElement = createLinkElement(surroundings);
  const HTMLFormElement = createFormElement(surroundings);
  const HTMLCanvasElement = createCanvasElement(surroundings.browser);
  const root = new Element('html');
  const head = new Element('head');
  const body = new Element('body');
  root.append(head, body);

  const createElement = (given: unknown): Element => {
    const name = String(given).toLowerCase();
    if (LATER.has(name)) notOffered(`document.createElement('${name}')`);
    switch (name) {
      case 'script':
        return new HTMLScriptElement();
      case 'img':
        return new HTMLImageElement();
      case 'link':
        return new HTMLLinkElement();
      case 'form':
        return new HTMLFormElement();
      case 'canvas':
        return new HTMLCanvasElement();
      default:
        return INPUTS.has(name) ? new InputElement(name) : new Element(name);
    }
  };
  const byTag = (tag: unknown): Element[] => {
    const name = String(tag).toLowerCase();
    return [root, ...root.descendants()].filter(({ localName }) => name === '*' || localName === name);
  };

  return {
    document: {
      documentElement: root,
      head,
      body,
      currentScript: null,
      createElement,
      createTextNode: (text: unknown) => String(text),
      getElementById: (id: unknown) =>
        [...root.descendants()].find((element) => element.getAttribute('id') === String(id)) ?? null,
      getElementsByTagName: byTag,
      querySelector: (selector: unknown) => select(String(selector), byTag)[0] ?? null,
      querySelectorAll: (selector: unknown) => select(String(selector), byTag),
      get scripts() {
        return byTag('script');
      },
      get images() {
        return byTag('img');
      },
      get forms() {
        return byTag('form');
      },
    },
    globals: {
      Element,
      HTMLElement: Element,
      HTMLScriptElement,
      HTMLImageElement,
      Image: HTMLImageElement,
      HTMLLinkElement,
      HTMLFormElement,
      HTMLCanvasElement,
    },
  };
}

/** A tag name or an id. */
function select(selector: string, byTag: (tag: string) => Element[]): Element[] {
  const [, id, tag] = /^\s*(?:#([\w-]+)|(\*|[a-z][\w-]*))\s*$/i.exec(selector) ?? [];
  if (id !== undefined) return byTag('*').filter((element) => element.getAttribute('id') === id);
  return tag === undefined ? notOffered(`The selector "${selector}"`) : byTag(tag);
}
