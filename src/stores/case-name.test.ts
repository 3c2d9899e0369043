import { describe, expect, it } from 'vitest';
import type { Scenario } from '@/scenario/document';
import { presets } from '@/scenario/presets';
import { classic } from '@/scenario/presets/classic';
import { nameOf, originalOf, remainsOf, titledAsShown } from './case-name';

const original = classic.scenario;
const [server] = original.servers;
const OTHER_APP = `const express = require('express');
const cors = require('cors');
const app = express();
app.use(cors({ origin: 'https://shop.example' }));
app.get('/orders', (req, res) => res.json([]));
app.listen(3000);
`;

const withServer = (code: string): Scenario => ({ ...original, servers: [{ ...server!, kind: 'express', code }] });
const edited = withServer(server?.kind === 'express' ? server.code.replace('app.example.com', 'shop.example') : '');
const replaced: Scenario = { ...withServer(OTHER_APP), frontend: `await fetch('/orders');\n` };

describe('the name of a case', () => {
  it.each<[string, Scenario, string]>([
    ['is its own as it came', original, 'The classic case'],
    ['is its own, whoever looks at it', { ...original, browser: 'firefox' }, 'The classic case'],
    ['says that a line was edited', edited, 'The classic case, edited'],
    ['says that the page was edited', { ...original, page: 'https://shop.example/' }, 'The classic case, edited'],
    ['stays where the server alone is another', withServer(OTHER_APP), 'The classic case, edited'],
    ['stays where the page alone is another', { ...original, frontend: 'other();' }, 'The classic case, edited'],
    ['goes with the last of it, though every Express app begins alike', replaced, 'Your own case'],
  ])('%s', (_, document, name) => {
    expect(nameOf(classic.title, remainsOf(document, original))).toBe(name);
  });

  it('says once that it was edited, by whomever', () => {
    expect(nameOf('The classic case, edited', 'some')).toBe('The classic case, edited');
  });

  it('goes for every case that another one has taken the place of', () => {
    const kept = presets.filter(({ id, scenario }) => id !== 'classic' && remainsOf(replaced, scenario) !== 'nothing');
    expect(kept.map(({ id }) => id)).toEqual([]);
  });
});

describe('a link', () => {
  it('carries the name that is shown, and none where it is nobody’s case any more', () => {
    expect(titledAsShown(original, original).title).toBe('The classic case');
    expect(titledAsShown(edited, original).title).toBe('The classic case, edited');
    expect(titledAsShown(replaced, original)).toEqual({ ...replaced, title: undefined });
  });

  it('keeps a title whose case is not known', () => {
    expect(titledAsShown({ ...edited, title: 'Mine' }, undefined).title).toBe('Mine');
  });
});

it('what a demonstration stands in for is not what it came from', () => {
  expect(originalOf({ presetId: 'demonstration:classic', original }, [classic])).toBeUndefined();
  expect(originalOf({ presetId: 'shared-abc', original }, [classic])).toBe(original);
  expect(originalOf({ presetId: 'classic', original: undefined }, [classic])).toBe(original);
});
