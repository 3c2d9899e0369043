import { describe, expect, it } from 'vitest';
import { narrate } from './narrate';

const SHOP = 'https://shop.example.com';
const STOCK = 'https://stock.example.com';

describe('the sentence for a message', () => {
  const answered = (from: string, more = {}) =>
    narrate({
      step: 'response-received',
      detail: { url: `${SHOP}/tea`, from, status: 200, statusText: 'OK', ...more },
    });

  it('says whose answer arrives, and where', () => {
    expect(answered('browser')).toBe(`The answer of ${SHOP} arrives in the browser: 200 OK.`);
    expect(answered('app')).toBe(`The answer of ${SHOP} arrives in the app: 200 OK.`);
    expect(answered('curl')).toBe(`The answer of ${SHOP} arrives at curl: 200 OK.`);
    expect(answered(STOCK)).toBe(`The answer of ${SHOP} arrives at the server ${STOCK}: 200 OK.`);
  });

  it('says of an answer out of a cache that it is one', () => {
    expect(answered('browser', { age: '7' })).toContain('with Age: 7, as an answer out of a cache has it.');
  });

  it('says that a preflight is one, and of a request between servers who sent it', () => {
    const received = (detail: Record<string, string | boolean>) =>
      narrate({ step: 'server-received', detail: { method: 'GET', url: `${SHOP}/tea`, from: 'browser', ...detail } });
    expect(received({})).toBe(`GET ${SHOP}/tea reaches the server.`);
    expect(received({ method: 'OPTIONS', preflight: true })).toBe(
      `The preflight OPTIONS ${SHOP}/tea reaches the server.`,
    );
    expect(received({ from: STOCK })).toBe(`GET ${SHOP}/tea, sent by the server ${STOCK}, reaches the server.`);
  });
});

it('says of a redirect where the request loses its origin', () => {
  const led = (more = {}) =>
    narrate({ step: 'redirect', answer: 'yes', detail: { from: SHOP, to: `${STOCK}/tea`, status: 302, ...more } });
  expect(led()).toBe(`The answer 302 sends the browser on to ${STOCK}/tea.`);
  expect(led({ origin: 'null' })).toContain('the request names its origin as null from now on.');
});

describe('the sentence for a timer', () => {
  it.each([
    [250, '250 ms'],
    [1500, '1.5 s'],
    [600_000, '10 min'],
  ])('says how long it was: %i is %s', (delay, said) => {
    expect(narrate({ step: 'timer-fired', detail: { delay } })).toBe(`A timer of ${said} fires.`);
  });
});

describe('the sentence for the decision to ask first', () => {
  const asked = (causes: Parameters<typeof narrate>[0]['causes']) =>
    narrate({ step: 'preflight-needed', answer: 'yes', causes });

  it('has every cause and the rule that it breaks, names of headers together', () => {
    expect(
      asked([
        { breaks: 'method', name: 'PUT' },
        { breaks: 'name', name: 'x-id' },
        { breaks: 'type', name: 'content-type', value: 'application/json' },
        { breaks: 'name', name: 'x-trace' },
      ]),
    ).toBe(
      'The browser must ask first: PUT is not GET, HEAD or POST; ' +
        'content-type: application/json is not a type that forms send; x-id and x-trace are not safelisted names.',
    );
  });

  it('tells a value that is too long by its beginning', () => {
    const sentence = asked([{ breaks: 'length', name: 'accept', value: 'a'.repeat(500) }]);
    expect(sentence).toMatch(/accept: a+… is longer than 128 bytes\.$/);
    expect(sentence.length).toBeLessThan(150);
  });

  it('has words for what is neither a method nor a header', () => {
    expect(asked([{ breaks: 'upload-listener', name: '' }])).toContain('an upload listener always asks first');
    expect(asked([{ breaks: 'redirected', name: '' }])).toContain('the request before the redirect had to ask first');
  });
});
