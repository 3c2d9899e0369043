import type { KeyboardEvent } from 'react';
import { describe, expect, it } from 'vitest';
import { rovingIndex } from './roving';

const press = (key: string, modifiers: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({ key, ...modifiers }) as KeyboardEvent;

describe('where a key leads in a row with one tab stop', () => {
  it.each([
    ['ArrowRight', 1, 2],
    ['ArrowDown', 2, 0],
    ['ArrowLeft', 0, 2],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['Enter', 1, undefined],
  ])('%s, from %i of three', (key, at, index) => {
    expect(rovingIndex(press(key), at, 3)).toBe(index);
  });

  it('is nowhere with a modifier, which makes it the browser’s own', () => {
    expect(rovingIndex(press('ArrowLeft', { altKey: true }), 1, 3)).toBeUndefined();
    expect(rovingIndex(press('Home', { ctrlKey: true }), 1, 3)).toBeUndefined();
  });
});
