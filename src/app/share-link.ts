import { errorLine } from '@/scenario/parse';
import { decodeScenario, encodeScenario } from '@/scenario/share';
import { originalOf, titledAsShown } from '@/stores/case-name';
import { sharedPreset } from '@/stores/preset-id';
import { usePresets } from '@/stores/presets';
import { documentOf, useScenario } from '@/stores/scenario';
import { useSharing } from '@/stores/sharing';
import { copyText } from '@/ui/copy-text';
import { otherParts, SCENARIO_PART, sharedCode } from './address-parts';

/** The address that opens what is being edited, at the moment that the page's own address names. */
async function shareLink(href: string): Promise<string> {
  const url = new URL(href);
  const state = useScenario.getState();
  const original = originalOf(state, usePresets.getState().presets);
  const code = await encodeScenario(titledAsShown(documentOf(state), original));
  url.hash = [`${SCENARIO_PART}${code}`, ...otherParts(url.hash)].join('&');
  return url.href;
}

/** Puts the address on the clipboard, or shows it where the page may not. */
export async function copyShareLink(page: Window): Promise<void> {
  const link = await shareLink(page.location.href);
  const isCopied = await copyText(link);
  useSharing.setState({
    notice: isCopied ? { text: 'Link copied.', isBrief: true } : { text: 'Copy this link:', link },
  });
}

/**
 * Opens the scenario that the address carries, if it carries one, as a case of its own: nothing that was being edited is
 * lost. The address is left without it, since edits would make it untrue.
 */
export async function openSharedLink(page: Window): Promise<void> {
  const { hash, pathname, search } = page.location;
  const code = sharedCode(hash);
  if (code === undefined) return;
  const decoded = await decodeScenario(code);
  const rest = otherParts(hash).join('&');
  page.history.replaceState(page.history.state, '', rest ? `#${rest}` : pathname + search);
  if (!decoded.ok) {
    const wrong = decoded.errors[0];
    const text = `This link cannot be opened: ${wrong ? errorLine(wrong) : 'it is damaged'}.`;
    useSharing.setState({ notice: { text } });
    return;
  }
  const { scenario } = decoded;
  const { loadPreset, setBrowser } = useScenario.getState();
  useSharing.setState({ notice: undefined });
  loadPreset({ id: sharedPreset(code), title: scenario.title ?? 'A shared case', group: 'Shared', scenario });
  setBrowser(scenario.browser ?? 'chromium');
}
