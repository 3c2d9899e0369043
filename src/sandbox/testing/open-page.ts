/** For tests: a page's code in a real realm, and a network that answers what the test says. */

import { afterAll } from 'vitest';
import type { FilteredResponse, RequestRecord } from '@/engine';
import type { Delivery, Effect, FrontendProgram, RealmFailure } from '@/realm';
import { encodeUtf8 } from '@/realm/web';
import { createNodeRealmHost } from '../node';
import loadFrontend from '../frontend/realm-entry?runtime';
import loadFrontendWithDoors from '../frontend/realm-entry-with-doors?runtime';

const host = createNodeRealmHost({
  frontend: loadFrontend,
  'frontend-with-doors': loadFrontendWithDoors,
  express: () => Promise.reject(new Error('No server in this test')),
});
afterAll(() => host.close());

export type Answer = Partial<Omit<FilteredResponse, 'body'>> & { body?: string | null; after?: number };

export interface PageRun {
  effects: Effect[];
  requests: RequestRecord[];
  /** What the code printed. */
  lines: string[];
  /** What the browser printed. */
  browserLines: string[];
  failure?: RealmFailure;
}

/**
 * @param answer what comes back for a request; null: the request fails as Chromium says it; undefined: it never comes back
 */
export async function runPage(
  code: string,
  answer: (request: RequestRecord) => Answer | null | undefined = () => ({}),
  program: Partial<FrontendProgram> = {},
): Promise<PageRun> {
  const realm = await host.open({
    kind: 'frontend',
    code,
    page: 'https://app.example.com/dir/',
    origin: 'https://app.example.com',
    browser: 'chromium',
    unrestricted: false,
    ...program,
  });
  const effects: Effect[] = [];
  const agenda: { at: number; delivery: Delivery }[] = [{ at: 0, delivery: { type: 'start' } }];
  let failure: RealmFailure | undefined;
  for (let next = agenda.shift(); next && !failure; next = agenda.shift()) {
    const now = next.at;
    const turn = await realm.turn({ now, deliver: [next.delivery], documentCookie: 'theme=dark' });
    effects.push(...turn.effects);
    if (!turn.ok) failure = turn.failure;
    for (const effect of turn.effects) {
      if (effect.type === 'timer') agenda.push({ at: now + effect.delay, delivery: { type: 'timer', id: effect.id } });
      if (effect.type === 'clear-timer' || effect.type === 'abort') drop(agenda, effect.id);
      if (effect.type === 'fetch') {
        const given = answer(effect.request);
        if (given !== undefined) {
          agenda.push({ at: now + (given?.after ?? 80), delivery: toDelivery(effect.id, effect.request, given) });
        }
      }
    }
    agenda.sort((a, b) => a.at - b.at);
  }
  realm.close();
  return {
    effects,
    requests: effects.flatMap((effect) => (effect.type === 'fetch' ? [effect.request] : [])),
    lines: effects.flatMap((effect) => (effect.type === 'console' ? [effect.text] : [])),
    browserLines: effects.flatMap((effect) => (effect.type === 'browser-console' ? [effect.text] : [])),
    ...(failure ? { failure } : {}),
  };
}

function drop(agenda: { delivery: Delivery }[], id: number): void {
  const index = agenda.findIndex(({ delivery }) => 'id' in delivery && delivery.id === id);
  if (index >= 0) agenda.splice(index, 1);
}

function toDelivery(id: number, request: RequestRecord, answer: Answer | null): Delivery {
  if (!answer) return { type: 'failure', id, error: { name: 'TypeError', message: 'Failed to fetch' } };
  const { body = '' } = answer;
  const response: FilteredResponse = {
    type: 'cors',
    status: 200,
    statusText: 'OK',
    url: request.url,
    redirected: false,
    headers: [['content-type', 'text/plain']],
    ...answer,
    body: body === null ? null : encodeUtf8(body),
  };
  if (request.destination === '') return { type: 'response', id, response };
  const { status, statusText, headers } = response;
  const internal = { status, statusText, headers, body: response.body ?? new Uint8Array() };
  return { type: 'response', id, response, internal };
}
