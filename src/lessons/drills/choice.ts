import type { Scenario } from '@/scenario/document';

export interface DrillChoice {
  id: string;
  words: string;
  /** The system with this choice carried out, where the question asks what would help. */
  changed?: Scenario;
}
