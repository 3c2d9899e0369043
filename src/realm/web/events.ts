/** https://dom.spec.whatwg.org/#events, for targets that have no parents. */

type Listener = ((event: Event) => unknown) | { handleEvent(event: Event): unknown };

interface Registration {
  listener: Listener;
  capture: boolean;
  once: boolean;
}

interface ListenerOptions {
  capture?: boolean;
  once?: boolean;
  passive?: boolean;
  signal?: { aborted: boolean; addEventListener(type: string, listener: () => void): void };
}

let report: (error: unknown) => void = () => undefined;

/** Where errors go that listeners throw. */
export function reportListenerErrors(to: (error: unknown) => void): void {
  report = to;
}

export class Event {
  readonly type: string;
  readonly bubbles: boolean;
  readonly cancelable: boolean;
  target: unknown = null;
  currentTarget: unknown = null;
  eventPhase = 0;
  isTrusted = false;
  #prevented = false;
  #stopped = false;

  constructor(type: unknown, init: { bubbles?: boolean; cancelable?: boolean } = {}) {
    this.type = String(type);
    this.bubbles = Boolean(init.bubbles);
    this.cancelable = Boolean(init.cancelable);
  }

  get defaultPrevented(): boolean {
    return this.#prevented;
  }

  preventDefault(): void {
    this.#prevented = this.cancelable;
  }

  stopPropagation(): void {}

  stopImmediatePropagation(): void {
    this.#stopped = true;
  }

  composedPath(): unknown[] {
    return this.currentTarget === null ? [] : [this.currentTarget];
  }

  get [Symbol.toStringTag](): string {
    return this.constructor.name;
  }

  static stopped(event: Event): boolean {
    return event.#stopped;
  }
}
const { stopped } = Event;
delete (Event as Partial<typeof Event>).stopped;

export class CustomEvent extends Event {
  readonly detail: unknown;

  constructor(type: unknown, init: { detail?: unknown; bubbles?: boolean; cancelable?: boolean } = {}) {
    super(type, init);
    this.detail = init.detail ?? null;
  }
}

/** https://xhr.spec.whatwg.org/#interface-progressevent */
export class ProgressEvent extends Event {
  readonly lengthComputable: boolean;
  readonly loaded: number;
  readonly total: number;

  constructor(type: unknown, init: { lengthComputable?: boolean; loaded?: number; total?: number } = {}) {
    super(type);
    this.lengthComputable = Boolean(init.lengthComputable);
    this.loaded = init.loaded ?? 0;
    this.total = init.total ?? 0;
  }
}

export class EventTarget {
  #registrations = new Map<string, Registration[]>();
  #handlers = new Map<string, (event: Event) => unknown>();

  addEventListener(type: unknown, listener: Listener | null, given: boolean | ListenerOptions = {}): void {
    if (listener === null || listener === undefined) return;
    const options = typeof given === 'object' ? given : { capture: Boolean(given) };
    const capture = Boolean(options.capture);
    if (options.signal?.aborted) return;
    const known = this.#registrations.get(String(type)) ?? [];
    if (known.some((one) => one.listener === listener && one.capture === capture)) return;
    this.#registrations.set(String(type), [...known, { listener, capture, once: Boolean(options.once) }]);
    options.signal?.addEventListener('abort', () => this.removeEventListener(type, listener, capture));
  }

  removeEventListener(type: unknown, listener: Listener | null, given: boolean | ListenerOptions = {}): void {
    const capture = Boolean(typeof given === 'object' ? given.capture : given);
    const left = (this.#registrations.get(String(type)) ?? []).filter(
      (one) => one.listener !== listener || one.capture !== capture,
    );
    this.#registrations.set(String(type), left);
  }

  dispatchEvent(event: Event): boolean {
    event.target = this;
    event.currentTarget = this;
    event.eventPhase = 2;
    for (const { listener, capture, once } of this.#registrations.get(event.type) ?? []) {
      if (stopped(event)) break;
      if (!this.#registrations.get(event.type)?.some((one) => one.listener === listener)) continue;
      if (once) this.removeEventListener(event.type, listener, capture);
      try {
        if (typeof listener === 'function') listener.call(this, event);
        else listener.handleEvent(event);
      } catch (error) {
        report(error);
      }
    }
    event.currentTarget = null;
    event.eventPhase = 0;
    return !event.defaultPrevented;
  }

  /** Whether anybody listens at all. */
  static isListenedTo(target: EventTarget): boolean {
    return [...target.#registrations.values()].some((list) => list.length > 0);
  }

  static handlerOf(target: EventTarget, type: string): ((event: Event) => unknown) | null {
    return target.#handlers.get(type) ?? null;
  }

  /** An event handler keeps its place among the listeners when it is exchanged for another. */
  static setHandler(target: EventTarget, type: string, handler: unknown): void {
    const had = target.#handlers.has(type);
    if (typeof handler !== 'function') {
      target.#handlers.delete(type);
      if (had) target.removeEventListener(type, handlerListener(target, type));
      return;
    }
    target.#handlers.set(type, handler as (event: Event) => unknown);
    if (!had) target.addEventListener(type, handlerListener(target, type));
  }
}

const { isListenedTo, handlerOf, setHandler } = EventTarget;
for (const name of ['isListenedTo', 'handlerOf', 'setHandler']) {
  delete (EventTarget as unknown as Record<string, unknown>)[name];
}
export { isListenedTo };

const handlerListeners = new WeakMap<EventTarget, Map<string, (event: Event) => unknown>>();

function handlerListener(target: EventTarget, type: string): (event: Event) => unknown {
  const ofTarget = handlerListeners.get(target) ?? new Map<string, (event: Event) => unknown>();
  handlerListeners.set(target, ofTarget);
  const listener = ofTarget.get(type) ?? ((event) => handlerOf(target, type)?.call(target, event));
  ofTarget.set(type, listener);
  return listener;
}

/** Gives a class the event handler attributes `onload`, `onerror`, … */
export function defineHandlers(prototype: EventTarget, types: readonly string[]): void {
  for (const type of types) {
    Object.defineProperty(prototype, `on${type}`, {
      configurable: true,
      enumerable: true,
      get(this: EventTarget) {
        return handlerOf(this, type);
      },
      set(this: EventTarget, handler: unknown) {
        setHandler(this, type, handler);
      },
    });
  }
}
