import { describe, expect, it } from 'vitest';
import type { Lane } from '@/explain';
import { detailOf } from './lane-detail';

const lane = (detail: string, absent = false): Lane => ({ id: detail, kind: 'server', name: 'Server', detail, absent });
const wide = { left: 176, size: 'L' } as const;
const medium = { left: 124, size: 'M' } as const;
const LONG = 'https://a-very-long-subdomain-name.of-a-company.example.com:8443';

describe('whose a stave is', () => {
  it('is said by its origin where there is room, else by its host', () => {
    expect(detailOf(lane('https://api.example.com'), wide)).toBe('https://api.example.com');
    expect(detailOf(lane('https://api.shop.example.com'), wide)).toBe('api.shop.example.com');
    expect(detailOf(lane('https://api.example.com'), medium)).toBe('api.example.com');
  });

  it('ends where the staves begin, and keeps what tells hosts apart', () => {
    expect(detailOf(lane(LONG), wide)).toBe('a-very-l…ample.com:8443');
    expect(detailOf(lane(LONG), medium)).toBe('a-ver….com:8443');
  });

  it('says that nobody is there, whatever its name', () => {
    expect(detailOf(lane(LONG, true), wide)).toMatch(/^a-ver.*:8443, nobody$/);
    expect(detailOf(lane(LONG, true), wide).length).toBe(detailOf(lane(LONG), wide).length);
  });
});
