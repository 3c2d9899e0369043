import { beforeEach, describe, expect, it } from 'vitest';
import { usePlayhead } from './playhead';

const state = () => usePlayhead.getState();

beforeEach(() => usePlayhead.setState({ position: 0, playing: false, speed: 1, keys: [], spans: [], loop: null }));

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

  it('steps over what is drawn as one, forward to its last stop and back to the one before its first', () => {
    state().adopt(['a', 'b', 'c', 'd', 'e'], 'edit');
    state().setSpans([[1, 3]]);
    state().seek(0);
    const seen = [1, 1, -1, -1].map((by) => {
      state().step(by);
      return state().position;
    });
    expect(seen).toEqual([3, 4, 3, 0]);
  });
});

describe('a looped section', () => {
  it('is played from its start when the playhead stands outside', () => {
    state().adopt(['a', 'b', 'c', 'd'], 'edit');
    state().setLoop([2, 1]);
    expect(state().loop).toEqual([1, 2]);
    state().play();
    expect([state().position, state().playing]).toEqual([1, true]);
  });

  it('goes on playing at the end of the run where it ends there', () => {
    state().adopt(['a', 'b', 'c'], 'edit');
    state().setLoop([1, 2]);
    state().play();
    state().advance(2);
    expect(state().playing).toBe(true);
  });

  it('stays over an edit that keeps both its ends, and goes with one of them', () => {
    state().adopt(['a', 'b', 'c'], 'edit');
    state().setLoop([1, 2]);
    state().adopt(['x', 'a', 'b', 'c'], 'edit');
    expect(state().loop).toEqual([2, 3]);
    state().adopt(['x', 'a', 'c'], 'edit');
    expect(state().loop).toBeNull();
  });
});
