import { describe, expect, it } from 'vitest';
import { problemText, underlined } from './marks';

const piece = (line: string, side: 'frontend' | 'server'): string | undefined => {
  const found = underlined(line, side);
  return found && line.slice(found.from, found.to);
};

describe('the underlined piece of a marked line', () => {
  it("is the header's name on the page's side", () => {
    expect(piece(`    'X-Trace': '42',`, 'frontend')).toBe(`'X-Trace'`);
  });

  it("is the header's value on the server's side", () => {
    expect(piece(`res.header('Access-Control-Allow-Headers', 'Content-Type')`, 'server')).toBe(`'Content-Type'`);
  });

  it('is none where the line holds no literal', () => {
    expect(piece('  cors({', 'server')).toBeUndefined();
  });
});

describe('a problem in words', () => {
  it('names the line where that is known', () => {
    expect(problemText({ message: 'SyntaxError: no', line: 3 })).toBe('Line 3: SyntaxError: no');
    expect(problemText({ message: 'TypeError: no' })).toBe('TypeError: no');
  });
});

it('nothing is underlined where nothing on the line says it', () => {
  expect(underlined("res.json(['Ada']);", 'server', '')).toBeUndefined();
});

it('what a mark says is underlined, wherever on its line it stands', () => {
  const line = "fetch('https://api.example.com/', { credentials: 'include' })";
  const { from, to } = underlined(line, 'frontend', "credentials: 'include'")!;
  expect(line.slice(from, to)).toBe("credentials: 'include'");
  const gone = underlined(line, 'frontend', 'x-trace')!;
  expect(line.slice(gone.from, gone.to)).toBe("'https://api.example.com/'");
});
