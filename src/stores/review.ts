import { create } from 'zustand';
import type { Attacked, Attacker, Review } from '@/review';

export interface ReviewState {
  status: 'none' | 'running' | 'done' | 'failed';
  /** What was reviewed, as text: another scenario has another review. */
  subject: string;
  /** The last review that was finished; it stays while the next one is under way. */
  review: Review | undefined;
  failure: string | undefined;
  /** What came of the attacks, for those that were tried on this subject. */
  attacks: Partial<Record<Attacker, Attacked[] | AttackFailure>>;
}

/** Why an attack could not be tried. */
export interface AttackFailure {
  failure: string;
}

/** The review of what is being edited. Who fills it is loaded when it is wanted: features/review. */
export const useReview = create<ReviewState>()(() => ({
  status: 'none',
  subject: '',
  review: undefined,
  failure: undefined,
  attacks: {},
}));
