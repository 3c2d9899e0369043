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
    const expected = inChromium[id];
    if (!expected) throw new Error(`Nothing is known about the case ${id}`);
    const verdicts = expected.requests ?? [expected.verdict];
    expect(result.requests.map(({ verdict }) => verdict)).toEqual(verdicts.map((word) => word.toLowerCase()));
    expect(result.requests.flatMap((request) => request.console)).toEqual(expected.console);
    const printed = result.console.map(({ text }) => text).join('\n');
    expect(printed).toContain(expected.prints ?? 'TypeError: Failed to fetch');
  });
});
