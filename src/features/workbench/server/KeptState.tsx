import { useKept } from '@/stores/kept';

const action = 'h-(--hit) flex-none text-ink-2 hover:text-ink';
const TEN_MINUTES = 600_000;

/** Whether the next run begins where the last one ended; and the way back to fresh servers and browsers. */
export function KeptState() {
  const { keeps, kept, setKeeps, wait, startAfresh } = useKept();
  const runs = kept.filter((each) => !('wait' in each)).length;
  return (
    <>
      <label className="flex min-h-8 flex-none items-center gap-1.5 hover:text-ink max-desk:min-h-11">
        <input type="checkbox" checked={keeps} onChange={(event) => setKeeps(event.target.checked)} />
        Keep state between runs
      </label>
      {keeps && (
        <>
          <span role="status" className="flex-none text-ink-3">
            {runs === 0 ? 'fresh' : `after ${runs} ${runs === 1 ? 'run' : 'runs'}`}
          </span>
          <button type="button" className={action} onClick={() => wait(TEN_MINUTES)}>
            Wait 10 minutes
          </button>
          {kept.length > 0 && (
            <button type="button" className={action} onClick={startAfresh}>
              Reset the state
            </button>
          )}
        </>
      )}
    </>
  );
}
