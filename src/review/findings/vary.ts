import { EVIL } from '@/explain/origins/strangers';
import { headerValue } from '@/explain/headers';
import { say } from '@/explain/sentence';
import type { Visit } from '@/scenario/document';
import type { Exchange } from '@/scenario/result';
import { allowOrigin, placeOf, variesByOrigin } from '../ask/answers';
import { nameOf, type Target } from '../ask/targets';
import type { Demonstration, Finding } from '../contract';
import { codeFor, isBlocked, isRead, pageAt, staged, verified } from '../demonstrate';
import type { Dossier } from '../dossier';

/** Answers that depend on who asks and do not say so: a cache hands one visitor's answer to another. */
export async function missingVary(dossier: Dossier): Promise<Finding[]> {
  const careless = dossier.targets.filter((target) => target.method === 'GET' && variants(dossier, target).length > 0);
  const depends = careless.filter((target) => dependsOnOrigin(dossier, target));
  const [first] = depends;
  if (!first) return [];
  let shown: { target: Target; demonstration: Demonstration } | undefined;
  for (const target of depends.slice(0, 3)) {
    const demonstration = await poisoned(dossier, target);
    if (demonstration) {
      shown = { target, demonstration };
      break;
    }
  }
  const target = shown?.target ?? first;
  const [variant] = variants(dossier, target);
  const exchange = dossier.actual(target, variant ?? null)!.exchange;
  const who = variant === null || variant === undefined ? ['a request without an origin'] : say`${variant}`;
  return [
    {
      kind: 'vary-origin-missing',
      severity: shown ? 'warning' : 'note',
      server: dossier.server.origin,
      sentence: shown
        ? say`${nameOf(target)} answers by origin, and its answer to ${who} lacks ${'Vary: Origin'}. A shared cache gives it to whoever asks next, and refuses ${dossier.trusted} with it.`
        : say`${nameOf(target)} answers by origin, and its answer to ${who} lacks ${'Vary: Origin'}. No cache keeps this answer today; once one does, it hands it to the wrong page.`,
      advice: say`Say ${'Vary: Origin'} on every answer, allowed or not.`,
      place: placeOf(exchange, 'access-control-allow-origin'),
      demonstration: shown?.demonstration ?? null,
    },
  ];
}

/** Who gets an answer that does not say that it depends on the origin. */
function variants({ actual, trusted, allowed }: Dossier, target: Target): (string | null)[] {
  const askers = [...new Set([null, EVIL, trusted, ...allowed.keys()])];
  return askers.filter((origin) => {
    const answer = actual(target, origin);
    return answer && mayBeKept(answer.exchange) && !variesByOrigin(answer.exchange);
  });
}

/** Of these a cache may keep the answer without being told to: https://www.rfc-editor.org/rfc/rfc9110#section-15.1 */
const KEPT_UNASKED = new Set([200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501]);

/** Whether any cache ever may: https://www.rfc-editor.org/rfc/rfc9111#section-3 */
function mayBeKept({ status, responseHeaders }: Exchange): boolean {
  const control = headerValue(responseHeaders, 'cache-control') ?? '';
  if (status === 0 || /\bno-store\b/i.test(control)) return false;
  const isTold = /\b(?:max-age|s-maxage|public)\b/i.test(control) || headerValue(responseHeaders, 'expires') !== null;
  return isTold || KEPT_UNASKED.has(status);
}

/** Allowed by name for one, and not the same for others. */
function dependsOnOrigin({ actual, trusted }: Dossier, target: Target): boolean {
  const said = [null, EVIL, trusted].flatMap((origin) => {
    const answer = actual(target, origin);
    return answer ? [allowOrigin(answer.exchange)] : [];
  });
  return new Set(said).size > 1 && said.some((value) => value !== null && value !== '*');
}

/** Two visitors and a cache in front of the server: the second gets what was made for the first. */
async function poisoned(dossier: Dossier, target: Target): Promise<Demonstration | null> {
  const { trusted, server, scenario } = dossier;
  const code = codeFor(target, { credentials: false, remark: 'The same request as the other visitor’s.' });
  for (const variant of variants(dossier, target)) {
    if (variant === trusted) continue;
    const first =
      variant === null
        ? {
            page: `${server.origin}/`,
            frontend: code.replace(/^\/\/.*/, '// The server’s own page: no Origin header.'),
          }
        : { page: `${variant}/`, frontend: `${code.replace(/^\/\/.*/, '// Another visitor asks first.')}` };
    const withCache = {
      ...scenario,
      servers: scenario.servers.map((other) => (other === server ? { ...other, cdn: true } : other)),
    };
    const stage = (earlier: Visit[]) =>
      staged({ ...dossier, scenario: withCache }, `A cache gives ${trusted} the answer to another`, {
        ...pageAt(trusted),
        frontend: code,
        earlier,
      });
    const demonstration = await verified(stage([{ ...first, otherUser: true }]), isBlocked, dossier.simulate);
    // Only where it is the other visitor who spoils it.
    if (demonstration && (await verified(stage([]), isRead, dossier.simulate))) return demonstration;
  }
  return null;
}
