/** What every clock of a run shows when it begins: the browser's, the page's, the servers'. Milliseconds. */
export const EPOCH = Date.UTC(2026, 0, 1);
