import { expect, it } from 'vitest';
import { presets } from '.';
import { menu } from './menu';

it('the menu names every case, in its order, by the case’s own name', () => {
  expect(menu).toEqual(presets.map(({ id, title, group }) => ({ id, title, group })));
});
