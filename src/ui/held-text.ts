import { createContext, useContext, useEffect } from 'react';

/** Told of each field that begins (1) or ends (-1) to hold text which does not pass, and so stands nowhere else. */
export const HeldText = createContext<(change: 1 | -1) => void>(() => undefined);

/** Tells of a field while it holds such text. */
export function useHeldText(isHeld: boolean): void {
  const told = useContext(HeldText);
  useEffect(() => {
    if (!isHeld) return undefined;
    told(1);
    return () => told(-1);
  }, [isHeld, told]);
}
