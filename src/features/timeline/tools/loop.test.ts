import { beforeEach, describe, expect, it } from 'vitest';
import { usePlayhead } from '@/stores/playhead';
import { loopHere } from './loop';

const LAST = 4;
const section = () => usePlayhead.getState().loop;

beforeEach(() => {
  usePlayhead.setState({ position: 0, playing: false, keys: ['a', 'b', 'c', 'd', 'e'], loop: null, loopIsOpen: false });
});

describe('the key for loops', () => {
  it('begins a section, ends it and gives it up', () => {
    loopHere(1, LAST);
    expect(section()).toEqual([1, LAST]);
    loopHere(3, LAST);
    expect(section()).toEqual([1, 3]);
    expect(usePlayhead.getState().playing).toBe(true);
    loopHere(2, LAST);
    expect(section()).toBeNull();
  });

  it('ends a section at the last stop, and gives it up only when pressed again', () => {
    loopHere(1, LAST);
    loopHere(LAST, LAST);
    expect(section()).toEqual([1, LAST]);
    expect(usePlayhead.getState()).toMatchObject({ playing: true, position: 1 });
    loopHere(2, LAST);
    expect(section()).toBeNull();
  });

  it('gives up a section that was begun here', () => {
    loopHere(1, LAST);
    loopHere(1, LAST);
    expect(section()).toBeNull();
  });

  it('begins none at the last stop, where nothing is left to play', () => {
    loopHere(LAST, LAST);
    expect(section()).toBeNull();
  });
});
