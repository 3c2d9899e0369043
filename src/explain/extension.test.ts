import { expect, test } from 'vitest';
import { successfulPut } from './fixtures';
import { explainRun, plain } from './index';

/** The fixture’s run, with an extension that wrote what the server left out. */
function rewritten(status = 200) {
  const { result, scenario } = successfulPut();
  const exchanges = result.exchanges.map((exchange) => ({
    ...exchange,
    rewritten: { by: 'extension' as const, status, statusText: '', responseHeaders: [] },
  }));
  return explainRun({ ...result, exchanges }, scenario);
}

test('a gate that opens for the extension’s header says whose it is; the ways before it say nothing', () => {
  const { stops } = rewritten();
  const checks = stops.filter(({ step }) => step === 'cors-check');
  expect(checks.length).toBeGreaterThan(0);
  for (const { conclusion, sentence } of checks) {
    expect(plain(conclusion)).toMatch(/ The extension, not the server, wrote this header\.$/);
    expect(sentence).toMatch(/ The extension, not the server, wrote this header\.$/);
  }
  for (const { conclusion } of stops.filter(({ kind }) => kind === 'way')) {
    expect(plain(conclusion)).not.toContain('extension');
  }
});

test('the answer in the picture names the extension, and the status that the server gave', () => {
  const answers = rewritten(404).tracks.flatMap(({ legs }) => legs);
  expect(answers.length).toBeGreaterThan(0);
  for (const { back } of answers) {
    expect(back[0]).toMatch(/, made of 404$/);
    expect(back[1]).toMatch(/^the extension allows /);
  }
  const check = rewritten(404).stops.find(({ step }) => step === 'preflight-status-check');
  expect(plain(check?.conclusion ?? [])).toMatch(/wrote this status\.$/);
});

test('without an extension nothing speaks of one', () => {
  const { result, scenario } = successfulPut();
  expect(JSON.stringify(explainRun(result, scenario))).not.toContain('extension');
});
