/** The little of `document` that code around requests uses; everything else says by name that it is not there. */

import type { RealmContext } from '@/realm/runtime';
import { Event } from '@/realm/web';
import { applyCookie } from './document-cookie';
import { notOffered } from './not-offered';

type Listener = ((event: Event) => void) | { handleEvent(event: Event): void };

/** These have their moment right after the script has run; who listens later hears nothing. */
const LOADED = ['DOMContentLoaded', 'load'] as const;

function call(listener: Listener, event: Event): void {
  if (typeof listener === 'function') listener(event);
  else listener.handleEvent(event);
}

/** `loaded`: the script has run; `turnEnded`: the simulated browser decides about the cookies that code set. */
export function createDocument(realm: RealmContext, location: object, url: string) {
  const waiting: { type: string; listener: Listener }[] = [];
  let readyState: 'loading' | 'interactive' | 'complete' = 'loading';
  /** A listener that throws keeps nothing from the others. */
  const tell = (type: (typeof LOADED)[number]): void => {
    for (const { listener } of waiting.filter((one) => one.type === type)) {
      realm.immediate(() => call(listener, new Event(type)));
    }
  };
  const loaded = (): void => {
    readyState = 'interactive';
    tell('DOMContentLoaded');
    realm.immediate(() => {
      readyState = 'complete';
      tell('load');
    });
  };
  const isOver = (type: string): boolean => readyState === 'complete' || (readyState !== 'loading' && type !== 'load');
  const addEventListener = (given: unknown, listener: Listener): void => {
    const type = String(given);
    if (LOADED.some((one) => one === type) && !isOver(type)) waiting.push({ type, listener });
  };
  const removeEventListener = (type: unknown, listener: Listener): void => {
    const at = waiting.findIndex((one) => one.type === type && one.listener === listener);
    if (at >= 0) waiting.splice(at, 1);
  };

  /** What code of this turn reads; null: what the simulation said. */
  let cookie: string | null = null;
  const current = (): string => {
    cookie ??= realm.documentCookie() ?? '';
    return cookie;
  };
  const offered = {
    URL: url,
    documentURI: url,
    baseURI: url,
    location,
    get readyState() {
      return readyState;
    },
    visibilityState: 'visible',
    referrer: '',
    title: '',
    characterSet: 'UTF-8',
    get cookie() {
      return current();
    },
    set cookie(value: string) {
      cookie = applyCookie(current(), String(value), Date.now());
      realm.emit({ type: 'document-cookie', cookie: String(value) });
    },
    addEventListener,
    removeEventListener,
  };
  const document = new Proxy(offered, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name) as unknown;
      return notOffered(`document.${name}`);
    },
  });
  let onload: Listener | null = null;
  const handlers: PropertyDescriptorMap = {
    onload: {
      configurable: true,
      get: () => onload,
      set(value: unknown) {
        if (onload) removeEventListener('load', onload);
        onload = typeof value === 'function' ? (value as Listener) : null;
        if (onload) addEventListener('load', onload);
      },
    },
  };
  const turnEnded = (): void => {
    cookie = null;
  };
  return { document, addEventListener, removeEventListener, handlers, loaded, turnEnded };
}
