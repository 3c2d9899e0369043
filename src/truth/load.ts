/** Reads the project's own recordings. Loaded on demand: they are a megabyte of text. */

import { RecordingFiles } from './files';
import type { Recorded, RecordedBrowser, Recording } from './recording';

const TEXTS = {
  chromium: () => import('./recordings/chromium.jsonl?raw'),
  firefox: () => import('./recordings/firefox.jsonl?raw'),
  webkit: () => import('./recordings/webkit.jsonl?raw'),
} satisfies Record<RecordedBrowser, () => Promise<{ default: string }>>;

export async function loadFiles(): Promise<RecordingFiles> {
  const strings = await import('./recordings/shared-strings.json?raw');
  return new RecordingFiles(strings.default);
}

export async function loadRecordings(): Promise<Recording[]> {
  const [files, scenarios] = await Promise.all([loadFiles(), import('./recordings/scenarios.jsonl?raw')]);
  return files.readScenarios(scenarios.default);
}

export async function loadObservations(recordings: readonly Recording[], browser: RecordedBrowser): Promise<Recorded> {
  const [files, text] = await Promise.all([loadFiles(), TEXTS[browser]()]);
  return files.readBrowser(recordings, text.default);
}
