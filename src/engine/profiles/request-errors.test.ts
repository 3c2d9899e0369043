import { describe, expect, it } from 'vitest';
import { abortError, forbiddenHeaderLine, requestError } from './request-errors';

describe('what a refused request throws', () => {
  it('is worded by Chromium with the call that failed', () => {
    expect(requestError('chromium', 'forbidden-method', { caller: 'fetch', method: 'TRACE' })).toEqual({
      name: 'TypeError',
      message: "Failed to execute 'fetch' on 'Window': 'TRACE' HTTP method is unsupported.",
    });
    expect(requestError('chromium', 'invalid-header-name', { caller: 'Headers.append', name: 'a b' }).message).toBe(
      "Failed to execute 'append' on 'Headers': Invalid name",
    );
    expect(requestError('chromium', 'only-if-cached', { caller: 'Request', mode: 'cors' }).message).toBe(
      "Failed to construct 'Request': 'only-if-cached' can be set only with 'same-origin' mode",
    );
  });

  it('is worded by Firefox with the interface', () => {
    expect(requestError('firefox', 'invalid-method', { caller: 'Request', method: 'a b' }).message).toBe(
      'Request constructor: Invalid request method a b.',
    );
    expect(
      requestError('firefox', 'xhr-invalid-header-name', { caller: 'XMLHttpRequest.setRequestHeader', name: '' }),
    ).toEqual({
      name: 'SyntaxError',
      message: 'Invalid header name.',
    });
  });

  it('is worded by WebKit without either', () => {
    expect(requestError('webkit', 'get-with-body', { caller: 'fetch', method: 'HEAD' }).message).toBe(
      "Request has method 'HEAD' and cannot have a body",
    );
  });

  it('is an AbortError with the browser’s own words when a fetch is given up', () => {
    expect(abortError('chromium', 'in-flight').message).toBe('signal is aborted without reason');
    expect(abortError('webkit', 'in-flight').message).toBe('Fetch is aborted');
  });
});

describe('a forbidden header of XMLHttpRequest', () => {
  it('is an error in Chromium and WebKit and a warning in Firefox', () => {
    expect(forbiddenHeaderLine('webkit', 'Origin')).toEqual({
      level: 'error',
      text: 'Refused to set unsafe header "Origin"',
    });
    expect(forbiddenHeaderLine('firefox', 'Origin').level).toBe('warn');
  });
});
