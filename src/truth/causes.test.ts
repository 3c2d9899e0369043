import { describe, expect, it } from 'vitest';
import { groupByCause } from './causes';
import type { Disagreement } from './compare';

const disagreement = (id: string, recorded: string, simulated: string): Disagreement => ({
  id,
  step: 0,
  field: 'console',
  recorded,
  simulated,
});

describe('grouping by cause', () => {
  it('puts together what differs in its URLs only, the largest group first', () => {
    const groups = groupByCause([
      disagreement('a', 'one', 'other'),
      disagreement('b', "no 'https://b.test/x' here", ''),
      disagreement('c', "no 'https://c.test/y?z' here", ''),
    ]);
    expect(groups.map(({ cases }) => cases.map(({ id }) => id))).toEqual([['b', 'c'], ['a']]);
  });

  it('shows the URLs where they are the difference', () => {
    const [group] = groupByCause([disagreement('a', 'at https://b.test/x', 'at https://b.test/y')]);
    expect(group?.pattern).toContain('https://b.test/x');
  });
});
