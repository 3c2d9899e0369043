import { whyServerIsSilent } from '@/explain';
import type { Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import { nameOf } from './ask/targets';
import type { Finding, Review, Severity, Simulate, Tried } from './contract';
import { investigate, type Dossier } from './dossier';
import { errorAnswers } from './findings/error-answers';
import { ignoredOptions } from './findings/ignored-options';
import { uselessNames } from './findings/lists';
import { maxAge } from './findings/max-age';
import { pageAndServer } from './findings/page-and-server';
import { missingVary } from './findings/vary';
import { whatBreaks } from './findings/what-breaks';
import { whoMayRead } from './findings/who-may-read';

const FINDERS: readonly ((dossier: Dossier) => Finding[] | Promise<Finding[]>)[] = [
  whoMayRead,
  whatBreaks,
  missingVary,
  errorAnswers,
  pageAndServer,
  ignoredOptions,
  uselessNames,
  maxAge,
];

/**
 * Reviews the policy of each server of a scenario by asking it: as the page, as strangers, as origins that resemble the ones it
 * knows. What is found was seen in a run; a finding that says "may read" was tried by a page in the simulated browser.
 * @param result of a run of `scenario`
 */
export async function review(scenario: Scenario, result: SimulationResult, simulate: Simulate): Promise<Review> {
  const findings: Finding[] = [];
  const tried: Tried[] = [];
  for (const server of scenario.servers) {
    const error = whyServerIsSilent(result, server.origin);
    if (error !== undefined) {
      const failure = `Its code does not run: ${error}`;
      tried.push({ server: server.origin, kind: server.kind, requests: [], probes: 0, origins: [], failure });
      continue;
    }
    const dossier = await investigate(server, scenario, result, simulate);
    for (const find of FINDERS) findings.push(...(await find(dossier)));
    tried.push({
      server: server.origin,
      kind: server.kind,
      requests: dossier.targets.map(nameOf),
      probes: dossier.probes,
      origins: dossier.origins,
    });
  }
  return { findings: once(findings).sort((a, b) => RANK[a.severity] - RANK[b.severity]), tried };
}

const RANK: Record<Severity, number> = { severe: 0, warning: 1, note: 2 };

function once(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = JSON.stringify([finding.kind, finding.server, finding.sentence]);
    return !seen.has(key) && Boolean(seen.add(key));
  });
}
