import type { Exchange } from '@/scenario/result';
import type { Server } from '@/scenario/document';
import type { Wish } from '../wish';

/** What an edit has to go by: the exchange with the server whose answer should be different. */
export interface Context {
  exchange: Exchange;
  /** A redirect made the origin of the request opaque, or the page's own is. */
  origin: string;
}

/** A changed server, and how it does what is wished where there are several ways: "in this route". */
export interface Edit<S extends Server = Server> {
  server: S;
  how?: string;
  /** What it does, where that is less than the wish: as an order. */
  does?: string;
  /** Nothing that is there is changed: something new is put in. For want of better, where something there may be meant to do it. */
  isNew?: boolean;
  /** Worse than the others. */
  isFallback?: boolean;
}

/** The ways to make the server's answer to this exchange as wished. Each is only proposed: a run decides. */
export type Editor<S extends Server> = (server: S, wish: Wish, context: Context) => Edit<S>[];
