/** What a page's script finds in the global scope, apart from the ways to ask. */

import { isPotentiallyTrustworthy } from '@/engine/infrastructure/trustworthy';
import type { FrontendProgram } from '@/realm';
import type { RealmContext } from '@/realm/runtime';
import * as web from '@/realm/web';
import { createCrypto } from './crypto';
import { createDocument } from './document';
import { createLocation } from './location';
import { notOffered, notOfferedClass } from './not-offered';
import { Request } from './request';
import { createStorage } from './storage';
import { userAgent } from './user-agent';
import { ErrorEvent, PromiseRejectionEvent, WINDOW_ERRORS, type WindowErrors } from './window-errors';
import { XMLHttpRequestUpload } from './xhr-events';

const LATER_CLASSES = [
  'WebSocket EventSource Image Worker SharedWorker WebTransport BroadcastChannel MessageChannel Notification FileReader',
  'WritableStream TransformStream TextDecoderStream CompressionStream DecompressionStream DOMParser MutationObserver',
].flatMap((names) => names.split(' '));
const LATER_FUNCTIONS = [
  'importScripts requestAnimationFrame requestIdleCallback confirm prompt open postMessage getComputedStyle matchMedia',
].flatMap((names) => names.split(' '));
const LATER_OBJECTS = ['indexedDB', 'caches', 'history', 'customElements'];

export function createGlobals(
  program: FrontendProgram,
  realm: RealmContext,
  URL: web.UrlClass,
  { window, uncaught, handlers }: WindowErrors,
): { globals: Record<string, unknown>; page: ReturnType<typeof createDocument> } {
  const location = createLocation(new URL(program.page), program.origin);
  const scope = globalThis as unknown as Record<string, unknown>;
  const page = createDocument(realm, location, program.page);
  const { document, addEventListener, removeEventListener } = page;
  const isAboutErrors = (type: unknown): boolean => WINDOW_ERRORS.includes(String(type));
  const globals: Record<string, unknown> = {
    window: scope,
    self: scope,
    frames: scope,
    parent: scope,
    top: scope,
    location,
    document,
    origin: program.origin,
    isSecureContext: isSecure(new URL(program.page)),
    navigator: createNavigator(program),
    addEventListener: (...given: Parameters<web.EventTarget['addEventListener']>) =>
      isAboutErrors(given[0]) ? window.addEventListener(...given) : addEventListener(given[0], given[1] as never),
    removeEventListener: (...given: Parameters<web.EventTarget['removeEventListener']>) =>
      isAboutErrors(given[0]) ? window.removeEventListener(...given) : removeEventListener(given[0], given[1] as never),
    localStorage: createStorage(),
    sessionStorage: createStorage(),
    crypto: createCrypto(),
    alert: (message: unknown = '') => realm.emit({ type: 'console', level: 'info', text: `alert: ${String(message)}` }),
    queueMicrotask: (callback: () => void) => {
      if (typeof callback !== 'function') throw new TypeError('The callback provided is not a function.');
      void Promise.resolve().then(() => {
        try {
          callback();
        } catch (error) {
          uncaught(error, false);
        }
      });
    },
    reportError: (error: unknown) => uncaught(error, false),
    structuredClone: (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown,
    URL,
    Request,
    XMLHttpRequestUpload,
    XMLHttpRequestEventTarget: web.EventTarget,
  };
  Object.assign(globals, OFFERED);
  Object.defineProperties(globals, { ...handlers, ...page.handlers });
  for (const name of LATER_CLASSES) globals[name] = notOfferedClass(name);
  for (const name of LATER_FUNCTIONS) globals[name] = () => notOffered(name);
  for (const name of LATER_OBJECTS)
    globals[name] = new Proxy({}, { get: (_, member) => notOffered(`${name}.${String(member)}`) });
  return { globals, page };
}

/** Files and the pages of apps count as secure too. */
function isSecure({ protocol, hostname }: InstanceType<web.UrlClass>): boolean {
  const scheme = protocol.slice(0, -1);
  return isPotentiallyTrustworthy({ scheme, hostname }) || /^(file|capacitor|ionic|app)$/.test(scheme);
}

const OFFERED = {
  ErrorEvent,
  PromiseRejectionEvent,
  AbortController: web.AbortController,
  AbortSignal: web.AbortSignal,
  Blob: web.Blob,
  CustomEvent: web.CustomEvent,
  DOMException: web.DOMException,
  Event: web.Event,
  EventTarget: web.EventTarget,
  File: web.File,
  FormData: web.FormData,
  Headers: web.Headers,
  ProgressEvent: web.ProgressEvent,
  ReadableStream: web.ReadableStream,
  ReadableStreamDefaultReader: web.ReadableStreamDefaultReader,
  Response: web.Response,
  TextDecoder: web.TextDecoder,
  TextEncoder: web.TextEncoder,
  URLSearchParams: web.URLSearchParams,
  atob: web.atob,
  btoa: web.btoa,
};

function createNavigator({ browser }: FrontendProgram): object {
  return {
    userAgent: userAgent(browser),
    language: 'en-US',
    languages: ['en-US', 'en'],
    onLine: true,
    cookieEnabled: true,
    platform: 'Linux x86_64',
    sendBeacon: () => notOffered('navigator.sendBeacon'),
    get serviceWorker(): never {
      return notOffered('navigator.serviceWorker');
    },
  };
}
