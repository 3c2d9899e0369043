import { documentOf, useScenario } from '@/stores/scenario';
import { useSharing } from '@/stores/sharing';
import { runNow } from './autorun';

const NOT_LOADED = 'This link cannot be opened: a part of the site did not load. Reload the page to try again.';

/** Opens the case that the address names, and runs what is then shown. Never rejects. */
export async function followLink(page: Window): Promise<void> {
  const before = documentOf(useScenario.getState());
  await import('./open-link')
    .then((part) => part.openLink(page))
    .catch(() => useSharing.setState({ notice: { text: NOT_LOADED } }));
  // Another document runs as it does after every edit.
  if (documentOf(useScenario.getState()) === before) runNow('edit');
}
