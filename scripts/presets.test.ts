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
    const expected = inChromium[id];
    if (!expected) throw new Error(`Nothing is known about the case ${id}`);
    const problems = (expected.problems ?? []).map((words) => expect.stringContaining(words) as string);
    expect((result.serverErrors ?? []).map(({ message }) => message)).toEqual(problems);
    const verdicts = expected.requests ?? [expected.verdict];
    expect(result.requests.map(({ verdict }) => verdict)).toEqual(verdicts.map((word) => word.toLowerCase()));
    expect(result.requests.flatMap(({ reason }) => reason ?? [])).toEqual(expected.reasons ?? []);
    const stopped = result.requests.filter(({ verdict }) => verdict === 'blocked' || verdict === 'failed');
    expect(stopped.map(({ reason }) => reason)).toEqual(expected.reasons ?? []);
    expect(result.requests.flatMap((request) => request.console)).toEqual(expected.console);
    const printed = result.console.map(({ text }) => text).join('\n');
    expect(printed).toContain(expected.prints ?? 'TypeError: Failed to fetch');
  });
  it('in the bank’s case the money is moved, whatever the page is told', async () => {
    const scenario = presets.find(({ id }) => id === 'bank-and-evil')?.scenario;
    if (!scenario) throw new Error('The case is gone');
    const { serverState, exchanges } = await simulate(scenario, environment);
    const transfer = exchanges.find(({ url }) => url.endsWith('/transfer'))?.id;
    expect(serverState).toEqual([
      {
        origin: 'https://bank.example',
        before: { accounts: { ada: 1000, mallory: 0 } },
        after: { accounts: { ada: 500, mallory: 500 } },
        changes: [
          { path: 'accounts.ada', from: 1000, to: 500, exchange: transfer },
          { path: 'accounts.mallory', from: 0, to: 500, exchange: transfer },
        ],
      },
    ]);
  });
});
