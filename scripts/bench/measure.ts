import type { Contender } from './contender';
import type { Question } from './question';

export interface Correctness {
  /** Questions with Chromium's outcome. */
  outcomes: number;
  /** … and with the same requests on the way to it. */
  requests: number;
}

export async function correctness(contender: Contender, questions: readonly Question[]): Promise<Correctness> {
  let outcomes = 0;
  let requests = 0;
  for (const question of questions) {
    const given = await (await contender.prepare(question))();
    if (given.outcome === question.outcome) outcomes += 1;
    if (given.outcome === question.outcome && given.requests === question.requests) requests += 1;
  }
  return { outcomes, requests };
}

/** Requests per second, going through the questions once at least. Only the request counts, not what is made ready for it. */
export async function speed(contender: Contender, questions: readonly Question[], seconds: number): Promise<number> {
  let count = 0;
  let busy = 0;
  // What is made ready may take longer than what is measured: it may not take for ever.
  const end = performance.now() + seconds * 2000;
  do {
    for (const question of questions) {
      const ask = await contender.prepare(question);
      const start = performance.now();
      await ask();
      busy += performance.now() - start;
      count += 1;
    }
  } while (busy < seconds * 1000 && performance.now() < end);
  return (count / busy) * 1000;
}
