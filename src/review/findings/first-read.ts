import type { Scenario } from '@/scenario/document';
import { nameOf, type Target } from '../ask/targets';
import type { Demonstration } from '../contract';
import { actualOf, codeFor, isRead, outcomeOf, pageAt, staged } from '../demonstrate';
import type { Dossier } from '../dossier';
import { cookieGoes, cookieWords, visitorsCookies, type VisitorsCookies } from '../visitors-cookies';

export interface Read {
  target: Target;
  demonstration: Demonstration;
  /** Of the answer that was read. */
  status: number;
  /** null: it was asked for without credentials. */
  cookies: VisitorsCookies | null;
}

/** The first of the requests that a page of `origin` can really read. */
export async function firstRead(
  dossier: Dossier,
  origin: string,
  targets: readonly Target[],
  credentials: boolean,
): Promise<Read | undefined> {
  const { result, simulate } = dossier;
  const who = origin === 'null' ? 'A sandboxed page' : origin;
  for (const target of targets.slice(0, 3)) {
    const title = `${who} reads ${nameOf(target)}`;
    const stageSaying = (remark: string): Scenario =>
      staged(dossier, title, {
        ...pageAt(origin),
        frontend: codeFor(target, { credentials, remark: `${who}: ${remark}.`, stranger: true }),
      });
    const stage = stageSaying('without credentials, no cookies go along');
    const run = await simulate(stage);
    const request = outcomeOf(run);
    const actual = actualOf(run);
    if (!request || !isRead(request) || !actual) continue;
    const cookies = credentials
      ? await visitorsCookies(actual, result.cookies, () => cookieGoes(stage, actual.url, simulate))
      : null;
    // What the comment says of the cookies was seen in the run: it is the same run but for the comment.
    const scenario = cookies ? stageSaying(`with credentials, ${cookieWords(cookies)}`) : stage;
    return { target, demonstration: { title, scenario }, status: actual.status, cookies };
  }
  return undefined;
}
