import type { Contender } from './contender';
import type { Question } from './question';

export interface Measured {
  name: string;
  perSecond: number;
  /** Questions with Chromium's outcome, and with the same requests on the way to it. */
  outcomes: number;
  requests: number;
  of: number;
}

/**
 * Goes through the questions until the time is over, once at least. Only the request is measured, not what is made ready
 * for it; a first round, not measured, gives the answers and warms up.
 */
export async function measure(
  contender: Contender,
  questions: readonly Question[],
  seconds: number,
): Promise<Measured> {
  let outcomes = 0;
  let requests = 0;
  for (const question of questions) {
    const given = await (await contender.prepare(question))();
    if (given.outcome === question.outcome) outcomes += 1;
    if (given.outcome === question.outcome && given.requests === question.requests) requests += 1;
  }
  let count = 0;
  let busy = 0;
  const end = performance.now() + seconds * 1000 * 3;
  do {
    for (const question of questions) {
      const ask = await contender.prepare(question);
      const start = performance.now();
      await ask();
      busy += performance.now() - start;
      count += 1;
    }
    // What is made ready may take longer than what is measured: it may not take for ever.
  } while (busy < seconds * 1000 && performance.now() < end);
  return { name: contender.name, perSecond: (count / busy) * 1000, outcomes, requests, of: questions.length };
}
