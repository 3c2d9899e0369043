import { allTopics, drillQuestion, type DrillQuestion } from './question';

const hardest = 5;

/** A topic that was answered wrong, and from which answer of the run on it may be asked about again. */
export interface Debt {
  topic: string;
  after: number;
}

/** A run of questions: harder after right answers, easier after wrong ones, and what was wrong comes back. */
export interface DrillSession {
  seed: number;
  length: number;
  /** Answered so far, in order. */
  answered: { topic: string; isRight: boolean }[];
  level: number;
  /** To be asked about again. */
  due: Debt[];
  question: DrillQuestion;
}

/** So many questions lie between a wrong answer and the same topic again. */
const pause = 3;

/** @param owed topics that earlier runs left, the oldest first */
export function beginSession(
  seed: number,
  { level = 1, owed = [], length = 20 }: { level?: number; owed?: readonly string[]; length?: number } = {},
): DrillSession {
  // A topic of another version of the course is forgotten.
  const known = owed.filter((topic) => allTopics.includes(topic));
  const due = known.map((topic, index) => ({ topic, after: (index + 1) * pause }));
  return { seed, length, answered: [], level, due, question: drillQuestion(seed, level) };
}

export const isOver = ({ answered, length }: DrillSession): boolean => answered.length >= length;

/** What is still owed when a run ends. */
export const owedBy = ({ due }: DrillSession): string[] => due.map(({ topic }) => topic);

/** The session after an answer, with the next question. */
export function afterAnswer(session: DrillSession, isRight: boolean): DrillSession {
  const { topic } = session.question;
  const answered = [...session.answered, { topic, isRight }];
  const level =
    isRight && lastWasRight(session)
      ? Math.min(hardest, session.level + 1)
      : isRight
        ? session.level
        : Math.max(1, session.level - 1);
  const left = session.due.filter((debt) => debt.topic !== topic);
  const due = isRight ? left : [...left, { topic, after: answered.length + pause }];
  const ripe = due.find(({ after }) => after <= answered.length);
  // Far apart seeds: neighbours must not give questions that look alike.
  const seed = (Math.imul(session.seed, 2654435761) + answered.length * 40503) >>> 0;
  return { ...session, answered, level, due, question: drillQuestion(seed, level, ripe?.topic) };
}

const lastWasRight = ({ answered }: DrillSession): boolean => answered.at(-1)?.isRight === true;
