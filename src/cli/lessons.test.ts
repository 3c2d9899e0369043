import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from './lessons';

const example = 'public/lessons/example';
const read = (name: string): string => readFileSync(path.join(example, name), 'utf8');

let folder: string;
let said: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lesson-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text).replaceAll(`${folder}/`, '');
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

/** Checks the example with these changes to its texts. */
async function checked(change: { md?: (text: string) => string; json?: (text: string) => string }): Promise<number> {
  writeFileSync(path.join(folder, 'lesson.md'), (change.md ?? String)(read('lesson.md')));
  writeFileSync(path.join(folder, 'lesson.json'), (change.json ?? String)(read('lesson.json')));
  return main([folder]);
}

describe('npm run lessons', () => {
  it('finds nothing wrong with the published example', async () => {
    expect(await checked({})).toBe(0);
    expect(said).toBe('1 lessons, 0 with problems\n');
  }, 60_000);

  it('names the file that is missing', async () => {
    expect(await main([path.join(folder, 'nowhere')])).toBe(1);
    expect(said).toContain('nowhere/lesson.md: this file is missing\n');
    expect(said).toContain('nowhere/lesson.json: this file is missing\n');
  });

  it('says on which line of the prose something is wrong', async () => {
    expect(await checked({ md: (text) => text.replace('## Hints', '## Tips\n\n<b>bold</b>') })).toBe(1);
    const line = read('lesson.md').split('\n').indexOf('## Hints') + 1;
    expect(said).toContain(`lesson.md:${line}: unknown heading “Tips”`);
  });

  it('says at which path of the setup, and on which line JSON breaks off', async () => {
    await checked({ json: (text) => text.replace('"status": 200,', '"status": "abc",') });
    expect(said).toContain('lesson.json: start.servers[0].routes[0].status: expected');
    said = '';
    await checked({ json: (text) => text.replace('"kind": "lesson",', '"kind": lesson,') });
    expect(said).toContain('lesson.json:3: expected JSON');
  });

  it('runs the lesson: a start that is solved, a reason that does not hold, a hint too early, an unknown term', async () => {
    const solved = (text: string): string =>
      text.replace(
        '[["Content-Type", "application/json"]]',
        '[["Content-Type", "application/json"], ["Access-Control-Allow-Origin", "https://tea.example"]]',
      );
    await checked({ json: solved });
    expect(said).toContain('lesson.json: start: already solves the lesson');
    expect(said).toContain('lesson.json: startShows: does not hold for the start, which gives: GET');
    said = '';
    await checked({
      md: (text) =>
        text
          .replace('It names the page’s origin.', '`Access-Control-Allow-Origin: https://tea.example`')
          .replace('term:cross-origin', 'term:crosss-origin'),
    });
    expect(said).toContain('lesson.md: hint 2 already gives the solution');
    expect(said).toContain('lesson.md: no term “crosss-origin” stands in the glossary');
  }, 60_000);
});
