import { shownServer, useScenario } from '@/stores/scenario';

/** How the editors share the width: a table of headers needs more of it than code does. */
export function useEditorShare(): string {
  const kind = useScenario((state) => shownServer(state)?.kind);
  return kind === 'headers'
    ? 'desk:grid-cols-[40fr_60fr] wide:grid-cols-[31fr_69fr]'
    : 'desk:grid-cols-[42fr_58fr] wide:grid-cols-[42fr_58fr]';
}
