import type { Question } from './question';

export interface Given {
  outcome: 'resolved' | 'rejected';
  /** Methods of the requests that reached the server. */
  requests: string;
}

/** Somebody who says what a browser would do with a request. */
export interface Contender {
  name: string;
  /**
   * Makes everything ready that is there before the request: the page, the servers. Not measured.
   *
   * @returns what makes the request and waits for its end
   */
  prepare(question: Question): Promise<() => Promise<Given>> | (() => Promise<Given>);
}
