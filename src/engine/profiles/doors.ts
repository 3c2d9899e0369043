/** Where browsers differ at the other doors than fetch(): elements, forms, WebSocket. Observed in Chromium 156, Firefox 153. */

import type { BrowserName } from '../contract';

export interface DoorSwitches {
  /** Elements with `crossorigin` send Origin to their own origin, too. */
  ownOriginFromElements: boolean;
  /** A form that is posted asks for a fresh answer. */
  formPostRevalidates: boolean;
  /** A WebSocket's handshake has Sec-Fetch-*. */
  metadataOfWebSocket: boolean;
  /** `nosniff` is looked at before opaque-response blocking. */
  nosniffFirst: boolean;
  /** How opaque-response blocking judges what has no type that settles it. */
  blocking: 'looks-like-data' | 'is-no-script';
  /** Milliseconds that a cookie without SameSite goes along with a cross-site POST navigation. */
  laxAllowsUnsafe: number;
}

const STANDARD: DoorSwitches = {
  ownOriginFromElements: false,
  formPostRevalidates: false,
  metadataOfWebSocket: true,
  nosniffFirst: false,
  blocking: 'looks-like-data',
  laxAllowsUnsafe: 0,
};

export const DOORS: Record<BrowserName, DoorSwitches> = {
  standard: STANDARD,
  chromium: {
    ...STANDARD,
    ownOriginFromElements: true,
    formPostRevalidates: true,
    metadataOfWebSocket: false,
    laxAllowsUnsafe: 120_000,
  },
  firefox: { ...STANDARD, nosniffFirst: true, blocking: 'is-no-script' },
  webkit: STANDARD,
};
