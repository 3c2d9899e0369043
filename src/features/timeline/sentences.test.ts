import { describe, expect, it } from 'vitest';
import { explainRun } from '@/explain';
import { allFixtures, blockedHeader, concurrent, longWait } from '@/explain/fixtures';
import { sentencesOf } from './sentences';

const told = ({ result, scenario }: ReturnType<typeof blockedHeader>) => sentencesOf(explainRun(result, scenario));

describe('the run in sentences', () => {
  it('says at a closed gate what does not happen then', () => {
    const { result, scenario } = blockedHeader();
    const run = explainRun(result, scenario);
    const sentences = sentencesOf(run);
    const says = sentences.flatMap((sentence, stop) => (sentence.endsWith('PUT is never sent.') ? [stop] : []));
    expect(says).toEqual([run.tracks[0]!.closedAt]);
  });

  it('says of which request, where there are several', () => {
    const sentences = told(concurrent(3));
    expect(sentences.filter((sentence) => /Request [123] of 3, [A-Z]+ \//.test(sentence))).toHaveLength(
      sentences.length,
    );
    expect(told(blockedHeader()).join(' ')).not.toMatch(/Request \d/);
  });

  it('says it of an earlier visit too, in every sentence of its requests', () => {
    const fixture = concurrent(2);
    fixture.scenario.earlier = [{ page: 'https://partner.example/', frontend: '' }];
    for (const one of [fixture.result.requests[0]!, ...fixture.result.events]) {
      if (!('request' in one) || one.request === 0) one.visit = 0;
    }
    const sentences = told(fixture);
    const ofFirst = sentences.filter((sentence) => sentence.includes('Request 1 of 2'));
    expect(ofFirst.length).toBeGreaterThan(3);
    expect(ofFirst.filter((sentence) => !/earlier visit/.test(sentence))).toEqual([]);
    expect(sentences.filter((sentence) => /Request 2 of 2.*earlier visit/.test(sentence))).toEqual([]);
  });

  it('gives every moment its unit, a long one in minutes', () => {
    for (const fixture of allFixtures()) {
      for (const sentence of told(fixture)) expect(sentence).toMatch(/^\d+(\.\d+)? (ms|s|min( [\d.]+ s)?)\. /);
    }
    expect(told(longWait()).some((sentence) => sentence.startsWith('10 min'))).toBe(true);
  });
});
