/**
 * Scenarios by the dozen: pages, requests and servers put together at random, from a seed. Pure: the same seed gives the
 * same scenarios, and a scenario does not depend on how many are made.
 */

import type { RecordedStep, Recording } from '../recording';
import { randomAgain } from './random-again';
import { randomAnswers } from './random-answers';
import { originAt, randomPage, randomRelation } from './random-page';
import { randomRedirect } from './random-redirect';
import { randomRequest } from './random-request';
import { RandomSource } from './random-source';
import { RARITIES } from './rarities';

export function randomRecordings(seed: number, count: number): Recording[] {
  return Array.from({ length: count }, (_, index) => randomRecording(seed, index));
}

const COOKIES = [
  'sid=1; Path=/',
  'sid=1; Path=/; HttpOnly; SameSite=Lax',
  'sid=1; Path=/; SameSite=None; Secure',
  'sid=1; Path=/; SameSite=Strict',
  'sid=1; Path=/; Secure; Domain=example.com',
  'sid=1; Path=/v1',
] as const;

function randomRecording(seed: number, index: number): Recording {
  const random = new RandomSource(seed, index);
  const page = randomPage(random);
  const relation = randomRelation(random);
  const origin = originAt(relation, page);
  const path =
    random.pick(['/data', '/search', '/x', '/v1/items']) +
    random.weighted([
      ['', 82],
      ['?q=1', 14],
      ['#frag', 4],
    ]);
  const userinfo = random.chance(0.02);
  const url = userinfo ? `${origin.replace('://', '://user:pw@')}${path}` : origin + path;

  const request = { url, ...randomRequest(random) };
  const steps: RecordedStep[] = [{ request }];
  const need = {
    origin: page.origin,
    credentials: request.credentials === 'include',
    method: request.method ?? 'GET',
    headerNames: (request.headers ?? []).map(([name]) => name).filter((name) => !name.includes(' ')),
  };
  const answers = randomAnswers(random, need);
  const tags = [
    relation,
    ...page.tags,
    ...(request.api ? ['xhr'] : []),
    ...(userinfo ? ['url-userinfo'] : []),
    ...answers.tags,
  ];

  if (random.chance(0.22)) {
    const { again, preflight, tags: more } = randomAgain(random, { request }, answers.preflight);
    steps.push(again);
    answers.preflight = preflight;
    tags.push(...more);
  }
  let server: Recording['server'] = { [origin]: { preflight: answers.preflight, response: answers.response } };
  if (random.chance(0.15)) {
    const redirected = randomRedirect(random, page, new URL(path, origin), answers);
    server = redirected.server;
    tags.push(...redirected.tags);
  }
  const cookies = random.chance(0.35) ? { cookies: { [origin]: [random.pick(COOKIES)] } } : {};
  if (cookies.cookies) tags.push('cookie');
  const recording = {
    id: `r${seed}-${index}`,
    tags,
    page: page.url,
    ...(page.sandbox ? { sandbox: true } : {}),
    ...cookies,
    steps,
    server,
  };
  if (!random.chance(0.2)) return recording;
  const rarity = random.pick(RARITIES);
  return { ...rarity.apply(recording, random), tags: [...tags, rarity.name] };
}
