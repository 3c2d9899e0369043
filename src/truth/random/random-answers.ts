import type { Answer, HeaderPair } from '../recording';
import type { RandomSource } from './random-source';
import { CHANGES, type Change } from './changes';

/** What the page is about to ask, as far as a server has to allow it. */
export interface Need {
  origin: string;
  credentials: boolean;
  method: string;
  headerNames: string[];
}

export interface Answers {
  preflight: Answer;
  response: Answer;
  tags: string[];
}

export const BODY = '{"ok":true}';

/** Answers that would let the request through, and then mostly something wrong with them. */
export function randomAnswers(random: RandomSource, need: Need): Answers {
  const answers = allowing(random, need);
  const tags: string[] = [];
  const changes = random.weighted([
    [0, 3],
    [1, 6],
    [2, 1],
  ]);
  for (let count = 0; count < changes; count++) {
    const change: Change = random.pick(CHANGES);
    const place = random.weighted([
      ['response', 5],
      ['preflight', 3],
      ['both', 2],
    ] as ['response' | 'preflight' | 'both', number][]);
    if (place !== 'response') answers.preflight = change.apply(answers.preflight, need);
    if (place !== 'preflight') answers.response = change.apply(answers.response, need);
    tags.push(`${change.name}@${place}`);
  }
  if (random.chance(0.04)) {
    const how = random.pick(['toLowerCase', 'toUpperCase'] as const);
    const rename = (answer: Answer): Answer => ({
      ...answer,
      headers: answer.headers.map(([name, value]) => [name[how](), value]),
    });
    answers.preflight = rename(answers.preflight);
    answers.response = rename(answers.response);
    tags.push(`${how}:names`);
  }
  return { ...answers, tags };
}

function allowing(random: RandomSource, { origin, credentials, method, headerNames }: Need): Omit<Answers, 'tags'> {
  const star = !credentials && random.chance(0.4);
  const check: HeaderPair[] = [['Access-Control-Allow-Origin', star ? '*' : origin]];
  if (credentials) check.push(['Access-Control-Allow-Credentials', 'true']);
  const allow: HeaderPair[] = [];
  if (random.chance(0.9)) allow.push(['Access-Control-Allow-Methods', star && random.chance(0.3) ? '*' : method]);
  if (headerNames.length) {
    allow.push([
      'Access-Control-Allow-Headers',
      star && random.chance(0.3) ? '*' : headerNames.join(', ').toLowerCase(),
    ]);
  }
  return {
    preflight: { status: random.pick([200, 204, 204]), headers: [...check, ...allow] },
    response: {
      status: random.weighted([
        [200, 85],
        [201, 5],
        [404, 4],
        [500, 4],
        [403, 2],
        [401, 1],
      ]),
      headers: [...check, ['Content-Type', random.pick(TYPES)], ...extras(random)],
      body: BODY,
    },
  };
}

const TYPES = ['application/json', 'text/plain; charset=utf-8', 'text/html'] as const;

function extras(random: RandomSource): HeaderPair[] {
  return [
    ...(random.chance(0.12)
      ? ([
          ['X-Total', '3'],
          ['x-secret', '1'],
          ['ETag', '"v1"'],
          ['Cache-Control', 'no-store'],
          ['Content-Language', 'en'],
        ] as HeaderPair[])
      : []),
    ...(random.chance(0.04) ? [['Set-Cookie', 'resp=1; Path=/; SameSite=None; Secure'] as HeaderPair] : []),
  ];
}
