import { afterAll, describe, expect, it } from 'vitest';
import { createInProcessWire } from '@/network';
import loadFrontend from '@/sandbox/frontend/realm-entry?runtime';
import loadFrontendWithDoors from '@/sandbox/frontend/realm-entry-with-doors?runtime';
import { createNodeRealmHost } from '@/sandbox/node';
import type { Server } from '@/scenario/document';
import loadExpress from '@/servers/express/realm-entry?runtime';
import { simulate } from '@/simulation';
import { grade } from './format/grade';
import type { Lesson } from './format/lesson';
import { applyPatch } from './format/patch';
import { allLessons } from './testing';

const realms = createNodeRealmHost({
  frontend: loadFrontend,
  'frontend-with-doors': loadFrontendWithDoors,
  express: loadExpress,
});
const environment = { realms, wire: createInProcessWire() };
afterAll(() => realms.close());

/** What people copy from a forum: repeats every origin, with credentials, and lets nobody after it say otherwise. */
const mirror = `
app.use((req, res, next) => {
  const set = res.setHeader.bind(res);
  res.setHeader = (name, value) => (/^access-control-allow/i.test(name) ? res : set(name, value));
  const remove = res.removeHeader.bind(res);
  res.removeHeader = (name) => (/^access-control-allow/i.test(name) ? res : remove(name));
  set('Access-Control-Allow-Origin', req.headers.origin ?? '*');
  set('Access-Control-Allow-Credentials', 'true');
  set('Access-Control-Allow-Methods', req.headers['access-control-request-method'] ?? 'GET');
  set('Access-Control-Allow-Headers', req.headers['access-control-request-headers'] ?? 'Accept');
  if (req.method === 'OPTIONS') return res.sendStatus(204);
  next();
});
`;

const madeApp = /const app = express\(\);\n/;

function opened(server: Server): Server {
  if (server.kind !== 'express') return server;
  const { code } = server;
  const made = madeApp.exec(code)?.[0];
  return { ...server, code: made ? code.replace(made, made + mirror) : mirror + code };
}

const isRepairOfExpress = ({ setup }: Lesson): boolean =>
  setup.kind === 'case' &&
  setup.trials.some(({ kind }) => kind === 'safety') &&
  setup.start.servers.some(({ kind, origin }) => kind === 'express' && setup.yours.includes(origin));

const cases = allLessons.filter(isRepairOfExpress);

describe('a case answered by opening everything', () => {
  it('is tried on ten cases or more', () => expect(cases.length).toBeGreaterThanOrEqual(10));

  it.each(cases.map((lesson) => ({ id: lesson.id, lesson })))(
    '$id passes with a warning at most, and the attack that warns gets through',
    async ({ lesson }) => {
      const solved = applyPatch(lesson.setup.start, lesson.setup.solution);
      const open = {
        ...solved,
        servers: solved.servers.map((server) => (lesson.setup.yours.includes(server.origin) ? opened(server) : server)),
      };
      const run = (scenario: typeof open) => simulate(scenario, environment);
      const { met, warnings, trials } = await grade(lesson, open, await run(open), run);
      const stopped = trials.filter(({ held, trial }) => !held && trial.kind === 'required');
      expect(met).toBe(true);
      expect(warnings.length + stopped.length).toBeGreaterThan(0);
      const attack = warnings[0]?.result ?? stopped[0]?.result;
      expect(attack?.requests.at(-1)?.verdict).toBe('allowed');
    },
    60_000,
  );
});
