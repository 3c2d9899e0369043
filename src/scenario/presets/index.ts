import { bankAndEvil } from './bank-and-evil';
import { beacon } from './beacon';
import { classic } from './classic';
import { corsExtension } from './cors-extension';
import { curl } from './curl';
import { djangoCorsHeaders } from './django-cors-headers';
import { eventSource } from './event-source';
import { expressCors } from './express-cors';
import { flaskCors } from './flask-cors';
import { formPost } from './form-post';
import { headerNotAllowed } from './header-not-allowed';
import { jsonp } from './jsonp';
import { methodNotAllowed } from './method-not-allowed';
import { microservices } from './microservices';
import { nativeApp } from './native-app';
import { nginxMap } from './nginx-map';
import { nginxTwice } from './nginx-twice';
import { nginxWithoutAlways } from './nginx-without-always';
import { noCorsHeaders } from './no-cors-headers';
import { noPreflight } from './no-preflight';
import { poisonedCache } from './poisoned-cache';
import { preflightNeedsLogin } from './preflight-needs-login';
import { preflightUnhandled } from './preflight-unhandled';
import { preflightedPut } from './preflighted-put';
import type { Preset } from './preset';
import { pythonTraps } from './python-traps';
import { reverseProxy } from './reverse-proxy';
import { sameOrigin } from './same-origin';
import { taintedCanvas } from './tainted-canvas';
import { webSocket } from './web-socket';
import { webview } from './webview';
import { wildcardWithCredentials } from './wildcard-with-credentials';
import { wrongOrigin } from './wrong-origin';

export type { Preset } from './preset';

/** In the order of the menu, group by group. */
export const presets: readonly Preset[] = [
  classic,
  noCorsHeaders,
  wrongOrigin,
  preflightUnhandled,
  preflightNeedsLogin,
  methodNotAllowed,
  headerNotAllowed,
  wildcardWithCredentials,
  noPreflight,
  preflightedPut,
  sameOrigin,
  expressCors,
  flaskCors,
  djangoCorsHeaders,
  ...pythonTraps,
  microservices,
  bankAndEvil,
  reverseProxy,
  nginxTwice,
  nginxWithoutAlways,
  nginxMap,
  poisonedCache,
  nativeApp,
  webview,
  curl,
  corsExtension,
  jsonp,
  formPost,
  taintedCanvas,
  beacon,
  eventSource,
  webSocket,
];

/** What the workbench shows first. */
export const defaultPreset = classic;
