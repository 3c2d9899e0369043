import type { ClientName } from '@/scenario/document';
import { simulateAside } from '@/stores/run';
import { documentOf, useScenario } from '@/stores/scenario';
import { frontendStarter } from './starter';

let latest = 0;

/** Another client asks. What it holds is made from what the frontend holds, where the two read another language. */
export async function switchClient(client: ClientName): Promise<void> {
  const turn = ++latest;
  const { draft, setClient } = useScenario.getState();
  const scenario = documentOf(useScenario.getState());
  const isOtherLanguage = (scenario.client === 'curl') !== (client === 'curl');
  const isMade = isOtherLanguage && draft.heldFrontend === undefined;
  const starter = isMade ? await frontendStarter(client, scenario, simulateAside) : '';
  if (turn === latest) setClient(client, starter);
}
