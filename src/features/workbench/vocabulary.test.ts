import { describe, expect, it } from 'vitest';
import { suggestNames, suggestValues } from './vocabulary';

const place = { pageOrigin: 'https://app.example.com' };
const labels = (list: { label: string }[]): string[] => list.map(({ label }) => label);

describe('completion of header names', () => {
  it('puts names that start with the text before names that contain it', () => {
    expect(labels(suggestNames('co'))[0]).toBe('Content-Type');
    expect(labels(suggestNames('origin'))).toContain('Access-Control-Allow-Origin');
  });

  it('offers nothing for a name that is complete', () => {
    expect(suggestNames('Access-Control-Max-Age')).toEqual([]);
  });
});

describe('completion of header values', () => {
  it("offers the page's own origin first for Access-Control-Allow-Origin", () => {
    expect(labels(suggestValues('access-control-allow-origin', '', place))[0]).toBe('https://app.example.com');
  });

  it('completes the last member of a list and keeps what stands before it', () => {
    expect(suggestValues('Access-Control-Allow-Methods', 'GET,pu', place)).toEqual([
      { label: 'PUT', text: 'GET, PUT' },
    ]);
  });

  it('does not offer a member that the list has', () => {
    expect(labels(suggestValues('Access-Control-Allow-Methods', 'GET, PUT, ', place))).toEqual([
      'POST',
      'PATCH',
      'DELETE',
      '*',
    ]);
  });

  it('knows nothing of headers of the learner’s own', () => {
    expect(suggestValues('X-Trace', '', place)).toEqual([]);
  });
});
