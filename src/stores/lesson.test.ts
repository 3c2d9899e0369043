import { beforeEach, describe, expect, it } from 'vitest';
import { loadLesson } from '@/lessons/catalogue';
import type { Lesson } from '@/lessons/format/lesson';
import { openLesson, showSolution, startOver } from './lesson';
import { useProgress } from './progress';
import { documentOf, useScenario } from './scenario';

const frontend = (): string => documentOf(useScenario.getState()).frontend;
const stands = (lesson: Lesson): boolean => useProgress.getState().lessons[lesson.id]?.solutionStands === true;

describe('what stood in the editors', () => {
  let lesson: Lesson;
  beforeEach(async () => {
    useProgress.getState().clear();
    lesson = await loadLesson('preflight');
    openLesson(lesson);
    useScenario.getState().setFrontend('// mine');
  });

  it('can be brought back after the solution was shown, and then the solution stands there no more', () => {
    showSolution(lesson);
    expect(frontend()).not.toBe('// mine');
    expect(stands(lesson)).toBe(true);
    useScenario.getState().undoReset();
    expect(frontend()).toBe('// mine');
    expect(stands(lesson)).toBe(false);
  });

  it('can be brought back after starting over; a solution among it counts as one again', () => {
    showSolution(lesson);
    useScenario.getState().setFrontend('// the solution, changed');
    startOver(lesson);
    expect(stands(lesson)).toBe(false);
    useScenario.getState().undoReset();
    expect(frontend()).toBe('// the solution, changed');
    expect(stands(lesson)).toBe(true);
  });
});
