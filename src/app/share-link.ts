import { encodeScenario } from '@/scenario/share';
import { originalOf, titledAsShown } from '@/stores/case-name';
import { otherPartsOf } from '@/stores/address';
import { usePresets } from '@/stores/presets';
import { documentOf, useScenario } from '@/stores/scenario';
import { useSharing } from '@/stores/sharing';
import { copyText } from '@/ui/copy-text';

/** The part of an address that carries what is being edited. */
export async function scenarioPart(): Promise<string> {
  const state = useScenario.getState();
  const original = originalOf(state, usePresets.getState().presets);
  return `scenario=${await encodeScenario(titledAsShown(documentOf(state), original))}`;
}

/** The address that opens what is being edited, at the moment that the page's own address names. */
async function shareLink(href: string): Promise<string> {
  const url = new URL(href);
  url.hash = [await scenarioPart(), ...otherPartsOf(url.hash)].join('&');
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
