import { createInProcessWire, openWire, type Wire } from '@/network';
import { createPageRealmHost } from '@/sandbox/page';
import loadFrontend from '@/sandbox/frontend/realm-entry?runtime';
import loadFrontendWithDoors from '@/sandbox/frontend/realm-entry-with-doors?runtime';
import loadExpress from '@/servers/express/realm-entry?runtime';
import loadNginx from '@/servers/nginx/realm-entry?runtime';
import type { SimulationEnvironment } from '@/simulation';
import { usePython } from '@/stores/python';

/** The page's place to run in: realms in a sandboxed frame, MSW's service worker as the wire where there is one. */
export async function createPageEnvironment(): Promise<SimulationEnvironment & { inProcess: Wire }> {
  const realms = createPageRealmHost(
    { frontend: loadFrontend, 'frontend-with-doors': loadFrontendWithDoors, express: loadExpress, nginx: loadNginx },
    (state) => usePython.setState({ state }),
  );
  const [wire] = await Promise.all([openWire(), realms.warm('frontend', 'express')]);
  return { realms, wire, inProcess: createInProcessWire() };
}
