/** The little of `document` that code around requests uses; everything else says by name that it is not there. */

import type { RealmContext } from '@/realm/runtime';
import { Event } from '@/realm/web';
import { applyCookie } from './document-cookie';
import { notOffered } from './not-offered';

type Listener = ((event: Event) => void) | { handleEvent(event: Event): void };

/** These have their moment right after the script has run. */
const LOADED = ['DOMContentLoaded', 'load'];

function call(listener: Listener, event: Event): void {
  if (typeof listener === 'function') listener(event);
  else listener.handleEvent(event);
}

export function createDocument(realm: RealmContext, location: object, url: string) {
  const waiting: { type: string; listener: Listener }[] = [];
  /** One that throws keeps nothing from the others. */
  const tell = (): void => {
    const now = waiting.splice(0);
    for (const moment of LOADED) {
      for (const { type, listener } of now) {
        if (type !== moment) continue;
        realm.immediate(() => call(listener, new Event(type)));
      }
    }
  };
  const addEventListener = (type: unknown, listener: Listener): void => {
    if (!LOADED.includes(String(type))) return;
    if (waiting.length === 0) realm.immediate(tell);
    waiting.push({ type: String(type), listener });
  };
  const removeEventListener = (type: unknown, listener: Listener): void => {
    const at = waiting.findIndex((one) => one.type === type && one.listener === listener);
    if (at >= 0) waiting.splice(at, 1);
  };

  let seen: string | undefined;
  let cookie = '';
  const current = (): string => {
    const given = realm.documentCookie();
    if (given !== seen) cookie = given ?? '';
    seen = given;
    return cookie;
  };
  const offered = {
    URL: url,
    documentURI: url,
    baseURI: url,
    location,
    readyState: 'loading',
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
  return { document, addEventListener, removeEventListener, handlers };
}
