/** https://w3c.github.io/beacon/#sendbeacon-method */

import { isNoCorsSafelistedRequestHeader } from '@/engine/infrastructure/headers';
import { isLoopback } from '@/engine/infrastructure/trustworthy';
import { extractBody } from '@/realm/web';
import { page } from '../page-settings';
import { resolveUrl, toRecord } from './ask';
import type { Surroundings } from './surroundings';

/** Bytes that may be under way at once. */
const QUOTA = 65_536;

export function createSendBeacon({ browser, requests }: Surroundings): (url?: unknown, data?: unknown) => boolean {
  let underWay = 0;
  return (...given) => {
    if (given.length === 0) {
      throw new TypeError("Failed to execute 'sendBeacon' on 'Navigator': 1 argument required, but only 0 present.");
    }
    const [input, data] = given;
    const url = resolveUrl(String(input));
    if (url === null || !/^https?:/.test(url)) {
      throw new TypeError("Failed to execute 'sendBeacon' on 'Navigator': Beacons are only supported over HTTP(S).");
    }
    const body = data === undefined || data === null ? null : extractBody(data);
    const size = body?.bytes.length ?? 0;
    if (underWay + size > QUOTA) return false;
    underWay += size;
    const type = body?.type ?? null;
    const ended = (): void => {
      underWay -= size;
    };
    requests.start(
      toRecord({
        initiator: 'beacon',
        method: 'POST',
        url,
        keepalive: true,
        mode: type === null || isNoCorsSafelistedRequestHeader('content-type', type) ? 'no-cors' : 'cors',
        headers: type === null ? [] : [['Content-Type', type]],
        body: body?.bytes ?? null,
        typeOfBody: true,
      }),
      { response: ended, failure: ended },
    );
    return !isMixedContent(new (page().URL)(url));
  };

  /** The request has failed by then. */
  function isMixedContent({ protocol, hostname }: { protocol: string; hostname: string }): boolean {
    const isLocal = browser !== 'webkit' && isLoopback(hostname);
    return protocol === 'http:' && page().url.startsWith('https:') && !isLocal;
  }
}
