import type { Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import { lanesOf } from './lanes';
import { legsOf } from './legs';
import { consoleRows, networkRows, serverLogRows } from './panels';
import type { Run } from './run';
import { stateRows } from './state-rows';
import { stopsOf } from './stops';
import { tracksOf } from './tracks';
import { verdictOf } from './verdict';

/** From what happened to what is shown. Decides nothing about CORS: every judgement is read from the result. Never throws. */
export function explainRun(result: SimulationResult, scenario: Scenario): Run {
  const { stops, known } = stopsOf(result);
  const legs = legsOf(result, scenario, stops);
  const tracks = tracksOf(result, scenario, stops, legs);
  return {
    lanes: lanesOf(scenario, legs),
    stops,
    tracks,
    rows: Math.max(1, ...tracks.map((track) => track.row + 1)),
    verdict: verdictOf(result, tracks),
    network: networkRows(result, stops, legs),
    console: consoleRows(result, stops, known),
    serverLog: serverLogRows(result, stops),
    state: stateRows(result, stops),
  };
}
