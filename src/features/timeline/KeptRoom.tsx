import { keepsAnything } from '@/explain';
import { useRun } from '@/stores/run';

/** Room of what the browser keeps, until the strip that shows it comes: nothing below moves then. */
export function KeptRoom() {
  const keeps = useRun(({ result, scenario }) => result && scenario && keepsAnything(result, scenario));
  return keeps && <div className="kept-room" />;
}
