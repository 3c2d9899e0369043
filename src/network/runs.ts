import { decodeRequest, encodeReply } from './envelope';
import type { Answerer } from './contract';

/** Answers an envelope with an envelope. null: there is no such run (any more). */
export type AnswerEnvelope = (run: string, envelope: string) => Promise<string | null>;

interface OpenRun {
  answer: Answerer;
  /** By exchange. One that is carried a second time, for want of an answer, does not happen a second time. */
  underWay: Map<number, Promise<string>>;
}

/** Who answers for which run. */
export interface Runs {
  open(answer: Answerer): string;
  close(run: string): void;
  answer: AnswerEnvelope;
  /** The reply to an exchange that has arrived here and is not `forget`ten. */
  arrived(run: string, exchange: number): Promise<string> | undefined;
  forget(run: string, exchange: number): void;
}

let opened = 0;

export function createRuns(): Runs {
  const runs = new Map<string, OpenRun>();
  return {
    open(answer) {
      const name = `run-${(opened += 1)}`;
      runs.set(name, { answer, underWay: new Map() });
      return name;
    },
    close: (run) => void runs.delete(run),
    async answer(run, envelope) {
      const found = runs.get(run);
      if (!found) return null;
      const { request, exchange } = decodeRequest(envelope);
      const known = found.underWay.get(exchange);
      if (known) return known;
      const reply = found.answer(request, exchange).then(encodeReply);
      found.underWay.set(exchange, reply);
      return reply;
    },
    arrived: (run, exchange) => runs.get(run)?.underWay.get(exchange),
    forget: (run, exchange) => void runs.get(run)?.underWay.delete(exchange),
  };
}
