import { createInProcessWire } from '@/network';
import { createNodeRealmHost } from '@/sandbox/node';
import loadFrontend from '@/sandbox/frontend/realm-entry?runtime';
import loadFrontendWithDoors from '@/sandbox/frontend/realm-entry-with-doors?runtime';
import loadExpress from '@/servers/express/realm-entry?runtime';
import loadNginx from '@/servers/nginx/realm-entry?runtime';
import type { SimulationEnvironment } from '@/simulation';

/** The command line's place to run in: realms in a worker thread, MSW's handlers in process. Close it when done. */
export function createNodeEnvironment(): SimulationEnvironment & { close(): Promise<void> } {
  const realms = createNodeRealmHost({
    frontend: loadFrontend,
    'frontend-with-doors': loadFrontendWithDoors,
    express: loadExpress,
    nginx: loadNginx,
  });
  return { realms, wire: createInProcessWire(), close: () => realms.close() };
}
