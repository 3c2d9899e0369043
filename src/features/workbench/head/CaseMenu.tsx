import { useEffect } from 'react';
import { menu } from '@/scenario/presets/menu';
import type { Scenario } from '@/scenario/document';
import type { Preset } from '@/scenario/presets';
import { isEdited } from '@/stores/draft';
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

/** Chooses a ready-made case. Edits of a case stay with it, and the list says which have some. */
export function CaseMenu() {
  const presetId = useScenario((state) => state.presetId);
  const document = useScenario(documentOf);
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
  const title = known?.title ?? document.title ?? 'A case of your own';
  const edited = (id: string): boolean => {
    const original = presets.find((known) => known.id === id);
    const current = id === presetId ? document : left[id]?.document;
    return original !== undefined && current !== undefined && isEdited(current, original.scenario);
  };

  return (
    <Picker
      label="Case"
      value={presetId}
      face={title}
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
      {!known && <option value={presetId}>{title}</option>}
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
                {edited(id) && id !== presetId ? `${title} (edited)` : title}
              </option>
            ))}
        </optgroup>
      ))}
    </Picker>
  );
}
