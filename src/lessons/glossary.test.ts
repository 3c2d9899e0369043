import { describe, expect, it } from 'vitest';
import { definitionPieces, glossary, searchTerms } from './glossary';

describe('the glossary', () => {
  it('finds a term by its name first, and by what is said of it after', () => {
    expect(searchTerms('preflight')[0]).toBe('preflight-cache');
    expect(searchTerms('max age')).toContain('access-control-max-age');
    expect(searchTerms('no such word')).toEqual([]);
    expect(searchTerms('  ')).toHaveLength(Object.keys(glossary).length);
  });

  it('links what other entries explain, once, and never itself', () => {
    for (const id of Object.keys(glossary)) {
      const pieces = definitionPieces(id);
      const linked = pieces.flatMap(({ term }) => (term === undefined ? [] : [term]));
      expect(linked).toEqual([...new Set(linked)]);
      expect(linked).not.toContain(id);
      const plain = glossary[id]?.definition.replaceAll('`', '');
      expect(pieces.map(({ text }) => text).join('')).toBe(plain);
    }
    expect(definitionPieces('cors-check').map(({ term }) => term)).toContain('access-control-allow-origin');
  });
});
