import { useEffect, useState } from 'react';
import { useRun } from '@/stores/run';
import { whenIdle } from '@/ui/later';

/** Code about a run that is not needed for its verdict: loaded once there is one and the browser is idle; undefined before. */
export function useOnceRun<Code extends object>(load: () => Promise<Code>): Code | undefined {
  const [code, setCode] = useState<Code>();
  const isDue = useRun(({ result }) => result !== undefined) && !code;
  useEffect(() => {
    if (!isDue) return;
    void whenIdle()
      .then(load)
      .then(setCode, () => undefined);
  }, [isDue, load]);
  return code;
}
