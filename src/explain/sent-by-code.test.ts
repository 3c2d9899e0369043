import { describe, expect, it } from 'vitest';
import { successfulPut } from './fixtures';
import { sentByCode } from './sent-by-code';

describe('what code put into a request', () => {
  const { exchanges } = successfulPut().result;
  const [preflight, actual] = (['preflight', 'actual'] as const).map((kind) =>
    exchanges.find((exchange) => exchange.kind === kind),
  );

  it('is what the browser did not add by itself, without its cookies', () => {
    const requestHeaders: [string, string][] = [
      ['Origin', 'https://app.example.com'],
      ['User-Agent', 'Mozilla/5.0'],
      ['Cookie', 'a=1'],
      ['X-Trace', '7'],
    ];
    expect(sentByCode({ ...actual!, requestHeaders, requestBody: 'text' })).toEqual({
      headers: [['X-Trace', '7']],
      body: 'text',
    });
  });

  it('is known of a preflight by its names, and a body by its type', () => {
    const announcing = (names: string) =>
      sentByCode({ ...preflight!, requestHeaders: [['Access-Control-Request-Headers', names]] });
    expect(announcing('content-type,x-trace')).toEqual({
      headers: [
        ['content-type', 'application/json'],
        ['x-trace', '1'],
      ],
      body: '{}',
    });
    expect(announcing('x-trace').body).toBeNull();
  });
});
