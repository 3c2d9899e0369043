/** The data files below `recordings/`, as text: `scenarios.jsonl`, one `<browser>.jsonl` each, `shared-strings.json`. */

import { observationId, readObservation, writeObservation } from './observation-lines';
import type { Observation, Recorded, RecordedBrowser, Recording } from './recording';
import { readRecording, writeRecording } from './recording-lines';
import { SharedStrings } from './shared-strings';

/** First line of a browser's file. */
interface Heading {
  browser: RecordedBrowser;
  version: string;
}

export class RecordingFiles {
  readonly #strings: SharedStrings;

  /** @param sharedStrings text of `shared-strings.json` */
  constructor(sharedStrings: string) {
    this.#strings = new SharedStrings(JSON.parse(sharedStrings) as Record<string, string>);
  }

  readScenarios(text: string): Recording[] {
    return lines(text).map((line) => readRecording(this.#expand(line)));
  }

  writeScenarios(recordings: readonly Recording[]): string {
    return unlines(recordings.map((recording) => this.#shorten(writeRecording(recording))));
  }

  readBrowser(recordings: readonly Recording[], text: string): Recorded {
    const byId = new Map(recordings.map((recording) => [recording.id, recording]));
    const [heading = '{}', ...rest] = lines(text);
    const observations = new Map<string, Observation>();
    for (const short of rest) {
      const line = this.#expand(short);
      const id = observationId(line);
      const recording = byId.get(id);
      if (!recording) throw new Error(`An observation of ${id}, which is no recorded scenario`);
      observations.set(id, readObservation(recording, line));
    }
    return { ...(JSON.parse(heading) as Heading), observations };
  }

  writeBrowser(recordings: readonly Recording[], { browser, version, observations }: Recorded): string {
    const written = recordings.flatMap((recording) => {
      const observation = observations.get(recording.id);
      return observation ? [this.#shorten(writeObservation(recording, observation))] : [];
    });
    return unlines([JSON.stringify({ browser, version } satisfies Heading), ...written]);
  }

  #expand(line: string): string {
    return mapStrings(line, (text) => this.#strings.expand(text));
  }

  #shorten(line: string): string {
    return mapStrings(line, (text) => this.#strings.shorten(text));
  }
}

/** Every string value in a JSON text; the names of members stay. */
function mapStrings(json: string, change: (text: string) => string): string {
  return JSON.stringify(JSON.parse(json, (_, value: unknown) => (typeof value === 'string' ? change(value) : value)));
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function unlines(all: string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
