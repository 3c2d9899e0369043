import { useEffect } from 'react';
import { menu } from '@/scenario/presets/menu';
import type { Scenario } from '@/scenario/document';
import type { Preset } from '@/scenario/presets';
import { nameOf, originalOf, remainsOf, type Remains } from '@/stores/case-name';
import { isSharedPreset } from '@/stores/preset-id';
import { loadPresets, usePresets } from '@/stores/presets';
import { useRun } from '@/stores/run';
import { documentOf, useScenario } from '@/stores/scenario';
import { useSharing } from '@/stores/sharing';
import { whenIdle } from '@/ui/later';
import { Picker } from '@/ui/Picker';

const groups = [...new Set(menu.map(({ group }) => group))];

const SHARED_TITLE = 'A shared case';

/** One that came by a link, as it was left. */
const sharedCase = (id: string, scenario: Scenario | undefined): Preset | undefined =>
  scenario && { id, title: scenario.title ?? SHARED_TITLE, group: 'Shared', scenario };

/** In the list it is also said where a case of one's own began. */
const listed = (title: string, remains: Remains): string =>
  remains === 'nothing' ? `Your own, begun with “${title}”` : nameOf(title, remains);

/** Chooses a ready-made case. Edits of a case stay with it, and the list says which have some. */
export function CaseMenu() {
  const presetId = useScenario((state) => state.presetId);
  const document = useScenario(documentOf);
  const original = useScenario((state) => state.original);
  const left = useScenario((state) => state.left);
  const loadPreset = useScenario((state) => state.loadPreset);

  const presets = usePresets((state) => state.presets);
  const hasRun = useRun((state) => state.runs > 0);

  // The first verdict does not wait for them.
  useEffect(() => {
    if (hasRun)
      void whenIdle()
        .then(loadPresets)
        .catch(() => undefined);
  }, [hasRun]);

  const shared = Object.entries(left).filter(([id]) => isSharedPreset(id) && id !== presetId);
  const known = menu.find(({ id }) => id === presetId);
  const title = known?.title ?? document.title ?? (isSharedPreset(presetId) ? SHARED_TITLE : 'A case of your own');
  const remains = (id: string): Remains => {
    const made = originalOf({ presetId: id, original }, presets);
    const current = id === presetId ? document : left[id]?.document;
    return made && current ? remainsOf(current, made) : 'all';
  };

  return (
    <Picker
      label="Case"
      value={presetId}
      face={nameOf(title, remains(presetId))}
      onChange={(id) => {
        loadPresets().then(
          (all) => {
            const chosen = all.find((known) => known.id === id) ?? sharedCase(id, left[id]?.document);
            if (chosen) loadPreset(chosen);
          },
          () =>
            useSharing.setState({
              notice: { text: 'This case could not be loaded. Choose it again.' },
            }),
        );
      }}
    >
      {!known && <option value={presetId}>{nameOf(title, remains(presetId))}</option>}
      {shared.length > 0 && (
        <optgroup label="Opened from links">
          {shared.map(([id, draft]) => (
            <option key={id} value={id}>
              {draft.document.title ?? SHARED_TITLE}
            </option>
          ))}
        </optgroup>
      )}
      {groups.map((group) => (
        <optgroup key={group} label={group}>
          {menu
            .filter((known) => known.group === group)
            .map(({ id, title }) => (
              <option key={id} value={id}>
                {listed(title, remains(id))}
              </option>
            ))}
        </optgroup>
      ))}
    </Picker>
  );
}
