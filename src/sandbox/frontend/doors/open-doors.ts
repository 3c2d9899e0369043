/** The other ways to ask than fetch() and XMLHttpRequest, put in place. */

import { DYNAMIC_IMPORT } from '../../core/open-scope';
import type { OpenMore } from '../open-frontend';
import { createSendBeacon } from './beacon';
import { createDocumentTree } from './document-tree';
import { createEventSource } from './event-source';
import { createFontFace } from './font-face';
import { createLoaded } from './loaded';
import { createModules } from './modules';
import type { Surroundings } from './surroundings';
import { CloseEvent, createWebSocket, MessageEvent } from './web-socket';

export const openDoors: OpenMore = (given) => {
  const loaded = createLoaded(given.realm, given.browser, given.failed);
  const surroundings: Surroundings = { ...given, loaded };
  const modules = createModules(surroundings);
  const tree = createDocumentTree(surroundings, modules);
  const { FontFace, fonts } = createFontFace(surroundings);
  return {
    document: { ...tree.document, fonts },
    navigator: { sendBeacon: createSendBeacon(surroundings) },
    globals: {
      ...tree.globals,
      FontFace,
      MessageEvent,
      CloseEvent,
      EventSource: createEventSource(surroundings),
      WebSocket: createWebSocket(surroundings),
      [DYNAMIC_IMPORT]: modules.dynamicImport,
    },
  };
};
