import { createNodeEnvironment } from '@/cli/environment';
import { mayNeedRepair, repairRequest, type Fix, type Repair } from '@/repair';
import type { Scenario, Server } from '@/scenario/document';
import { simulate } from '@/simulation';

/** Where tests have requests repaired. */
export function openRepair() {
  const environment = createNodeEnvironment();
  return {
    close: () => environment.close(),
    /** What is found for the first request that may need it. */
    async repair(scenario: Scenario): Promise<Repair> {
      const run = (changed: Scenario) => simulate(changed, environment);
      const result = await run(scenario);
      const request = result.requests.find(mayNeedRepair);
      if (!request) throw new Error(`Nothing is held back: ${JSON.stringify(result.serverErrors ?? result.error)}`);
      const repair = await repairRequest(scenario, result, request, run);
      if (!repair) throw new Error('The search was given up');
      return repair;
    },
  };
}

export const ORIGIN = 'https://api.example.com';

/** A page of app.example.com that asks api.example.com. */
export function asking(frontend: string, server: Partial<Server> & Pick<Server, 'kind'>): Scenario {
  return {
    version: 1,
    page: 'https://app.example.com/',
    frontend,
    servers: [{ origin: ORIGIN, ...server } as Server],
  };
}

export const GET = `await fetch('${ORIGIN}/users');`;
export const GET_WITH_COOKIES = `await fetch('${ORIGIN}/users', { credentials: 'include' });`;
export const PUT = `await fetch('${ORIGIN}/users', { method: 'PUT', headers: { 'X-Trace': '1' } });`;

/** The lines of a fix as `- old` and `+ new`. */
export function changes({ diffs }: Fix): string[] {
  return diffs.flatMap(({ lines }) =>
    lines
      .filter(({ sign }) => sign !== ' ')
      .map(({ sign, pieces }) => `${sign} ${pieces.map(({ text }) => text).join('')}`),
  );
}
