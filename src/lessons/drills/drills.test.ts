import { afterAll, describe, expect, it } from 'vitest';
import { createInProcessWire } from '@/network';
import loadFrontend from '@/sandbox/frontend/realm-entry?runtime';
import { createNodeRealmHost } from '@/sandbox/node';
import { simulate } from '@/simulation';
import { parseScenario } from '@/scenario/parse';
import { faults } from './faults';
import { drillKinds, drillQuestion, drillTruth } from './question';
import { afterAnswer, beginSession, isOver } from './session';

const noServerCode = (): Promise<string> => Promise.reject(new Error('Drills have header rules only.'));
const realms = createNodeRealmHost({ frontend: loadFrontend, express: noServerCode });
const environment = { realms, wire: createInProcessWire() };
afterAll(() => realms.close());

const sample = Array.from({ length: 150 }, (_, index) => drillQuestion(index * 7919 + 1, (index % 5) + 1));

describe('a drill question', () => {
  it('is the same for the same seed and level', () => {
    expect(sample.map(({ seed, level }) => drillQuestion(seed, level))).toEqual(sample);
  });

  it('is a valid scenario, of every kind and about every fault', () => {
    expect(sample.filter(({ scenario }) => !parseScenario(scenario).ok)).toEqual([]);
    expect(new Set(sample.map(({ kind }) => kind))).toEqual(new Set(drillKinds));
    expect(new Set(sample.map(({ fault }) => fault))).toEqual(new Set(faults));
  });

  it('has exactly one right choice, which the engine gives, and passes only where nothing is wrong', async () => {
    const wrong: unknown[] = [];
    for (const question of sample) {
      const result = await simulate(question.scenario, environment);
      const truth = drillTruth(question, result);
      const passes = truth === 'yes' || truth === 'nothing';
      const offered = question.choices.filter(({ id }) => id === truth).length;
      if (offered !== 1 || passes !== (question.fault === 'none')) {
        wrong.push({ seed: question.seed, level: question.level, fault: question.fault, kind: question.kind, truth });
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});

describe('a run of twenty', () => {
  it('grows harder with right answers and ends after twenty', () => {
    let session = beginSession(7);
    while (!isOver(session)) session = afterAnswer(session, true);
    expect(session.answered).toHaveLength(20);
    expect(session.level).toBe(5);
  });

  it('asks again later about what was wrong', () => {
    let session = beginSession(11);
    const missed = session.question.fault;
    session = afterAnswer(session, false);
    for (let count = 0; count < 3; count++) session = afterAnswer(session, true);
    expect(session.question.fault).toBe(missed);
  });
});
