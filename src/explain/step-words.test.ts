import { describe, expect, it } from 'vitest';
import { narrate } from '@/narration';
import { stepWords } from './step-words';

describe('the words for a cookie', () => {
  const stored = { step: 'cookie-stored', detail: { cookie: 'sid' } } as const;
  const deleted = { step: 'cookie-stored', detail: { cookie: 'sid', removed: true } } as const;

  it('say that it is stored, or that it is deleted', () => {
    expect([stored, deleted].map((event) => stepWords(event, null).title)).toEqual([
      'A cookie is stored',
      'A cookie is deleted',
    ]);
    expect([stored, deleted].map(narrate)).toEqual([
      'The browser stores the cookie sid.',
      'The browser deletes the cookie sid.',
    ]);
  });
});
