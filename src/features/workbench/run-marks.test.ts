import { describe, expect, it } from 'vitest';
import type { Mark } from '@/explain';
import { byLine } from './run-marks';

const mark = (part: Partial<Mark>): Mark => ({
  side: 'server',
  stop: 0,
  number: 1,
  tone: 'allowed',
  text: '',
  ...part,
});

describe('marks in code', () => {
  it('show one stop a line, the later one', () => {
    const marks = [mark({ line: 3, number: 4 }), mark({ line: 3, number: 8 })];
    expect(byLine(marks)).toEqual([{ line: 3, number: 8, tone: 'allowed', text: '' }]);
  });

  it('let no later stop cover a closed gate', () => {
    const marks = [mark({ line: 3, number: 7, tone: 'blocked', text: 'lacks x' }), mark({ line: 3, number: null })];
    expect(byLine(marks)).toEqual([{ line: 3, number: 7, tone: 'blocked', text: 'lacks x' }]);
  });

  it('leave the failed call out where a line says why it failed', () => {
    const gate = mark({ line: 5, number: 7, tone: 'blocked', text: 'asks for this' });
    expect(byLine([gate, mark({ line: 1, number: null, tone: 'blocked' })]).map(({ line }) => line)).toEqual([5]);
  });

  it('leave out what has no line', () => {
    expect(byLine([mark({ headerRow: { route: 0, row: 1, name: 'vary' } })])).toEqual([]);
  });
});
