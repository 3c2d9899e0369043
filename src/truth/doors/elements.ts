/** Code for elements that load something, and answers to give them. */

import type { HeaderPair } from '../recording';
import { COOKIES, OTHER, OWN, PAGE, type Door, type DoorAnswer } from './door';

/** `anonymous` is what `crossorigin` without a value is. */
export type CrossOrigin = 'anonymous' | 'use-credentials';

export const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"></svg>';

export const ANY: HeaderPair = ['Access-Control-Allow-Origin', '*'];
export const PAGES_ORIGIN: HeaderPair = ['Access-Control-Allow-Origin', OWN];
export const WITH_CREDENTIALS: HeaderPair[] = [PAGES_ORIGIN, ['Access-Control-Allow-Credentials', 'true']];
export const NOSNIFF: HeaderPair = ['X-Content-Type-Options', 'nosniff'];

export function type(value: string): HeaderPair {
  return ['Content-Type', value];
}

export function corp(value: string): HeaderPair {
  return ['Cross-Origin-Resource-Policy', value];
}

/** Sets `properties`, appends the element to the head and waits for its event. */
export function element(tag: string, properties: Record<string, string>, after = ''): string {
  return [
    `const element = document.createElement('${tag}');`,
    ...Object.entries(properties).map(([name, value]) => `element.${name} = ${JSON.stringify(value)};`),
    `await new Promise((done) => {`,
    `  element.onload = () => { report('load'); done(); };`,
    `  element.onerror = () => { report('error'); done(); };`,
    `  document.head.append(element);`,
    `});`,
    after,
  ]
    .join('\n')
    .trim();
}

export function door(id: string, code: string, answers: Record<string, DoorAnswer>): Door {
  return { id, page: PAGE, cookies: COOKIES, code, answers };
}

/** Same origin, and across origins with and without `crossorigin` and what the server may say to it. */
export function crossOriginDoors(
  name: string,
  path: string,
  answer: DoorAnswer,
  code: (url: string, crossOrigin?: CrossOrigin) => string,
): Door[] {
  const one = (id: string, origin: string, crossOrigin: CrossOrigin | undefined, headers: HeaderPair[]): Door =>
    door(`${name}-${id}`, code(origin + path, crossOrigin), {
      [origin + path]: { ...answer, headers: [...(answer.headers ?? []), ...headers] },
    });
  return [
    one('same-origin', OWN, undefined, []),
    one('same-origin-anonymous', OWN, 'anonymous', []),
    one('cross-origin', OTHER, undefined, []),
    one('anonymous-refused', OTHER, 'anonymous', []),
    one('anonymous-any', OTHER, 'anonymous', [ANY]),
    one('anonymous-origin', OTHER, 'anonymous', [PAGES_ORIGIN]),
    one('credentials-any', OTHER, 'use-credentials', [ANY]),
    one('credentials-missing', OTHER, 'use-credentials', [PAGES_ORIGIN]),
    one('credentials-allowed', OTHER, 'use-credentials', WITH_CREDENTIALS),
  ];
}
