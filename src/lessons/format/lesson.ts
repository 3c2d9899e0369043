/** A lesson as the page uses it: prose and setup, both parsed. docs/lessons.md describes the files they come from. */

import type { Scenario } from '@/scenario/document';
import type { Goal } from './goal';
import type { Patch } from './patch';
import type { Prediction } from './predictions';
import type { Prose } from './prose';

export interface Lesson {
  /** The folder's name: the lesson's address, which never changes. */
  id: string;
  prose: Prose;
  setup: LessonSetup;
}

export type LessonKind = 'lesson' | 'case';

/** What stands in lesson.json. */
export interface LessonSetup {
  version: 1;
  kind: LessonKind;
  /** Cases: the public thread that the case retells. */
  source?: string;
  start: Scenario;
  /** What the learner may change: `frontend`, `page`, or a server by its origin. Everything else is locked. */
  yours: string[];
  /** What a run of the start shows: the reason why it does not meet the goal, which the prose teaches. */
  startShows: Goal;
  predictions: Prediction[];
  goal: Goal;
  solution: Patch;
  trials: Trial[];
}

/** A further run of the learner's scenario under changed circumstances. */
export interface Trial {
  id: string;
  /** `required`: must hold to solve the lesson. `safety`: the lesson is solved without it, with a warning. */
  kind: 'required' | 'safety';
  /** What is tried: "The same page from https://admin.example.com". */
  title: string;
  change: Patch;
  holds: Goal;
  /** What to say where it does not hold. */
  otherwise: string;
}

/** Something wrong with a lesson's files, and where. */
export interface LessonProblem {
  file: 'lesson.md' | 'lesson.json';
  /** 1-based. */
  line?: number;
  /** In lesson.json: `start.servers[0].origin`. */
  path?: string;
  message: string;
}

export function problemLine({ file, line, path, message }: LessonProblem): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return path ? `${place}: ${path}: ${message}` : `${place}: ${message}`;
}
