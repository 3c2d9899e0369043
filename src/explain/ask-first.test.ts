import { describe, expect, it } from 'vitest';
import type { PreflightCause } from '@/engine';
import { saidCauses } from '@/narration';
import { blockedHeader } from './fixtures';
import { explainRun, plain } from './index';

const LONG: PreflightCause[] = ['accept', 'accept-language', 'dpr'].map((name) => ({
  breaks: 'total',
  name,
  value: '1'.repeat(400),
}));
const PUT: PreflightCause = { breaks: 'method', name: 'PUT' };
const DROPPED: PreflightCause = { breaks: 'dropped', name: 'content-type', value: 'application/json' };

/** A run whose browser asks first for these causes, in the words of the callout, the ladder and the question. */
function told(...causes: PreflightCause[]) {
  const { result, scenario } = blockedHeader();
  result.events.find(({ step }) => step === 'preflight-needed')!.causes = causes;
  const run = explainRun(result, scenario);
  const { index, conclusion } = run.stops.find(({ step }) => step === 'preflight-needed')!;
  const { left, right } = run.tracks[0]!.ladder.find(({ stop }) => stop === index)!;
  return { concludes: plain(conclusion), left, right, because: plain(run.tracks[0]!.questions[0]!.because) };
}

describe('headers that are too long together', () => {
  it('are reason enough together, none by itself', () => {
    expect(told(...LONG)).toEqual({
      concludes: 'Together they are too long: ask first.',
      left: 'accept, accept-language and dpr',
      right: 'are over 1024 bytes in all',
      because: 'accept, accept-language and dpr together need one.',
    });
  });

  it('are told apart from what is reason enough by itself', () => {
    expect(told(PUT, ...LONG)).toEqual({
      concludes: 'Each by itself is reason enough, the long ones together: ask first.',
      left: 'PUT, accept, accept-language and dpr',
      right: 'is not GET, HEAD or POST; are over 1024 bytes in all',
      because: 'PUT needs one. accept, accept-language and dpr together need one.',
    });
  });
});

describe('what had to be asked before a redirect', () => {
  it('is told as past: the request, or a header that it has no more', () => {
    expect(told({ breaks: 'redirected', name: '' })).toMatchObject({
      right: 'had to ask first',
      because: 'The request before the redirect needed one.',
    });
    expect(told(DROPPED).because).toBe('content-type needed one before the redirect.');
  });

  it('is not said to be no safelisted one', () => {
    expect(told(PUT, DROPPED)).toMatchObject({
      right: 'is not GET, HEAD or POST; was asked for before the redirect',
      because: 'PUT needs one. content-type needed one before the redirect.',
    });
  });
});

describe('an upload listener', () => {
  it('is named beside the values that need a preflight', () => {
    const listener: PreflightCause = { breaks: 'upload-listener', name: '' };
    expect(told(listener).because).toBe('An upload listener needs one.');
    expect(told(PUT, listener).because).toBe('PUT and an upload listener both need one.');
  });
});

it('headers that break the same rule by their names alone are told together', () => {
  expect(saidCauses([DROPPED, ...LONG, { ...DROPPED, name: 'content-language' }]).map(({ values }) => values)).toEqual([
    ['accept', 'accept-language', 'dpr'],
    ['content-type', 'content-language'],
  ]);
});
