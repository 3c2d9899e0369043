import type { BrowserName } from '@/engine';
import { explainRun } from '@/explain';
import { repairRequest, isHeldBack } from '@/repair';
import { counterpart, passes } from '@/repair/same-request';
import type { Scenario } from '@/scenario/document';
import { errorLine, parseScenario } from '@/scenario/parse';
import type { SimulationResult } from '@/scenario/result';
import { simulate, type SimulationEnvironment } from '@/simulation';
import { permissive } from './permissive-wire';

export interface Judged {
  scenario: string;
  request: number;
  reason: string;
  /** Servers that say yes to everything would let it pass. */
  repairable: boolean;
  serverFixes: number;
  pageFixes: number;
  /** Why there is none. */
  note: string | null;
}

export interface Report {
  scenarios: number;
  requests: number;
  judged: Judged[];
  /** Requests whose Why ends in another reason than the run. */
  otherReasons: string[];
  /** Offered, and the request does not pass. */
  failing: string[];
  /** Fixes that were applied and run again. */
  applied: number;
}

export const emptyReport = (): Report => ({
  scenarios: 0,
  requests: 0,
  judged: [],
  otherReasons: [],
  failing: [],
  applied: 0,
});

/** Repairs every request of the scenario that was held back, and runs every fix once more as if a learner had applied it. */
export async function judgeScenario(
  scenario: Scenario,
  environment: SimulationEnvironment,
  report: Report,
): Promise<void> {
  const run = (changed: Scenario): Promise<SimulationResult> => simulate(changed, environment);
  const result = await run(scenario);
  const title = `${scenario.title} in ${scenario.browser ?? 'chromium'}`;
  const explained = explainRun(result, scenario);
  report.scenarios += 1;
  report.requests += result.requests.length;
  for (const track of explained.tracks) {
    const reason = result.requests[track.request]?.reason ?? null;
    if (track.reason !== reason)
      report.otherReasons.push(`${title}, request ${track.request}: ${track.reason}, not ${reason}`);
  }
  const heldBack = result.requests.filter(isHeldBack);
  if (heldBack.length === 0) return;
  const allowed = await simulate(scenario, { ...environment, wire: permissive(environment.wire) });
  for (const request of heldBack) {
    const repair = await repairRequest(scenario, result, request, run);
    const same = counterpart(result, request, allowed);
    report.judged.push({
      scenario: title,
      request: request.id,
      reason: request.reason ?? 'opaque',
      repairable: same !== undefined && passes(request, same),
      serverFixes: repair?.fixes.filter(({ place }) => place === 'server').length ?? 0,
      pageFixes: repair?.fixes.filter(({ place }) => place !== 'server').length ?? 0,
      note: repair?.note?.map((part) => (typeof part === 'string' ? part : part.code)).join('') ?? null,
    });
    for (const fix of repair?.fixes ?? []) {
      report.applied += 1;
      const after = await run(asRead(fix.scenario));
      const now = counterpart(result, request, after);
      if (!now || !passes(request, now)) report.failing.push(`${title}, request ${request.id}: ${fix.title}`);
    }
  }
}

/** As a file of it would be read. */
function asRead(scenario: Scenario): Scenario {
  const parsed = parseScenario(JSON.parse(JSON.stringify(scenario)));
  if (parsed.ok) return parsed.scenario;
  throw new Error(parsed.errors.map(errorLine).join('; '));
}

export const inBrowser = (scenario: Scenario, browser: BrowserName): Scenario => ({ ...scenario, browser });

/** A line for each reason: how many, repaired on a server, repaired on the page alone, and none. */
export function tableOf({ judged }: Report): string {
  const reasons = [...new Set(judged.map(({ reason }) => reason))].sort();
  const rows = reasons.map((reason) => {
    const all = judged.filter((one) => one.reason === reason);
    const server = all.filter(({ serverFixes }) => serverFixes > 0);
    const page = all.filter(({ serverFixes, pageFixes }) => serverFixes === 0 && pageFixes > 0);
    const repairable = all.filter((one) => one.repairable);
    return [
      reason,
      all.length,
      repairable.length,
      server.length,
      page.length,
      all.length - server.length - page.length,
    ];
  });
  const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0);
  const head = ['reason', 'held back', 'a server can', 'server fix', 'page fix only', 'none'];
  return [head, ...rows, ['all', sum(1), sum(2), sum(3), sum(4), sum(5)]]
    .map((row) => row.map((cell, at) => (at === 0 ? String(cell).padEnd(42) : String(cell).padStart(14))).join(''))
    .join('\n');
}
