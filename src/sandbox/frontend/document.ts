/** The little of `document` that code around requests uses; everything else says by name that it is not there. */

import type { RealmContext } from '@/realm/runtime';
import { Event } from '@/realm/web';
import { applyCookie } from './document-cookie';
import { notOffered } from './not-offered';

type Listener = ((event: Event) => void) | { handleEvent(event: Event): void };

/** These have their moment right after the script has run. */
const LOADED = ['DOMContentLoaded', 'load'];

export function createDocument(realm: RealmContext, location: object, url: string) {
  const removed = new WeakSet<Listener>();
  const addEventListener = (type: unknown, listener: Listener): void => {
    if (!LOADED.includes(String(type))) return;
    realm.immediate(() => {
      if (removed.has(listener)) return;
      const event = new Event(type);
      if (typeof listener === 'function') listener(event);
      else listener.handleEvent(event);
    });
  };
  const removeEventListener = (_type: unknown, listener: Listener): void => void removed.add(listener);

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
  return { document, addEventListener, removeEventListener };
}
