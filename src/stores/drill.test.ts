import { beforeEach, describe, expect, it } from 'vitest';
import { takeUpDrills, useDrill } from './drill';

const run = (at: number) => ({ at, right: 8, length: 10, seconds: 60 });
const record = () => useDrill.getState().record;
const told = (level: number, owed: string[], runs: object[]) => takeUpDrills(JSON.stringify({ level, owed, runs }));

beforeEach(() => useDrill.setState({ record: { level: 2, owed: ['cookie/not-asked-for'], runs: [run(1)] } }));

describe('what another tab has kept of drills', () => {
  it('brings its runs, and loses none of this one', () => {
    told(3, [], [run(2)]);
    expect(record()).toEqual({ level: 3, owed: [], runs: [run(1), run(2)] });
  });

  it('clears what was cleared there', () => {
    told(1, [], []);
    expect(record()).toEqual({ level: 1, owed: [], runs: [] });
  });

  it.each([null, '', '{"level":'])('changes nothing where it makes no sense: %j', (text) => {
    const before = record();
    takeUpDrills(text);
    expect(record()).toBe(before);
  });

  it('comes to rest', () => {
    told(3, [], [run(2)]);
    const before = record();
    takeUpDrills(JSON.stringify(before));
    expect(record()).toBe(before);
  });
});
