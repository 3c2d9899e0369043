import { nameOf, type Target } from '../ask/targets';
import type { Demonstration } from '../contract';
import { codeFor, isRead, pageAt, staged, verified } from '../demonstrate';
import type { Dossier } from '../dossier';

/** The first of the requests that a page of `origin` can really read. */
export async function firstRead(
  dossier: Dossier,
  origin: string,
  targets: readonly Target[],
  credentials: boolean,
): Promise<{ target: Target; demonstration: Demonstration } | undefined> {
  for (const target of targets.slice(0, 3)) {
    const who = origin === 'null' ? 'A sandboxed page' : origin;
    const remark = credentials
      ? `${who}: the browser sends the visitor’s cookies along.`
      : `${who}: no credentials are sent.`;
    const demonstration = await verified(
      staged(dossier, `${who} reads ${nameOf(target)}`, {
        ...pageAt(origin),
        frontend: codeFor(target, { credentials, remark, stranger: true }),
      }),
      isRead,
      dossier.simulate,
    );
    if (demonstration) return { target, demonstration };
  }
  return undefined;
}
