import { useRun } from '@/stores/run';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

export function RunButton({ onRun }: { onRun: () => void }) {
  const isRunning = useRun((state) => state.status === 'running');
  return (
    <button
      type="button"
      onClick={onRun}
      aria-busy={isRunning}
      aria-keyshortcuts="Control+Enter Meta+Enter"
      className="h-8 flex-none max-desk:-mr-3 max-desk:h-full max-desk:px-5 desk:pointer-coarse:h-11 border border-ink bg-ink px-3.5 font-semibold whitespace-nowrap text-paper hover:border-ink-2 hover:bg-ink-2"
    >
      Run
      <kbd aria-hidden="true" className="ml-2 text-fig font-normal opacity-75 max-desk:hidden pointer-coarse:hidden">
        {isMac ? '⌘ Enter' : 'Ctrl+Enter'}
      </kbd>
    </button>
  );
}
