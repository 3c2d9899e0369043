import type { Wire } from './contract';
import { createInProcessWire } from './in-process';
import { createServiceWorkerWire } from './service-worker';
import { within } from './time-limits';
import type { WireFrame, WireWindow } from './wire-frame';
import { FOLDER } from './wire-message';

/** Real milliseconds until the service worker has to be in place. */
const START_LIMIT = 4_000;

/**
 * The page's wire: MSW's service worker, or in process where none is to be had (no secure context, a private window,
 * service workers switched off, a host that does not let itself be framed). Always resolves, and within a few seconds.
 *
 * @param base the address that `__net__/wire.html` is below; absent: the page's own
 */
export async function openWire(base: string = document.baseURI): Promise<Wire> {
  if (!globalThis.isSecureContext || !('serviceWorker' in navigator)) return createInProcessWire();
  const element = document.createElement('iframe');
  const opened = loadFrame(element, new URL(`${FOLDER}wire.html`, base).href).then((frame) =>
    createServiceWorkerWire(frame, base),
  );
  const wire = await within(START_LIMIT, opened);
  if (wire) return wire;
  element.remove();
  return createInProcessWire();
}

function loadFrame(element: HTMLIFrameElement, url: string): Promise<WireFrame> {
  return new Promise((resolve, reject) => {
    element.hidden = true;
    element.title = 'Wire';
    element.setAttribute('aria-hidden', 'true');
    element.addEventListener('load', () => {
      try {
        // Reading it throws where something else than our own page has come.
        const { wire } = element.contentWindow as WireWindow;
        if (wire) resolve(wire);
        else reject(new Error(`${url} is not the wire`));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    element.src = url;
    document.body.append(element);
  });
}
