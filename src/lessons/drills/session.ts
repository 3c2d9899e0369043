import { hardest, type Fault } from './faults';
import { drillQuestion, type DrillQuestion } from './question';

/** A run of questions: harder after right answers, easier after wrong ones, and what was wrong comes back. */
export interface DrillSession {
  seed: number;
  length: number;
  /** Answered so far, in order. */
  answered: { fault: Fault; isRight: boolean }[];
  level: number;
  /** Faults to be asked about again, and after how many answers. */
  due: { fault: Fault; after: number }[];
  question: DrillQuestion;
}

/** So many questions lie between a wrong answer and the same fault again. */
const pause = 3;

export function beginSession(seed: number, length = 20): DrillSession {
  return { seed, length, answered: [], level: 1, due: [], question: drillQuestion(seed, 1) };
}

export const isOver = ({ answered, length }: DrillSession): boolean => answered.length >= length;

/** The session after an answer, with the next question. */
export function afterAnswer(session: DrillSession, isRight: boolean): DrillSession {
  const { fault } = session.question;
  const answered = [...session.answered, { fault, isRight }];
  const level =
    isRight && lastWasRight(session)
      ? Math.min(hardest, session.level + 1)
      : isRight
        ? session.level
        : Math.max(1, session.level - 1);
  const waiting = isRight ? session.due : [...session.due, { fault, after: answered.length + pause }];
  const ripe = waiting.find(({ after }) => after <= answered.length);
  // Far apart seeds: neighbours must not give questions that look alike.
  const seed = (Math.imul(session.seed, 2654435761) + answered.length * 40503) >>> 0;
  return {
    ...session,
    answered,
    level,
    due: waiting.filter((each) => each !== ripe),
    question: drillQuestion(seed, level, ripe?.fault),
  };
}

const lastWasRight = ({ answered }: DrillSession): boolean => answered.at(-1)?.isRight === true;
