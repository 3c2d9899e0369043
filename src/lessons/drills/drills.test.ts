import { afterAll, describe, expect, it } from 'vitest';
import { createInProcessWire } from '@/network';
import loadFrontend from '@/sandbox/frontend/realm-entry?runtime';
import { createNodeRealmHost } from '@/sandbox/node';
import { simulate } from '@/simulation';
import type { Scenario } from '@/scenario/document';
import { parseScenario } from '@/scenario/parse';
import { lessonIds } from '../catalogue';
import { allTopics, drillKinds, drillQuestion, drillTruth } from './question';
import { drillReason } from './reason';
import { afterAnswer, beginSession, isOver, owedBy } from './session';
import { missedIn, subjectOf } from './subjects';

const noServerCode = (): Promise<string> => Promise.reject(new Error('Drills have header rules only.'));
const realms = createNodeRealmHost({ frontend: loadFrontend, express: noServerCode });
const environment = { realms, wire: createInProcessWire() };
afterAll(() => realms.close());

const run = (scenario: Scenario) => simulate(scenario, environment);

const seedOf = (index: number): number => index * 7919 + 1;
const sample = Array.from({ length: 160 }, (_, index) => drillQuestion(seedOf(index), (index % 5) + 1));
/** Each topic by itself, in every way that it is asked about. */
const everyTopic = allTopics.flatMap((topic, index) =>
  Array.from({ length: 4 }, (_, turn) => drillQuestion(seedOf(index * 4 + turn), 5, topic)),
);

describe('a drill question', () => {
  it('is the same for the same seed and level', () => {
    expect(sample.map(({ seed, level }) => drillQuestion(seed, level))).toEqual(sample);
  });

  it('is a valid scenario, of every kind and about every topic', () => {
    const all = [...sample, ...everyTopic];
    expect(all.filter(({ scenario }) => !parseScenario(scenario).ok)).toEqual([]);
    expect(new Set(sample.map(({ kind }) => kind))).toEqual(new Set(drillKinds));
    expect(new Set(everyTopic.map(({ topic }) => topic))).toEqual(new Set(allTopics));
  });

  it('has exactly one right choice, which the engine gives, and a reason in one sentence', async () => {
    const wrong: unknown[] = [];
    for (const question of [...sample, ...everyTopic]) {
      const { seed, level, topic, kind, choices } = question;
      const result = await run(question.scenario);
      const truth = await drillTruth(question, result, run);
      const offered = choices.filter(({ id }) => id === truth).length;
      const isDistinct = new Set(choices.map(({ words }) => words)).size === choices.length;
      const reason = drillReason(question, result, truth);
      const isSentence = /^[A-Z].+\.$/.test(reason);
      if (offered !== 1 || !isDistinct || !isSentence) wrong.push({ seed, level, topic, kind, truth, reason });
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('passes where nothing is wrong, and only there', async () => {
    const asked = everyTopic.filter(({ kind }) => kind === 'will-it-pass');
    expect(asked.length).toBeGreaterThan(8);
    for (const question of asked) {
      const truth = await drillTruth(question, await run(question.scenario), run);
      expect([question.topic, truth]).toEqual([question.topic, question.topic === 'rule/none' ? 'yes' : 'no']);
    }
  });

  it('does not let one answer win by being pressed always', async () => {
    const answers: Record<string, Set<string | undefined>> = {};
    for (const question of everyTopic.filter(({ choices }) => choices.length === 2)) {
      const truth = await drillTruth(question, await run(question.scenario), run);
      (answers[question.kind] ??= new Set()).add(truth);
    }
    expect(Object.values(answers).map(({ size }) => size)).toEqual(Object.keys(answers).map(() => 2));
  });
});

describe('the reason of an answer', () => {
  it('answers the question that was asked', async () => {
    const told: Record<string, Set<string>> = {};
    for (const question of [...sample, ...everyTopic].filter(({ kind }) => kind === 'what-is-sent')) {
      const result = await run(question.scenario);
      const truth = await drillTruth(question, result, run);
      (told[truth ?? ''] ??= new Set()).add(drillReason(question, result, truth));
    }
    const all = (truth: string): string[] => [...(told[truth] ?? [])];
    expect(all('actual').length).toBeGreaterThan(0);
    expect(all('preflight').length).toBeGreaterThan(0);
    expect(all('actual').filter((reason) => !reason.includes('arrives'))).toEqual([]);
    expect(all('preflight').filter((reason) => !reason.includes('the request stays at home'))).toEqual([]);
    expect(all('preflight,actual').filter((reason) => !reason.includes('the request followed'))).toEqual([]);
  });

  it('does not begin with a failure, which beside “Right.” reads as a contradiction', async () => {
    const reasons = await Promise.all(
      everyTopic.map(async (question) => drillReason(question, await run(question.scenario))),
    );
    expect(reasons.filter((reason) => /^\S+( \S+)? check failed/.test(reason))).toEqual([]);
  }, 120_000);
});

describe('what went wrong in a run', () => {
  it('names each subject once, how often, and whether it was right since, with a lesson of the course', () => {
    const missed = missedIn([
      { topic: 'rule/two-origins', isRight: false },
      { topic: 'cookie/lax-cross-site', isRight: false },
      { topic: 'rule/two-origins', isRight: false },
      { topic: 'cookie/lax-cross-site', isRight: true },
      { topic: 'origin/subdomain', isRight: true },
    ]);
    expect(missed).toMatchObject([
      { lesson: 'several-origins', times: 2, isMended: false },
      { lesson: 'samesite-cookies', times: 1, isMended: true },
    ]);
    expect(allTopics.map((topic) => subjectOf(topic).lesson).filter((id) => !lessonIds.includes(id))).toEqual([]);
  });
});

describe('a run of twenty', () => {
  it('grows harder with right answers and ends after twenty', () => {
    let session = beginSession(7);
    while (!isOver(session)) session = afterAnswer(session, true);
    expect(session.answered).toHaveLength(20);
    expect(session.level).toBe(5);
    expect(owedBy(session)).toEqual([]);
  });

  it('asks again later about what was wrong, until it is right', () => {
    let session = beginSession(11);
    const missed = session.question.topic;
    session = afterAnswer(session, false);
    expect(owedBy(session)).toEqual([missed]);
    for (let count = 0; count < 3; count++) session = afterAnswer(session, true);
    expect(session.question.topic).toBe(missed);
    expect(owedBy(afterAnswer(session, false))).toEqual([missed]);
    expect(owedBy(afterAnswer(session, true))).toEqual([]);
  });

  it('asks what an earlier run left owing', () => {
    let session = beginSession(5, { owed: ['cookie/lax-cross-site', 'rule/two-origins'] });
    const asked = [session.question.topic];
    while (!isOver(session)) {
      session = afterAnswer(session, true);
      asked.push(session.question.topic);
    }
    expect(asked).toEqual(expect.arrayContaining(['cookie/lax-cross-site', 'rule/two-origins']));
    expect(owedBy(session)).toEqual([]);
  });

  it('ignores a debt that no version knows', () => {
    let session = beginSession(5, { owed: ['gone/for-ever'] });
    while (!isOver(session)) session = afterAnswer(session, true);
    expect(session.answered).toHaveLength(20);
  });
});
