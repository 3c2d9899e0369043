import { headerValue } from '@/explain/headers';
import type { Scenario } from '@/scenario/document';
import type { Exchange, SimulationResult } from '@/scenario/result';
import { cookiesAt } from '@/simulation/ask';
import type { Simulate } from './contract';
import { actualOf } from './demonstrate';

/** What became of the visitor's cookies in a request that a page of somebody else sent with credentials. Names. */
export interface VisitorsCookies {
  sent: string[];
  /** The browser has them for this server, and did not send them. */
  kept: string[];
  /** There are none; of one that is SameSite=None it was tried whether it would be sent. */
  wouldGo: boolean;
}

/**
 * @param actual the request, as it was sent
 * @param held the cookies that the visitor's browser has
 * @param goes whether a cookie that is SameSite=None would be sent; asked only where there is none
 */
export async function visitorsCookies(
  actual: Exchange,
  held: SimulationResult['cookies'],
  goes: () => Promise<boolean>,
): Promise<VisitorsCookies> {
  const sent = cookieNames(actual);
  const kept = cookiesAt(actual.url, held)
    .map(({ name }) => name)
    .filter((name) => !sent.includes(name));
  return { sent, kept, wouldGo: sent.length === 0 && kept.length === 0 && (await goes()) };
}

/** Whether a cookie that is SameSite=None goes along with what the page of `stage` sends to `url`: one is put there, and tried. */
export async function cookieGoes(stage: Scenario, url: string, simulate: Simulate): Promise<boolean> {
  const cookie = { url: new URL('/', url).href, setCookie: `${TRIAL}=1; Path=/; Secure; SameSite=None` };
  const actual = actualOf(await simulate({ ...stage, cookies: [...(stage.cookies ?? []), cookie] }));
  return actual !== undefined && cookieNames(actual).includes(TRIAL);
}

const TRIAL = 'trial-of-the-review';

/** The same in words that can follow a colon. */
export function cookieWords({ sent, kept, wouldGo }: VisitorsCookies): string {
  if (sent.length > 0) return `the browser sends the visitor’s cookies along (${sent.join(', ')})`;
  if (kept.length > 0) return `the browser keeps the visitor’s cookies back (${kept.join(', ')})`;
  return `no cookie of this server exists in this run; ${wouldGo ? 'one that is SameSite=None would go along' : 'the browser would not send one along either'}`;
}

export function cookieNames({ requestHeaders }: Exchange): string[] {
  return (headerValue(requestHeaders, 'cookie') ?? '')
    .split(';')
    .map((pair) => pair.split('=')[0]!.trim())
    .filter((name) => name !== '');
}
