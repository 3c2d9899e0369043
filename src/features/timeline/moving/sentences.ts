import type { Run } from '@/explain';
import { moment } from '../clock';
import { sentenceOf } from '../sentences';

/** The run in sentences, one a stop, each with its moment. */
export function sentencesOf(run: Run): string[] {
  return run.stops.map((stop) => `${moment(stop.at)}. ${sentenceOf(run, stop)}`);
}
