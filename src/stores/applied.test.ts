import { beforeEach, expect, it } from 'vitest';
import { presets } from '@/scenario/presets';
import { applyChange, isLastChange, undoChange, useApplied } from './applied';
import { documentOf, useScenario } from './scenario';

const document = () => documentOf(useScenario.getState());
const changed = () => ({ ...document(), frontend: "await fetch('/users');" });

beforeEach(() => {
  useScenario.getState().loadPreset(presets[0]!);
  useApplied.setState({ applied: undefined });
});

it('puts the changed document into the editors, and takes it back', () => {
  const before = document();
  applyChange({ title: 'Ask /users', of: before, scenario: changed(), server: null });
  expect(document().frontend).toBe("await fetch('/users');");
  undoChange();
  expect(document()).toBe(before);
});

it('changes nothing in code that it was not made for', () => {
  const of = document();
  const fix = changed();
  useScenario.getState().setFrontend('// typed since\n');
  const typed = document();
  applyChange({ title: 'Ask /users', of, scenario: fix, server: null });
  expect(document()).toBe(typed);
  expect(isLastChange(useApplied.getState().applied, useScenario.getState())).toBe(false);
});
