import { afterAll, expect, it } from 'vitest';
import { createInProcessWire } from '@/network';
import { review } from '@/review';
import loadFrontend from '@/sandbox/frontend/realm-entry?runtime';
import loadFrontendWithDoors from '@/sandbox/frontend/realm-entry-with-doors?runtime';
import { createNodeRealmHost } from '@/sandbox/node';
import type { Scenario } from '@/scenario/document';
import { presets } from '@/scenario/presets';
import loadExpress from '@/servers/express/realm-entry?runtime';
import loadNginx from '@/servers/nginx/realm-entry?runtime';
import { simulate } from '@/simulation';
import { applyPatch } from './format/patch';
import { allLessons } from './testing';

const realms = createNodeRealmHost({
  frontend: loadFrontend,
  'frontend-with-doors': loadFrontendWithDoors,
  express: loadExpress,
  nginx: loadNginx,
});
const environment = { realms, wire: createInProcessWire() };
afterAll(() => realms.close());

const run = (scenario: Scenario) => simulate(scenario, environment);

async function severe(scenario: Scenario): Promise<string[]> {
  const { findings } = await review(scenario, await run(scenario), run);
  return findings.flatMap(({ kind, severity }) => (severity === 'severe' ? [kind] : []));
}

it('the review finds nothing severe in solutions and ready-made cases, but where the server is there to be attacked', async () => {
  const solutions = allLessons.map(({ id, setup }) => ({ id, scenario: applyPatch(setup.start, setup.solution) }));
  const found: Record<string, string[]> = {};
  for (const { id, scenario } of [...presets, ...solutions]) {
    const kinds = await severe(scenario);
    if (kinds.length > 0) found[id] = [...new Set(kinds)];
  }
  // In two lessons the learner is the attacker, and the case with Flask shows what its default opens.
  expect(found).toEqual({
    'attack-the-mirror': ['any-origin-with-credentials'],
    'attack-the-pattern': ['origin-pattern-too-wide'],
    'flask-any-origin-with-cookies': ['any-origin-with-credentials'],
  });
}, 600_000);

it('and something severe in the starts that are too open', async () => {
  for (const id of ['too-open', 'case-an-open-pattern']) {
    const lesson = allLessons.find((one) => one.id === id);
    expect(await severe(lesson!.setup.start)).not.toEqual([]);
  }
}, 120_000);
