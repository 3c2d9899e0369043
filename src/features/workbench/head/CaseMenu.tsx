import { presets } from '@/scenario/presets';
import { isEdited } from '@/stores/draft';
import { documentOf, useScenario } from '@/stores/scenario';
import { Picker } from '@/ui/Picker';

const groups = [...new Set(presets.map(({ group }) => group))];

/** Chooses a ready-made case. Edits of a case stay with it, and the list says which have some. */
export function CaseMenu() {
  const presetId = useScenario((state) => state.presetId);
  const document = useScenario(documentOf);
  const left = useScenario((state) => state.left);
  const loadPreset = useScenario((state) => state.loadPreset);

  const preset = presets.find(({ id }) => id === presetId);
  const edited = (id: string): boolean => {
    const original = presets.find((known) => known.id === id);
    const current = id === presetId ? document : left[id]?.document;
    return original !== undefined && current !== undefined && isEdited(current, original.scenario);
  };

  return (
    <Picker
      label="Case"
      value={presetId}
      onChange={(id) => {
        const chosen = presets.find((known) => known.id === id);
        if (chosen) loadPreset(chosen);
      }}
    >
      {!preset && <option value={presetId}>{document.title ?? 'A case of your own'}</option>}
      {groups.map((group) => (
        <optgroup key={group} label={group}>
          {presets
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
