import { decodeScenario, encodeScenario } from '@/scenario/share';
import { documentOf, useScenario } from '@/stores/scenario';
import { useSharing } from '@/stores/sharing';

const MEMBER = 'scenario=';

/** The address that opens what is being edited, at the moment that the page's own address names. */
export async function shareLink(href: string): Promise<string> {
  const url = new URL(href);
  const code = await encodeScenario(documentOf(useScenario.getState()));
  url.hash = [`${MEMBER}${code}`, ...otherParts(url.hash)].join('&');
  return url.href;
}

/**
 * Opens the scenario that the address carries, if it carries one, as a case of its own: nothing that was being edited is
 * lost. The address is left without it, since edits would make it untrue.
 */
export async function openSharedLink(page: Window): Promise<void> {
  const { hash } = page.location;
  const code = parts(hash)
    .find((part) => part.startsWith(MEMBER))
    ?.slice(MEMBER.length);
  if (code === undefined) return;
  const decoded = await decodeScenario(code);
  const rest = otherParts(hash).join('&');
  page.history.replaceState(page.history.state, '', rest ? `#${rest}` : page.location.pathname + page.location.search);
  if (!decoded.ok) {
    useSharing.setState({ problem: `This link cannot be opened: ${decoded.errors[0]?.message ?? 'it is damaged'}.` });
    return;
  }
  const { scenario } = decoded;
  const { loadPreset, setBrowser } = useScenario.getState();
  useSharing.setState({ problem: undefined });
  loadPreset({ id: `shared-${code.slice(-24)}`, title: scenario.title ?? 'A shared case', group: 'Shared', scenario });
  setBrowser(scenario.browser ?? 'chromium');
}

/** Opens links that are put into the address while the page is open. */
export function keepOpeningLinks(page: Window): void {
  page.addEventListener('hashchange', () => void openSharedLink(page));
}

function parts(hash: string): string[] {
  return hash.startsWith('#/') ? [] : hash.replace(/^#/, '').split('&').filter(Boolean);
}

function otherParts(hash: string): string[] {
  return parts(hash).filter((part) => !part.startsWith(MEMBER));
}
