import type { ClientName } from '@/scenario/document';
import { simulateAside } from '@/stores/run';
import { documentOf, useScenario } from '@/stores/scenario';
import { frontendStarter } from './starter';

let latest = 0;

/** Another client asks. What it holds is made from what the frontend holds, where the two read another language. */
export async function switchClient(client: ClientName): Promise<void> {
  const turn = ++latest;
  const asked = useScenario.getState();
  const scenario = documentOf(asked);
  const isOtherLanguage = (scenario.client === 'curl') !== (client === 'curl');
  const isMade = isOtherLanguage && asked.draft.heldFrontend === undefined;
  const starter = isMade ? await frontendStarter(client, scenario, simulateAside) : '';
  // Making it takes a while: what it was made from may have been edited or left since.
  const { draft, setClient } = useScenario.getState();
  if (turn === latest && draft === asked.draft) setClient(client, starter);
}
