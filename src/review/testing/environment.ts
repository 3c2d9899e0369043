import { createInProcessWire } from '@/network';
import loadFrontend from '@/sandbox/frontend/realm-entry?runtime';
import loadFrontendWithDoors from '@/sandbox/frontend/realm-entry-with-doors?runtime';
import { createNodeRealmHost } from '@/sandbox/node';
import type { Scenario, Server } from '@/scenario/document';
import loadExpress from '@/servers/express/realm-entry?runtime';
import loadNginx from '@/servers/nginx/realm-entry?runtime';
import { simulate } from '@/simulation';
import type { Review, Simulate } from '../contract';
import { review } from '../review';

/** A place to run scenarios in, for tests. Close it when done. */
export function createTestSimulator(): { simulate: Simulate; close: () => Promise<void> } {
  const realms = createNodeRealmHost({
    frontend: loadFrontend,
    'frontend-with-doors': loadFrontendWithDoors,
    express: loadExpress,
    nginx: loadNginx,
  });
  const environment = { realms, wire: createInProcessWire() };
  return { simulate: (scenario) => simulate(scenario, environment), close: () => realms.close() };
}

export const API = 'https://api.example.com';
export const PAGE = 'https://app.example.com';

/** A page at `https://app.example.com/` that asks for `/me` with its cookies, in front of one server. */
export function scenarioWith(server: Server, part: Partial<Scenario> = {}): Scenario {
  return {
    version: 1,
    page: `${PAGE}/`,
    frontend: `const response = await fetch('${API}/me', { credentials: 'include' });\nconsole.log(await response.text());\n`,
    cookies: [{ url: `${API}/`, setCookie: 'session=ada; Secure; HttpOnly; SameSite=None' }],
    servers: [server],
    ...part,
  };
}

export async function reviewOf(scenario: Scenario, run: Simulate): Promise<Review> {
  return review(scenario, await run(scenario), run);
}
