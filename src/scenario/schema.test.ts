import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schema from '../../public/scenario.schema.json';
import { almostScenario, anyScenario } from './testing/arbitrary';
import { parseScenario } from './parse';
import { presets } from './presets';

const isValid = new Ajv({ strict: true, strictTuples: false, strictTypes: false, allErrors: true }).compile(schema);

describe('the published JSON Schema', () => {
  it.each(presets.map((preset) => [preset.id, preset] as const))('accepts the preset %s', (_id, preset) => {
    expect(isValid(preset.scenario)).toBe(true);
  });

  it('accepts every valid document, as the parser does', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        expect(isValid(scenario)).toBe(true);
        expect(parseScenario(scenario).ok).toBe(true);
      }),
    );
  });

  it('accepts and refuses the same documents as the parser where one value is changed', () => {
    const seen = { valid: 0, invalid: 0 };
    fc.assert(
      fc.property(almostScenario, (document) => {
        const valid = isValid(document);
        seen[valid ? 'valid' : 'invalid'] += 1;
        expect({ document, valid: parseScenario(document).ok }).toEqual({ document, valid });
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(50);
  });
});
