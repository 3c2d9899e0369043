import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followedStop } from './followed';
import { usePlayhead } from './playhead';

const { adopt, advance, seek } = usePlayhead.getState();

beforeEach(() => {
  vi.useFakeTimers();
  usePlayhead.setState({ position: 0, playing: false, keys: [], spans: [], loop: null });
  adopt(['a', 'b', 'c', 'd', 'e', 'f'], 'run');
  vi.advanceTimersByTime(1000);
});

afterEach(() => {
  vi.useRealTimers();
});

describe('what follows the playhead', () => {
  it('shows a stop at once that comes after a while', () => {
    advance(1);
    expect(followedStop()).toBe(1);
  });

  it('leaves out stops that stand too short to be read, and catches up', () => {
    advance(1);
    vi.advanceTimersByTime(100);
    advance(2);
    vi.advanceTimersByTime(100);
    advance(3);
    expect(followedStop()).toBe(1);
    vi.advanceTimersByTime(1100);
    advance(4);
    expect(followedStop()).toBe(1);
    vi.advanceTimersByTime(200);
    expect(followedStop()).toBe(4);
  });

  it('is where the playhead is as soon as nothing plays', () => {
    advance(1);
    seek(3);
    expect(followedStop()).toBe(3);
  });

  it('never shows a stop of the run before', () => {
    advance(2.5);
    adopt(['x', 'y'], 'run');
    expect(followedStop()).toBe(0);
  });
});
