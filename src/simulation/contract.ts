import type { Wire } from '@/network/contract';
import type { RealmHost } from '@/realm';

/** What a simulation needs from the place it runs in. */
export interface SimulationEnvironment {
  realms: RealmHost;
  wire: Wire;
  /** Leave `events` empty: for benches. The rest of the result is the same. */
  withoutTrace?: boolean;
}
