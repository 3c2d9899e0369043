import type { ServerKind } from '@/scenario/document';
import { serverKinds } from '../kinds';
import type { Starter } from '.';

/** How what a kind of server holds came to be, for whoever has just switched to it from another. */
export function switchNote(kind: ServerKind, from: ServerKind, carries: Starter['carries'] | 'held'): string | null {
  const labels = new Map(serverKinds.map(({ value, label }) => [value, label]));
  const left = labels.get(from) ?? from;
  if (carries === 'held') return `As you left it: what you changed in ${left} since is not in here.`;
  const isKept = `What ${left} held is kept: switch back to it.`;
  if (kind === 'proxy') return `A proxy answers as its target does. ${isKept}`;
  if (carries === null) return null;
  if (carries) return `Begins with the CORS headers of the last run. ${isKept}`;
  return `A new policy: ${labels.get(kind)} cannot say what the last run’s answers said. ${isKept}`;
}
