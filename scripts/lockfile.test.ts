import { describe, expect, it } from 'vitest';
import lock from '../package-lock.json';

interface LockedPackage {
  optionalDependencies?: Record<string, string>;
  resolved?: string;
}

const packages = lock.packages as unknown as Record<string, LockedPackage>;

describe('package-lock.json', () => {
  // npm leaves out platforms that its registry does not have yet; `npm ci` then fails on those machines.
  it('has an entry for every optional dependency, on whichever platform it was written', () => {
    const wanted = Object.values(packages).flatMap((each) => Object.keys(each.optionalDependencies ?? {}));
    const held = Object.keys(packages).map((place) => place.split('node_modules/').at(-1));
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter((name) => !held.includes(name))).toEqual([]);
  });

  it('leaves it to npm which registry to ask', () => {
    expect(Object.values(packages).flatMap((each) => each.resolved ?? [])).toEqual([]);
  });
});
