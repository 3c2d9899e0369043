import { list, say } from '@/explain/sentence';
import { allowOrigin, lets, placeOf, saysCredentials } from '../ask/answers';
import type { Answer } from '@/simulation/ask';
import { nameOf, type Target } from '../ask/targets';
import type { Demonstration, Finding } from '../contract';
import { codeFor, isBlocked, pageAt, staged, verified } from '../demonstrate';
import type { Dossier } from '../dossier';

/** Error answers without the CORS headers of the others: the page sees a CORS error in place of what is wrong. */
export async function errorAnswers(dossier: Dossier): Promise<Finding[]> {
  const { targets, actual, preflight, trusted, server } = dossier;
  const asked = targets.flatMap((target) => actual(target, trusted) ?? []);
  const preflights = targets.flatMap((target) => preflight(target, trusted) ?? []);
  // Where no answer lets the page in, errors are not what is wrong.
  if (![...asked, ...preflights, ...dossier.failing].some(({ exchange }) => lets(exchange, trusted))) return [];
  const isPages = ({ probe }: Answer): boolean =>
    targets.some((target) => target.isPages && target.method === probe.method && target.url === probe.url);
  const bare = [...asked, ...dossier.failing]
    .filter(({ exchange }) => exchange.status >= 400 && allowOrigin(exchange) === null)
    .toSorted((a, b) => Number(isPages(b)) - Number(isPages(a)));
  for (const answer of bare) {
    const demonstration = await hidden(dossier, answer);
    if (!demonstration) continue;
    const { exchange, probe } = answer;
    const isUnknown = probe.url.endsWith('/no-such-page');
    const others = [...new Set(bare.map(({ exchange: { status } }) => status))].filter(
      (status) => status !== exchange.status,
    );
    return [
      {
        kind: 'error-answer-without-cors',
        severity: isUnknown ? 'note' : 'warning',
        server: server.origin,
        sentence: say`${nameOf(probe)} can be answered with ${exchange.status}, and that answer has no ${'Access-Control-Allow-Origin'}${others.length > 0 ? say` (nor have those with ${list(others.map(String))})` : []}. The page is told of CORS, and never of the ${exchange.status}.`,
        advice: say`Set the CORS headers before anything can fail, and keep them on error answers.`,
        place: placeOf(exchange, 'access-control-allow-origin'),
        demonstration,
      },
    ];
  }
  return [];
}

/** The page meets the error, and the browser keeps it from the code. Whether cookies make it may depend on the server. */
async function hidden(dossier: Dossier, answer: Answer): Promise<Demonstration | null> {
  const isCredentialed = dossier.targets.some((target) => {
    const allowed = dossier.actual(target, dossier.trusted);
    return allowed && saysCredentials(allowed.exchange);
  });
  for (const credentials of answer.probe.cookies ? [isCredentialed, !isCredentialed] : [false]) {
    const demonstration = await hiddenFrom(dossier, answer, credentials);
    if (demonstration) return demonstration;
  }
  return null;
}

function hiddenFrom(
  dossier: Dossier,
  { probe, exchange }: Answer,
  credentials: boolean,
): Promise<Demonstration | null> {
  const target: Target = {
    ...probe,
    headers: [...probe.headers].map(([name, value]) => [name, value]),
    isPages: false,
  };
  const { trusted } = dossier;
  const title = `${nameOf(probe)} fails with ${exchange.status}, unseen`;
  return verified(
    staged(dossier, title, {
      ...pageAt(trusted),
      frontend: codeFor(target, {
        credentials,
        remark: `The server answers ${exchange.status}; the code is not told.`,
      }),
      ...(probe.cookies ? {} : { cookies: [], earlier: [] }),
    }),
    (request, { exchanges }) =>
      isBlocked(request) && request.exchanges.some((id) => exchanges[id]?.status === exchange.status),
    dossier.simulate,
  );
}
