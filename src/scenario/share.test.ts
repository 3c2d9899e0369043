import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyScenario } from './testing/arbitrary';
import { presets } from './presets';
import { decodeScenario, encodeScenario } from './share';

describe('a share link', () => {
  it('gives back any scenario as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyScenario, async (scenario) => {
        expect(await decodeScenario(await encodeScenario(scenario))).toEqual({ ok: true, scenario });
      }),
      { numRuns: 60 },
    );
  });

  it('has only characters that a fragment may have', async () => {
    await fc.assert(
      fc.asyncProperty(anyScenario, async (scenario) => {
        expect(await encodeScenario(scenario)).toMatch(/^1\.[A-Za-z0-9_-]+$/);
      }),
      { numRuns: 60 },
    );
  });

  it.each(presets.map((preset) => [preset.id, preset] as const))(
    'of %s fits in a chat message',
    async (_id, preset) => {
      expect((await encodeScenario(preset.scenario)).length).toBeLessThan(1000);
    },
  );

  it.each([
    ['nothing', '', 'it does not begin as the links of this site do'],
    ['some other text', 'hello', 'it does not begin as the links of this site do'],
    ['a link with a space in it', '1.ab cd', 'it contains characters that no link has'],
    ['a link of random letters', '1._____w', 'a part of it is missing or changed'],
  ])('that is %s is refused with the reason', async (_name, link, why) => {
    expect(await decodeScenario(link)).toEqual({
      ok: false,
      errors: [{ path: '', message: `expected a whole share link, but ${why}` }],
    });
  });

  it('that was cut off is refused', async () => {
    const link = await encodeScenario(presets[0]!.scenario);
    expect(await decodeScenario(link.slice(0, -9))).toMatchObject({ ok: false, errors: [{ path: '' }] });
  });

  it('that unpacks to an enormous document is refused', async () => {
    const link = await encodeScenario({ ...presets[0]!.scenario, frontend: ' '.repeat(5_000_000) });
    expect(link.length).toBeLessThan(50_000);
    expect(await decodeScenario(link)).toMatchObject({
      ok: false,
      errors: [{ message: 'expected a whole share link, but it holds more than 4 MB' }],
    });
  });

  it('that holds a wrong document names the place', async () => {
    const wrong = { ...presets[0]!.scenario, page: 7 };
    expect(await decodeScenario(await encodeScenario(wrong as never))).toMatchObject({
      ok: false,
      errors: [{ path: 'page', message: expect.stringContaining('got 7') }],
    });
  });

  it('never throws, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect((await decodeScenario(`1.${text}`)).ok).toBe(false);
      }),
    );
  });
});
