/** @throws Error where a wheel brings no licence */
export function licensesText(pyodide: { version: string; license: string }): string;
