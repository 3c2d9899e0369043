import { afterAll, describe, expect, it } from 'vitest';
import { createNodeEnvironment } from '@/cli/environment';
import { presets } from '@/scenario/presets';
import { simulate } from '@/simulation';
import { inChromium } from '../e2e/in-chromium';

describe('the ready-made cases, on the command line’s path', () => {
  const environment = createNodeEnvironment();
  afterAll(() => environment.close());

  it.each(presets.map((preset) => [preset.title, preset] as const))('%s', async (_title, { id, scenario }) => {
    const result = await simulate(scenario, environment);
    expect(result.serverErrors ?? []).toEqual([]);
    expect(result.requests.map(({ verdict }) => verdict)).toEqual([inChromium[id]?.verdict.toLowerCase()]);
    expect(result.requests[0]?.console).toEqual(inChromium[id]?.console);
    const printed = result.console.map(({ text }) => text).join('\n');
    expect(printed).toContain(inChromium[id]?.prints ?? 'TypeError: Failed to fetch');
  });
});
