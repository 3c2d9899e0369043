/** The little of the DOM's tree that elements need which ask for something. */

import { defineHandlers, DOMException, EventTarget, speaker } from '@/realm/web';
import { notOffered } from '../not-offered';
import { notAChild } from './words';

export class Element extends EventTarget {
  readonly localName: string;
  readonly nodeType = 1;
  parentNode: Element | null = null;
  readonly childNodes: (Element | string)[] = [];
  protected readonly attributes = new Map<string, string>();

  constructor(localName: string) {
    super();
    this.localName = localName;
    for (const hidden of ['attributes', 'parentNode', 'childNodes']) {
      Object.defineProperty(this, hidden, { enumerable: false });
    }
  }

  get tagName(): string {
    return this.localName.toUpperCase();
  }

  get nodeName(): string {
    return this.tagName;
  }

  get children(): Element[] {
    return this.childNodes.filter((child): child is Element => child instanceof Element);
  }

  get parentElement(): Element | null {
    return this.parentNode;
  }

  get isConnected(): boolean {
    return this.parentNode === null ? this.localName === 'html' : this.parentNode.isConnected;
  }

  get textContent(): string {
    return this.childNodes.map((child) => (typeof child === 'string' ? child : child.textContent)).join('');
  }

  set textContent(text: unknown) {
    for (const child of this.children) child.parentNode = null;
    this.childNodes.splice(0, Infinity, ...(text === null || text === '' ? [] : [`${text as string}`]));
    if (this.isConnected) this.childrenChanged();
  }

  getAttribute(name: unknown): string | null {
    return this.attributes.get(String(name).toLowerCase()) ?? null;
  }

  hasAttribute(name: unknown): boolean {
    return this.getAttribute(name) !== null;
  }

  setAttribute(name: unknown, value: unknown): void {
    const lower = String(name).toLowerCase();
    this.attributes.set(lower, String(value));
    this.attributeChanged(lower);
  }

  removeAttribute(name: unknown): void {
    const lower = String(name).toLowerCase();
    if (this.attributes.delete(lower)) this.attributeChanged(lower);
  }

  appendChild(child: Element): Element {
    this.append(child);
    return child;
  }

  append(...children: (Element | string)[]): void {
    for (const child of children) this.insert(child, this.childNodes.length);
  }

  prepend(...children: (Element | string)[]): void {
    children.forEach((child, index) => this.insert(child, index));
  }

  insertBefore(child: Element, before?: Element | null): Element {
    if (before) this.demandChild(before, 'insertBefore');
    const behind = before === child ? this.childNodes[this.childNodes.indexOf(child) + 1] : before;
    child.remove();
    this.insert(child, behind ? this.childNodes.indexOf(behind) : this.childNodes.length);
    return child;
  }

  removeChild(child: Element): Element {
    this.demandChild(child, 'removeChild');
    child.remove();
    return child;
  }

  remove(): void {
    const siblings = this.parentNode?.childNodes;
    siblings?.splice(siblings.indexOf(this), 1);
    this.parentNode = null;
  }

  /** The element and all below it, in order. */
  *descendants(): Iterable<Element> {
    for (const child of this.children) {
      yield child;
      yield* child.descendants();
    }
  }

  /** An attribute has another value, or has gone. */
  protected attributeChanged(_name: string): void {}

  protected childrenChanged(): void {}

  /** The element has come into the document. */
  protected connected(): void {}

  private demandChild(child: Element, method: 'insertBefore' | 'removeChild'): void {
    if (child.parentNode !== this) throw new DOMException(notAChild(speaker(), method), 'NotFoundError');
  }

  private insert(child: Element | string, at: number): void {
    if (!(child instanceof Element)) {
      this.childNodes.splice(at, 0, String(child));
      if (this.isConnected) this.childrenChanged();
      return;
    }
    child.remove();
    this.childNodes.splice(at, 0, child);
    child.parentNode = this;
    if (!child.isConnected) return;
    child.connected();
    for (const below of child.descendants()) below.connected();
  }

  get [Symbol.toStringTag](): string {
    return this.constructor.name;
  }
}

defineHandlers(Element.prototype, ['load', 'error', 'click', 'submit', 'input', 'change']);

const LATER = [
  'innerHTML outerHTML innerText style classList className dataset querySelector querySelectorAll closest matches click',
  'insertAdjacentHTML insertAdjacentElement attachShadow getBoundingClientRect scrollIntoView focus replaceChildren',
  'replaceWith cloneNode animate firstChild lastChild nextSibling previousSibling',
].flatMap((names) => names.split(' '));
for (const name of LATER) {
  Object.defineProperty(Element.prototype, name, {
    configurable: true,
    get: () => notOffered(`An element's ${name}`),
    set: () => {
      notOffered(`An element's ${name}`);
    },
  });
}

/** Gives a class properties that stand for attributes of the same name, lower case. */
export function reflect(prototype: Element, names: readonly string[]): void {
  for (const name of names) {
    const attribute = { htmlFor: 'for' }[name] ?? name.toLowerCase();
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: Element) {
        return this.getAttribute(attribute) ?? (name === 'crossOrigin' ? null : '');
      },
      set(this: Element, value: unknown) {
        if (value === null && name === 'crossOrigin') this.removeAttribute(attribute);
        else this.setAttribute(attribute, value);
      },
    });
  }
}
reflect(Element.prototype, ['id', 'title', 'lang', 'hidden']);
