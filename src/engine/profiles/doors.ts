/**
 * Where browsers differ at the other doors than fetch(): elements, forms, WebSocket. Observed in Chromium 156, Firefox 153 and
 * WebKitGTK 2.50.
 */

import type { BrowserName, RequestRecord } from '../contract';

export interface DoorSwitches {
  /** Elements with `crossorigin` send Origin to their own origin, too. */
  ownOriginFromElements: boolean;
  /** A form that is posted asks for a fresh answer. */
  formPostRevalidates: boolean;
  /** A beacon asks for a fresh answer. */
  beaconRevalidates: boolean;
  /** A WebSocket's handshake has Sec-Fetch-*. */
  metadataOfWebSocket: boolean;
  /** `nosniff` is looked at before opaque-response blocking. */
  nosniffFirst: boolean;
  /** How opaque-response blocking judges what has no type that settles it. */
  blocking: 'looks-like-data' | 'is-no-script';
  /** Accept, where it is not that of fetch(). */
  accept: Partial<Record<RequestRecord['destination'], string>>;
  /** Milliseconds that a cookie without SameSite goes along with a cross-site POST navigation. */
  laxAllowsUnsafe: number;
}

const STANDARD: DoorSwitches = {
  ownOriginFromElements: false,
  formPostRevalidates: false,
  beaconRevalidates: false,
  metadataOfWebSocket: true,
  nosniffFirst: false,
  blocking: 'looks-like-data',
  accept: {
    document: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    image: 'image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5',
    style: 'text/css,*/*;q=0.1',
  },
  laxAllowsUnsafe: 0,
};

export const DOORS: Record<BrowserName, DoorSwitches> = {
  standard: STANDARD,
  chromium: {
    ...STANDARD,
    ownOriginFromElements: true,
    formPostRevalidates: true,
    metadataOfWebSocket: false,
    accept: {
      document:
        'text/html,application/xhtml+xml,application/xml;q=0.9,image/jxl,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7',
      image: 'image/jxl,image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',
      style: 'text/css,*/*;q=0.1',
    },
    laxAllowsUnsafe: 120_000,
  },
  firefox: {
    ...STANDARD,
    nosniffFirst: true,
    blocking: 'is-no-script',
    accept: {
      ...STANDARD.accept,
      image: 'image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5',
      font: 'application/font-woff2;q=1.0,application/font-woff;q=0.9,*/*;q=0.8',
    },
  },
  webkit: { ...STANDARD, ownOriginFromElements: true, beaconRevalidates: true },
};
