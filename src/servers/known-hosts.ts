/**
 * Whether a name leads to some machine, whatever answers there: the names of the scenario's servers, of this machine, and
 * addresses in numbers.
 */
export function knowsHost(name: string, origins: readonly string[]): boolean {
  const host = name.toLowerCase();
  const local = host === 'localhost' || host.endsWith('.localhost') || /^[\d.]+$|^\[/.test(host);
  return local || origins.some((origin) => new URL(origin).hostname === host);
}
