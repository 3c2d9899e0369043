import { presets } from '@/scenario/presets';
import { isEdited } from '@/stores/draft';
import { documentOf, useScenario } from '@/stores/scenario';
import { Picker } from '@/ui/Picker';

const groups = [...new Set(presets.map(({ group }) => group))];

/** Chooses a ready-made case. Edits of a case stay with it; what was changed is said, and can be taken back. */
export function CaseMenu() {
  const presetId = useScenario((state) => state.presetId);
  const document = useScenario(documentOf);
  const canUndo = useScenario((state) => state.beforeReset !== undefined);
  const left = useScenario((state) => state.left);
  const { loadPreset, resetTo, undoReset } = useScenario.getState();

  const preset = presets.find(({ id }) => id === presetId);
  const edited = (id: string): boolean => {
    const original = presets.find((known) => known.id === id);
    const current = id === presetId ? document : left[id]?.document;
    return original !== undefined && current !== undefined && isEdited(current, original.scenario);
  };

  return (
    <>
      <Picker
        label="Case"
        value={presetId}
        onChange={(id) => {
          const chosen = presets.find((known) => known.id === id);
          if (chosen) loadPreset(chosen);
        }}
        className="[&>span]:max-wide:sr-only"
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
      {preset && edited(presetId) ? (
        <HeadAction text="Reset to the original" onPress={() => resetTo(preset)} />
      ) : (
        canUndo && <HeadAction text="Bring my edits back" onPress={undoReset} />
      )}
    </>
  );
}

function HeadAction({ text, onPress }: { text: string; onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="h-(--hit) flex-none text-small whitespace-nowrap text-ink-3 underline decoration-hairline underline-offset-4 hover:text-ink hover:decoration-current max-desk:hidden"
    >
      {text}
    </button>
  );
}
