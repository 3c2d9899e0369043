import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { joinHeaders, splitHeaders } from './heads';
import { loadFiles, loadObservations, loadRecordings } from './load';
import { RECORDED_BROWSERS } from './recording';
import { SharedStrings } from './shared-strings';

const text = (name: string) => readFileSync(new URL(`recordings/${name}.jsonl`, import.meta.url), 'utf8');

describe('the recordings', () => {
  it('are 1,395 scenarios, each with an id of its own', async () => {
    const recordings = await loadRecordings();
    expect(new Set(recordings.map(({ id }) => id)).size).toBe(1395);
  });

  it('come out of reading and writing as they were', async () => {
    const files = await loadFiles();
    const written = files.writeScenarios(await loadRecordings());
    expect(written === text('scenarios')).toBe(true);
  });

  it.each(RECORDED_BROWSERS)('hold what %s did with every step of every scenario', async (browser) => {
    const files = await loadFiles();
    const recordings = await loadRecordings();
    const recorded = await loadObservations(recordings, browser);
    for (const { id, steps } of recordings) expect(recorded.observations.get(id)?.steps).toHaveLength(steps.length);
    expect(recorded.browser).toBe(browser);
    expect(files.writeBrowser(recordings, recorded) === text(browser)).toBe(true);
  });
});

describe('shared strings', () => {
  it('give back every text, tildes included', () => {
    const strings = new SharedStrings({ a: 'https://', b: '~', c: 'https://app.' });
    const piece = fc.constantFrom('~', 'a', 'https://', 'https://app.', 'x');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(strings.expand(strings.shorten(pieces.join('')))).toBe(pieces.join(''));
      }),
    );
  });

  it('shorten by the longest string that fits', () => {
    expect(new SharedStrings({ a: 'https://', c: 'https://app.' }).shorten('https://app.test ~')).toBe('~ctest ~~');
  });

  it('refuse a name that the table does not have', () => {
    expect(() => new SharedStrings({}).expand('~q')).toThrow('No shared string has the name ~q');
  });
});

describe('headers as one text', () => {
  it('keep values with colons, white space and folded lines', () => {
    const value = fc.stringMatching(/^[ -~]*$/).map((line) => line.replace('|', '\r\n '));
    const header = fc.tuple(fc.stringMatching(/^[A-Za-z-]+$/), value);
    fc.assert(
      fc.property(fc.array(header), (headers) => {
        expect(splitHeaders(joinHeaders(headers))).toEqual(headers);
      }),
    );
  });
});
