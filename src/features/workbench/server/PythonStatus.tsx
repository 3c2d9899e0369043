import { megabytes, usePython } from '@/stores/python';

/** How far Python has come, until it runs: what is downloaded, by the megabyte, then that it starts. */
export function PythonStatus() {
  const state = usePython((store) => store.state);
  if (!state || state.step === 'ready') return null;
  const share = state.step === 'downloading' ? state.loaded / state.total : null;
  return (
    <div role="status" className="flex-none border-b border-hairline px-4 py-1.5 text-small text-ink-2 max-desk:px-3">
      {state.step === 'downloading' &&
        `Downloading Python, once for this browser: ${megabytes(state.loaded)} of ${megabytes(state.total)} MB`}
      {state.step === 'starting' && 'Python is starting …'}
      {state.step === 'failed' && state.message}
      {share !== null && (
        <progress
          aria-label="Download of Python"
          className="mt-1 block h-0.5 w-full appearance-none [&::-moz-progress-bar]:bg-ink-2 [&::-webkit-progress-bar]:bg-hairline [&::-webkit-progress-value]:bg-ink-2"
          value={share}
        />
      )}
    </div>
  );
}
