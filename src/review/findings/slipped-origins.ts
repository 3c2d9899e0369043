import { originOfPage } from '@/engine/infrastructure/document-origin';
import { hostOf } from '@/explain/address';
import { list, say, join, type Sentence } from '@/explain/sentence';
import { placeOf, saysCredentials } from '../ask/answers';
import { nameOf } from '../ask/targets';
import type { Finding, FindingKind, Severity } from '../contract';
import type { Dossier } from '../dossier';
import type { Difference } from '@/explain/origins/mutations';
import { firstRead } from './first-read';

type Slipped = Dossier['slipped'][number];

/** Origins that are let in because they resemble one that should be. One finding for each way of resembling. */
export async function slippedFindings(dossier: Dossier): Promise<Finding[]> {
  const findings: Finding[] = [];
  const strangers: readonly Difference[] = ['end', 'short', 'beginning', 'dot'];
  const tooWide = dossier.slipped.filter(({ difference }) => strangers.includes(difference));
  for (const difference of strangers) {
    const found = await made(
      dossier,
      tooWide.filter((one) => one.difference === difference && !isAnyNeighbour(dossier, one)),
      'origin-pattern-too-wide',
    );
    if (found) findings.push(found);
    // What may begin in any way needs no dot either.
    if (found && difference === 'beginning') break;
  }
  const page = originOfPage(dossier.scenario.page, dossier.scenario.sandbox);
  const shared = dossier.slipped
    .filter(({ difference }) => difference === 'shared-suffix')
    .toSorted((a, b) => Number(b.like === page) - Number(a.like === page));
  const neighbour = await made(dossier, shared, 'shared-suffix-allowed');
  if (neighbour) findings.push(neighbour);
  // Who lets strangers in lets these in too: that needs no saying.
  if (findings.length > 0) return findings;
  for (const [difference, kind] of [
    ['subdomain', 'any-subdomain-allowed'],
    ['port', 'other-port-allowed'],
  ] as const) {
    const found = await made(
      dossier,
      dossier.slipped.filter((one) => one.difference === difference),
      kind,
    );
    if (found) findings.push(found);
  }
  return findings;
}

/** It is let in as every name at that provider is: how it begins, and what stands in place of a dot, has nothing to do with it. */
const isAnyNeighbour = ({ slipped }: Dossier, { difference, like }: Slipped): boolean =>
  (difference === 'beginning' || difference === 'dot') &&
  slipped.some(
    (other) => other.difference === 'shared-suffix' && other.like === like && hostOf(other.origin).startsWith('evil.'),
  );

async function made(dossier: Dossier, slipped: readonly Slipped[], kind: FindingKind): Promise<Finding | undefined> {
  for (const one of slipped.slice(0, 4)) {
    const exchange = dossier.actual(one.target, one.origin)?.exchange;
    if (!exchange) continue;
    const credentials = saysCredentials(exchange);
    const shown = await firstRead(dossier, one.origin, [one.target], credentials);
    if (!shown) continue;
    return {
      kind,
      severity: severityOf(one.difference, credentials),
      server: dossier.server.origin,
      sentence: sentenceFor(one, slipped, credentials),
      advice: adviceFor(one),
      proof: one.origin,
      place: placeOf(exchange, 'access-control-allow-origin'),
      demonstration: shown.demonstration,
    };
  }
  return undefined;
}

function severityOf(difference: Difference, credentials: boolean): Severity {
  if (difference === 'port') return 'note';
  if (difference === 'subdomain') return credentials ? 'warning' : 'note';
  return credentials ? 'severe' : 'warning';
}

function sentenceFor(one: Slipped, slipped: readonly Slipped[], credentials: boolean): Sentence {
  const origins = [...new Set([one.origin, ...slipped.map(({ origin }) => origin)])].slice(0, 2);
  const who = join(list(origins), [origins.length > 1 ? ' are' : ' is'], [' let in']);
  const how = credentials ? ', with credentials' : '';
  const where = say` at ${nameOf(one.target)}`;
  return join(who, where, [how, ': '], whyFor(one), ['.']);
}

function whyFor({ difference, like, origin }: Slipped): Sentence {
  const host = hostOf(like);
  switch (difference) {
    case 'end':
      return say`what is compared with ${host} does not say that the name ends there. Anyone can have a name that goes on`;
    case 'short':
      return say`a part of ${host} passes for all of it, and ${hostOf(origin)} is a name that anyone can register`;
    case 'beginning':
      return say`what is compared with ${host} does not say where the name begins. Anyone can register one that ends the same`;
    case 'dot':
      return say`a dot in a pattern stands for any character, so that ${hostOf(origin)} passes for ${host}`;
    case 'shared-suffix':
      return say`anyone can have a name beside ${host}, at the same provider`;
    case 'subdomain':
      return say`every host below ${hostOf(origin).replace('evil.', '')} is trusted, also one that was given up or taken over`;
    case 'port':
      return say`every port of ${host} is let in, whatever program answers there`;
    case 'scheme':
      return say`the scheme is not compared`;
  }
}

function adviceFor({ difference, like }: Slipped): Sentence {
  switch (difference) {
    case 'end':
      return say`Close the pattern with ${'$'}, or better compare with the complete origin ${like}.`;
    case 'short':
      return say`Compare for equality, with the complete origin ${like}: a list is an array, and no text to search in.`;
    case 'beginning':
      return say`Open the pattern with ${'^https://'} and put the dot before the domain, or compare with the complete origin ${like}.`;
    case 'dot':
      return say`Write the dot as ${'\\.'}, or compare with the complete origin ${like}.`;
    case 'shared-suffix':
      return say`Name the complete origins that are yours.`;
    case 'subdomain':
      return say`Name the hosts that need it.`;
    case 'port':
    case 'scheme':
      return say`Compare with the complete origin ${like}.`;
  }
}
