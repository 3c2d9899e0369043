import { afterAll, describe, expect, it } from 'vitest';
import { createInProcessWire } from '@/network';
import loadFrontend from '@/sandbox/frontend/realm-entry?runtime';
import loadFrontendWithDoors from '@/sandbox/frontend/realm-entry-with-doors?runtime';
import { createNodeRealmHost } from '@/sandbox/node';
import loadExpress from '@/servers/express/realm-entry?runtime';
import loadNginx from '@/servers/nginx/realm-entry?runtime';
import { simulate } from '@/simulation';
import { checkLesson } from './format/check-lesson';
import { problemLine } from './format/lesson';
import { allLessons, orderedIds, parsedFolders } from './testing';

const realms = createNodeRealmHost({
  frontend: loadFrontend,
  'frontend-with-doors': loadFrontendWithDoors,
  express: loadExpress,
  nginx: loadNginx,
});
const environment = { realms, wire: createInProcessWire() };

/** Python takes some seconds to start. */
const patience = 120_000;

afterAll(() => realms.close());

describe('every lesson folder', () => {
  it('is found, and parses', () => {
    expect(parsedFolders.length).toBeGreaterThan(75);
    const problems = parsedFolders.flatMap(({ id, parsed }) =>
      parsed.ok ? [] : parsed.problems.map((problem) => `${id}/${problemLine(problem)}`),
    );
    expect(problems).toEqual([]);
  });

  it('stands once in course.json, which names no other', () => {
    expect([...orderedIds].sort()).toEqual(parsedFolders.map(({ id }) => id).sort());
  });

  it.each(allLessons.map((lesson) => ({ id: lesson.id, lesson })))(
    '$id fails at the start for its stated reason, and its solution solves it safely',
    async ({ lesson }) => {
      const problems = await checkLesson(lesson, (scenario) => simulate(scenario, environment));
      expect(problems.map(problemLine)).toEqual([]);
    },
    patience,
  );
});
