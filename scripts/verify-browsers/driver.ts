import type { Observation, Recording, RecordedBrowser } from '@/truth/recording';
import type { Certificates } from './certificates';
import type { Lane } from './lane';

/** A real browser, ready to run scenarios. */
export interface Driver {
  browser: RecordedBrowser;
  /** As `Chromium 156.0.8078.79`. */
  version: string;
  /** Runs a scenario in a window of that lane, with nothing kept from the one before. */
  run(recording: Recording, lane: Lane): Promise<Observation>;
  close(): Promise<void>;
}

export interface DriverOptions {
  executable: string;
  certificates: Certificates;
  lanes: readonly Lane[];
}

export type StartDriver = (options: DriverOptions) => Promise<Driver>;

export const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
