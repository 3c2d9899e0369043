import { describe, expect, it } from 'vitest';
import { chromiumIntegrityLines, firefoxIntegrityLines } from './integrity-words';

const GOOD = 'sha256-QGLtr3UPuAdOfoPgyQKMlOMkaKi28WFHdDKO8EUVD5M=';

describe('integrity metadata that can be read', () => {
  it('is not talked about', () => {
    expect(chromiumIntegrityLines(`${GOOD} ${GOOD}`)).toEqual([]);
    expect(firefoxIntegrityLines(GOOD)).toEqual([]);
  });
});

describe('integrity metadata that cannot be read', () => {
  it.each([
    ['bogus', "followed by a '-' character."],
    ['md5-x', 'The specified hash algorithm must be'],
    ['sha256-!!!', 'The digest must be a valid, base64-encoded value.'],
    [`${GOOD}?ct=x`, "Ignoring unrecognized 'integrity' attribute option 'ct=x'."],
  ])('Chromium tells of %j', (metadata, says) => {
    expect(chromiumIntegrityLines(metadata).map(({ text }) => text)).toEqual([expect.stringContaining(says)]);
  });

  it.each([
    ['bogus', ['malformed hash', 'any valid metadata']],
    ['md5-x', ['Unsupported hash algorithm', 'any valid metadata']],
    [`bogus ${GOOD}`, ['malformed hash']],
    [' ', ['any valid metadata']],
  ])('Firefox tells of %j', (metadata, says) => {
    const lines = firefoxIntegrityLines(metadata).map(({ text }) => text);
    expect(lines).toEqual(says.map((words) => expect.stringContaining(words) as string));
  });
});
