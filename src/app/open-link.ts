import type { Scenario } from '@/scenario/document';
import { errorLine, parseScenario, type ParsedScenario } from '@/scenario/parse';
import type { Preset } from '@/scenario/presets';
import { decodeScenario } from '@/scenario/share';
import { noted, otherPartsOf, partIn } from '@/stores/address';
import { isEdited } from '@/stores/draft';
import { sharedPreset } from '@/stores/preset-id';
import { loadPresets } from '@/stores/presets';
import { documentOf, type ScenarioData, useScenario } from '@/stores/scenario';
import { useSharing } from '@/stores/sharing';

/** What a link opens, or why it cannot. */
type Named = Preset | { wrong: string };

/** Opens the case that the address names. Nothing that was being edited is lost. */
export async function openLink(page: Window): Promise<void> {
  const { hash, pathname, search } = page.location;
  const named = await namedIn(hash);
  if (page.location.hash !== hash) return;
  if ('wrong' in named) {
    const rest = otherPartsOf(hash).join('&');
    page.history.replaceState(page.history.state, '', rest ? `#${rest}` : pathname + search);
    useSharing.setState({ notice: { text: `This link cannot be opened: ${named.wrong}.` } });
    return;
  }
  page.history.replaceState(noted(page.history.state, hash), '');
  useSharing.setState({ notice: undefined });
  open(named);
}

async function namedIn(hash: string): Promise<Named> {
  const code = partIn(hash, 'scenario');
  if (code === undefined) return presetIn(hash);
  const read = await decodeScenario(code);
  if (!read.ok) return wrongIn(read);
  const { scenario } = read;
  return { id: sharedPreset(code), title: scenario.title ?? 'A shared case', group: 'Shared', scenario };
}

async function presetIn(hash: string): Promise<Named> {
  const id = partIn(hash, 'case');
  const preset = (await loadPresets()).find((known) => known.id === id);
  if (!preset) return { wrong: 'this site has no case of that name' };
  const browser = partIn(hash, 'browser') ?? preset.scenario.browser;
  const read = parseScenario({ ...preset.scenario, browser });
  return read.ok ? { ...preset, scenario: read.scenario } : wrongIn(read);
}

function wrongIn({ errors }: Extract<ParsedScenario, { ok: false }>): { wrong: string } {
  return { wrong: errors[0] ? errorLine(errors[0]) : 'it is damaged' };
}

/** What is shown already stays. What the reader has edited keeps the edits: the link opens it beside that, as it was made. */
function open(preset: Preset): void {
  const state = useScenario.getState();
  if (!isSame(documentOf(state), preset.scenario)) {
    const id = idFor(preset, state);
    const isBeside = id !== preset.id;
    state.loadPreset(isBeside ? { ...preset, id, group: 'Shared' } : preset);
    if (isBeside) useSharing.setState({ notice: { text: BESIDE } });
  }
  const { browser = 'chromium' } = preset.scenario;
  if ((documentOf(useScenario.getState()).browser ?? 'chromium') !== browser) state.setBrowser(browser);
}

/** Its own, or that of a copy beside it: the first under which no edits are kept. */
function idFor({ id, scenario }: Pick<Preset, 'id' | 'scenario'>, state: ScenarioData): string {
  const kept = state.presetId === id ? documentOf(state) : state.left[id]?.document;
  return !kept || isSame(kept, scenario) ? id : idFor({ id: sharedPreset(id), scenario }, state);
}

const BESIDE = 'This is the case as the link shows it. Yours, with your edits, is in the menu of cases.';

/** Whatever they are called: the link of an edited case says so in its title, and that of one’s own case has none. */
function isSame(one: Scenario, other: Scenario): boolean {
  return !isEdited({ ...one, title: undefined }, { ...other, title: undefined });
}
