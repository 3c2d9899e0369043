/**
 * The script of `__net__/wire.html`: a hidden frame of the page's own origin. The service worker controls this frame alone,
 * so that the page's scope stays free for another one. It runs MSW and sends the requests; the page has the answers.
 */

import { setupWorker } from 'msw/browser';
import { wireHandlers } from './handlers';
import type { AnswerEnvelope } from './runs';
import { type WireMessage, replyOf } from './wire-message';

export interface WireFrame {
  /** Rejects where no service worker is to be had. */
  start(answer: AnswerEnvelope): Promise<void>;
  /** Sends, and resolves with the reply's envelope; null where the service worker did not answer. */
  carry(message: WireMessage): Promise<string | null>;
  /** A service worker that the browser has restarted has forgotten this frame: tells it again. */
  reactivate(): Promise<void>;
}

/** What the page finds on the frame's window. */
export interface WireWindow extends Window {
  wire?: WireFrame;
}

const REACTIVATION_LIMIT = 300;

(window as WireWindow).wire = {
  async start(answer) {
    if (!('serviceWorker' in navigator)) throw new Error('No service worker is to be had here');
    const worker = setupWorker(...wireHandlers(answer));
    await worker.start({
      quiet: true,
      onUnhandledRequest: 'bypass',
      serviceWorker: { url: new URL('mockServiceWorker.js', document.baseURI).href },
    });
    if (!navigator.serviceWorker.controller) throw new Error('The service worker does not control the frame');
  },

  async carry({ url, init }) {
    return replyOf(await fetch(url, { ...init, cache: 'no-store', credentials: 'omit', redirect: 'error' }));
  },

  reactivate() {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(limit);
        navigator.serviceWorker.removeEventListener('message', hear);
        resolve();
      };
      const hear = (event: MessageEvent<{ type?: unknown } | null>): void => {
        if (event.data?.type === 'MOCKING_ENABLED') done();
      };
      const limit = setTimeout(done, REACTIVATION_LIMIT);
      navigator.serviceWorker.addEventListener('message', hear);
      navigator.serviceWorker.controller?.postMessage('MOCK_ACTIVATE');
    });
  },
};
