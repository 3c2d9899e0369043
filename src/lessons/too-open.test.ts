import { afterAll, describe, expect, it } from 'vitest';
import { createInProcessWire } from '@/network';
import loadFrontend from '@/sandbox/frontend/realm-entry?runtime';
import loadFrontendWithDoors from '@/sandbox/frontend/realm-entry-with-doors?runtime';
import { createNodeRealmHost } from '@/sandbox/node';
import type { Server } from '@/scenario/document';
import loadExpress from '@/servers/express/realm-entry?runtime';
import loadNginx from '@/servers/nginx/realm-entry?runtime';
import { simulate } from '@/simulation';
import { grade } from './format/grade';
import type { Lesson } from './format/lesson';
import { applyPatch } from './format/patch';
import { inlineRuns, plainText } from './format/prose';
import { allLessons } from './testing';

const realms = createNodeRealmHost({
  frontend: loadFrontend,
  'frontend-with-doors': loadFrontendWithDoors,
  express: loadExpress,
  nginx: loadNginx,
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

const isExpress = ({ setup }: Lesson): boolean =>
  setup.start.servers.some(({ kind, origin }) => kind === 'express' && setup.yours.includes(origin));
const isRepairOfExpress = (lesson: Lesson): boolean =>
  lesson.setup.kind === 'case' && lesson.setup.trials.some(({ kind }) => kind === 'safety') && isExpress(lesson);

/** The goal itself says that the door is not for everybody. */
const saysWhoMayNot = ({ prose }: Lesson): boolean =>
  /nobody else|only the app|example\.com only|stay out|stays out|more than it needs/i.test(
    inlineRuns(prose.action).map(plainText).join(' '),
  );

const cases = allLessons.filter(isRepairOfExpress);
const closed = allLessons.filter(saysWhoMayNot);

async function gradeOfOpened({ setup, ...lesson }: Lesson) {
  const solved = applyPatch(setup.start, setup.solution);
  const open = {
    ...solved,
    servers: solved.servers.map((server) => (setup.yours.includes(server.origin) ? opened(server) : server)),
  };
  const run = (scenario: typeof open) => simulate(scenario, environment);
  return grade({ setup, ...lesson }, open, await run(open), run);
}

describe('a case answered by opening everything', () => {
  it('is tried on ten cases or more', () => expect(cases.length).toBeGreaterThanOrEqual(10));

  it.each(cases.map((lesson) => ({ id: lesson.id, lesson })))(
    '$id passes with a warning at most, and the attack that warns gets through',
    async ({ lesson }) => {
      const { met, warnings, trials } = await gradeOfOpened(lesson);
      const stopped = trials.filter(({ held, trial }) => !held && trial.kind === 'required');
      expect(met).toBe(true);
      expect(warnings.length + stopped.length).toBeGreaterThan(0);
      const attack = warnings[0]?.result ?? stopped[0]?.result;
      expect(attack?.requests.at(-1)?.verdict).toBe('allowed');
    },
    60_000,
  );
});

describe('a goal that says who may not', () => {
  it('is found in these lessons and cases', () =>
    expect(closed.map(({ id }) => id).sort()).toEqual([
      'balanced',
      'case-a-pattern-as-a-value',
      'case-an-empty-list',
      'case-an-open-pattern',
      'case-localhost-or-127',
      'cors-package',
      'credentials',
      'development-and-production',
      'flask-cors',
      'myth-works-in-postman',
      'several-origins',
      'too-strict',
    ]));

  it.each(closed.map((lesson) => ({ id: lesson.id, lesson })))(
    '$id requires that a stranger is kept out',
    ({ lesson }) => {
      const { start, trials } = lesson.setup;
      const strangers = trials.filter(
        ({ change, holds }) => change.page !== undefined && change.page !== start.page && 'not' in holds,
      );
      expect(strangers.map(({ kind }) => kind)).toContain('required');
      expect(strangers.map(({ kind }) => kind)).not.toContain('safety');
    },
  );

  it.each(closed.filter(isExpress).map((lesson) => ({ id: lesson.id, lesson })))(
    '$id is not solved by opening everything, and the stranger’s run shows why',
    async ({ lesson }) => {
      const { met, solved, trials } = await gradeOfOpened(lesson);
      const missed = trials.filter(({ held }) => !held);
      expect([met, solved]).toEqual([true, false]);
      expect(missed.map(({ result }) => result.requests.at(-1)?.verdict)).toContain('allowed');
    },
    60_000,
  );
});

describe('a trial that says it asks the same', () => {
  const asksWithCredentials = (code = ''): boolean => /credentials: 'include'|withCredentials = true/.test(code);
  const same = allLessons.flatMap(({ id, setup }) =>
    setup.trials.filter(({ title }) => /\bsame\b/.test(title)).map((trial) => ({ id, start: setup.start, trial })),
  );

  it.each(same)('$id: $trial.title, with credentials only where the page has them', ({ start, trial }) => {
    const asked = trial.change.frontend ?? start.frontend;
    expect(asksWithCredentials(asked)).toBe(asksWithCredentials(start.frontend));
  });
});
