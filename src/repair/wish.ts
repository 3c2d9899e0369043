import type { Opening } from './fix';

/** A header of the answer as it should be. */
export interface HeaderWish {
  kind: 'header';
  /** As it is usually written. */
  name: string;
  /** The whole value, or with `adds` the members to add to the list that is there. */
  value: string;
  adds: boolean;
}

/** The preflight is to be answered here and with an ok status. */
export interface PreflightWish {
  kind: 'answer-preflight';
}

/** What a server's answer has to say for the request to get past the gate that closed. */
export type Wish = HeaderWish | PreflightWish;

/** A wish, what it is called and what it opens. */
export interface Proposal {
  wish: Wish;
  title: string;
  opening: Opening;
  opens: string;
}
