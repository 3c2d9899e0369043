/** A scenario about another way to ask than fetch(): code that runs as it is in real browsers and in the simulator. */

import type { Answer, HeaderPair, Recording } from '../recording';

export interface Door {
  id: string;
  page: string;
  /** Origin → Set-Cookie values, stored first-party before the run. */
  cookies?: Record<string, string[]>;
  /** Body of an async function. `report(...words)` notes what happened; what it notes is compared. */
  code: string;
  /** URL without query → what is answered there. */
  answers: Record<string, DoorAnswer>;
}

export interface DoorAnswer {
  status?: number;
  headers?: HeaderPair[];
  body?: string;
  /** To a preflight; left out: 404. */
  preflight?: { status?: number; headers: HeaderPair[] };
  /** The connection is closed without an answer. */
  abort?: boolean;
}

export const PAGE = 'https://app.example.com/shop/index.html';
export const OWN = 'https://app.example.com';
/** Same site, another origin. */
export const SIBLING = 'https://api.example.com';
export const OTHER = 'https://cdn.example.net';
export const THIRD = 'https://files.example.org';

/** One cookie of each kind. */
export const COOKIES = {
  [OWN]: ['own=1; SameSite=Lax; Secure'],
  [OTHER]: ['none=1; SameSite=None; Secure', 'lax=1; SameSite=Lax; Secure', 'strict=1; SameSite=Strict; Secure'],
};

/** The shape that recorders and lanes know. */
export function toRecording(door: Door): Recording {
  const server: Recording['server'] = {};
  for (const [address, answer] of Object.entries(door.answers)) {
    const { origin, pathname } = new URL(address);
    const added = (server[origin] ??= { preflight: NOT_FOUND, response: NOT_FOUND, routes: [] });
    const { status = 200, headers = [], body, abort, preflight } = answer;
    added.routes?.push({
      path: pathname,
      response: { status, headers, ...(body === undefined ? {} : { body }), ...(abort ? { abort } : {}) },
      ...(preflight ? { preflight: { status: 204, ...preflight } } : {}),
    });
  }
  const { id, page, cookies, code } = door;
  return {
    id,
    tags: ['door'],
    page,
    ...(cookies ? { cookies } : {}),
    steps: [{ request: { url: page, code } }],
    server,
  };
}

const NOT_FOUND: Answer = { status: 404, headers: [] };
