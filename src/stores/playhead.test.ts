import { beforeEach, describe, expect, it } from 'vitest';
import { usePlayhead } from './playhead';

const state = () => usePlayhead.getState();

beforeEach(() => usePlayhead.setState({ position: 0, playing: false, speed: 1, keys: [] }));

describe('the playhead', () => {
  it('plays a run from its start', () => {
    state().adopt(['a', 'b', 'c'], 'run');
    expect([state().position, state().playing]).toEqual([0, true]);
  });

  it('shows the end of the first run that an edit brings', () => {
    state().adopt(['a', 'b', 'c'], 'edit');
    expect([state().position, state().playing]).toEqual([2, false]);
  });

  it('stays at the same stop over an edit', () => {
    state().adopt(['a', 'b', 'c'], 'edit');
    state().seek(1);
    state().adopt(['a', 'x', 'b', 'c'], 'edit');
    expect(state().position).toBe(2);
  });

  it('goes to the end where the stop is gone', () => {
    state().adopt(['a', 'b', 'c'], 'edit');
    state().seek(1);
    state().adopt(['a', 'c'], 'edit');
    expect(state().position).toBe(1);
  });

  it('steps from a moment between stops to the stop beside it', () => {
    state().adopt(['a', 'b', 'c'], 'run');
    state().advance(0.4);
    state().step(1);
    expect([state().position, state().playing]).toEqual([1, false]);
    state().advance(1.6);
    state().step(-1);
    expect(state().position).toBe(1);
  });

  it('never leaves the run', () => {
    state().adopt(['a', 'b'], 'edit');
    state().step(5);
    expect(state().position).toBe(1);
    state().seek(-3);
    expect(state().position).toBe(0);
  });

  it('starts over when played at the end, and stops there', () => {
    state().adopt(['a', 'b'], 'edit');
    state().play();
    expect([state().position, state().playing]).toEqual([0, true]);
    state().advance(1.2);
    expect([state().position, state().playing]).toEqual([1, false]);
  });
});
