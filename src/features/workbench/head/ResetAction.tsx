import { isEdited } from '@/stores/draft';
import { usePresets } from '@/stores/presets';
import { documentOf, useScenario } from '@/stores/scenario';

/** Takes the edits of the shown case back, and, right after that, brings them again. Nothing where nothing was edited. */
export function ResetAction() {
  const presetId = useScenario((state) => state.presetId);
  const preset = usePresets(({ presets }) => presets.find(({ id }) => id === presetId));
  const document = useScenario(documentOf);
  const canUndo = useScenario((state) => state.beforeReset !== undefined);
  const { resetTo, undoReset } = useScenario.getState();

  const action =
    preset && isEdited(document, preset.scenario)
      ? { text: 'Reset to the original', press: () => resetTo(preset) }
      : canUndo
        ? { text: 'Bring my edits back', press: undoReset }
        : undefined;
  if (!action) return null;
  return (
    <button
      type="button"
      onClick={action.press}
      className="h-(--hit) flex-none text-left text-small whitespace-nowrap text-ink-3 underline decoration-rule underline-offset-4 hover:text-ink hover:decoration-current"
    >
      {action.text}
    </button>
  );
}
