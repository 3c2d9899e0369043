import { createContext } from 'react';

/** Told of each field that begins (1) or ends (-1) to hold text which does not pass, and so stands nowhere else. */
export const HeldText = createContext<(change: 1 | -1) => void>(() => undefined);
