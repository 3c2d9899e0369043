import type { HeaderList } from '@/engine';

/** What a real nginx answered, by case, in the order of what it was asked. */
export interface Recording {
  version: string;
  answers: Record<string, RecordedAnswer[]>;
  /** What it said in place of starting, with the line in the configuration. */
  errors: Record<string, { message: string; line?: number }>;
}

/** null: the connection was closed without an answer. */
export type RecordedAnswer = { status: string; headers: HeaderList; body: string } | null;

/** These speak of the moment and the connection. */
const LEFT_OUT = /^(?:date|connection|keep-alive)$/i;

export function comparable(status: number, statusText: string, headers: HeaderList, body: string): RecordedAnswer {
  return {
    status: `${status} ${statusText}`.trim(),
    headers: headers
      .filter(([name]) => !LEFT_OUT.test(name))
      .map(([name, value]) => [name, isMoment(name, value) ? 'some time later' : value]),
    body,
  };
}

function isMoment(name: string, value: string): boolean {
  return name === 'Expires' && !/ (?:1970|2037) /.test(value);
}
