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

/** The request is answered by nobody, and is to be handed on to who would. */
export interface HandOnWish {
  kind: 'hand-on';
}

/** The header is sent more than once, and is to be sent once. */
export interface OnceWish {
  kind: 'once';
  name: string;
}

/** What a server's answer has to say for the request to get past the gate that closed. */
export type Wish = HeaderWish | PreflightWish | HandOnWish | OnceWish;

/** A wish, what it is called and what it opens. */
export interface Proposal {
  wish: Wish;
  title: string;
  opening: Opening;
  opens: string;
}
