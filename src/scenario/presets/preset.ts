import type { Scenario } from '../document';

/** A ready-made scenario for the menu. */
export interface Preset {
  id: string;
  title: string;
  /** Heading in the menu. */
  group: 'Start here' | 'Blocked' | 'Allowed' | 'Servers' | 'Clients' | 'Other doors' | 'Shared';
  scenario: Scenario;
}
