import { beforeEach, describe, expect, it } from 'vitest';
import { usePlayhead } from '@/stores/playhead';
import { loopHere } from './loop';

const LAST = 4;
const pressAt = (position: number) => {
  usePlayhead.setState({ position });
  loopHere();
};
const section = () => usePlayhead.getState().loop;

beforeEach(() => {
  usePlayhead.setState({ position: 0, playing: false, keys: ['a', 'b', 'c', 'd', 'e'], loop: null, loopIsOpen: false });
});

describe('the key for loops', () => {
  it('begins a section, ends it and gives it up', () => {
    pressAt(1);
    expect(section()).toEqual([1, LAST]);
    pressAt(3);
    expect(section()).toEqual([1, 3]);
    expect(usePlayhead.getState().playing).toBe(true);
    pressAt(2);
    expect(section()).toBeNull();
  });

  it('ends a section at the last stop, and gives it up only when pressed again', () => {
    pressAt(1);
    pressAt(LAST);
    expect(section()).toEqual([1, LAST]);
    expect(usePlayhead.getState()).toMatchObject({ playing: true, position: 1 });
    pressAt(2);
    expect(section()).toBeNull();
  });

  it('gives up a section that was begun here', () => {
    pressAt(1);
    pressAt(1);
    expect(section()).toBeNull();
  });

  it('begins none at the last stop, where nothing is left to play', () => {
    pressAt(LAST);
    expect(section()).toBeNull();
  });
});
