import type { Splice } from '../../splice';

/** A change of the text, and how it does what is wished where there are several ways. */
export interface NginxWay {
  splices: readonly Splice[];
  how?: string;
  does?: string;
  isNew?: boolean;
  isFallback?: boolean;
}
