import { classic } from '@/scenario/presets/classic';
import { type ShownCase, useAddress } from '@/stores/address';
import { isEdited } from '@/stores/draft';
import { loadPresets, usePresets } from '@/stores/presets';
import { documentOf, useScenario } from '@/stores/scenario';
import { scenarioPart } from './share-link';

/** Milliseconds without a change. */
const QUIET = 300;

/** Longer than this an address is no longer one to copy; Share still makes the link. Characters. */
const LONGEST = 8000;

/** Keeps up what the address is to say of the case that is shown. */
export function noteShownCase(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = async (): Promise<void> => {
    if (useScenario.getState().presetId !== classic.id) await loadPresets();
    const document = documentOf(useScenario.getState());
    const shown = await shownCase();
    if (document === documentOf(useScenario.getState())) useAddress.setState({ shown });
  };
  const noteSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void note().catch(() => undefined), QUIET);
  };
  useScenario.subscribe((state, before) => {
    if (documentOf(state) !== documentOf(before) || state.presetId !== before.presetId) noteSoon();
  });
  noteSoon();
}

/** A case of the menu has a name; of what was edited the address carries the document, where that is not too long, and else nothing. */
async function shownCase(): Promise<ShownCase> {
  const state = useScenario.getState();
  const document = documentOf(state);
  const preset = usePresets.getState().presets.find(({ id }) => id === state.presetId);
  if (!preset || isEdited(document, preset.scenario)) {
    const part = await scenarioPart();
    return { parts: part.length > LONGEST ? [] : [part], isDefault: false };
  }
  const { browser = 'chromium' } = document;
  const isItsOwn = browser === (preset.scenario.browser ?? 'chromium');
  return {
    parts: [`case=${preset.id}`, ...(isItsOwn ? [] : [`browser=${browser}`])],
    isDefault: preset.id === classic.id && isItsOwn,
  };
}
