import type { HeaderPair, RecordedServer } from '../recording';
import type { Answers } from './random-answers';
import type { RandomPage } from './random-page';
import type { RandomSource } from './random-source';

interface Redirected {
  server: Record<string, RecordedServer>;
  tags: string[];
}

/** The first URL answers with a redirect; where it leads answers as the server would have. */
export function randomRedirect(random: RandomSource, page: RandomPage, url: URL, answers: Answers): Redirected {
  const status = random.pick([301, 302, 302, 303, 307, 307, 308]);
  const direction = random.pick(['same', 'other', 'back']);
  const kind = random.weighted([
    ['absolute', 12],
    ['chain', 2],
    ['userinfo', 2],
    ['data', 1],
    ['none', 1],
    ['bad', 1],
    ['hash', 1],
    ['loop', 0.3],
  ] as [Kind, number][]);
  const there = target(random, direction, page, url);
  const finalUrl = `${there}/final`;
  const location = locationOf(kind, url, finalUrl);
  const bare = random.chance(0.12);
  const check: HeaderPair[] = bare ? [] : answers.response.headers.filter(([name]) => /^access-control-/i.test(name));
  const redirect = { status, headers: [...check, ...location] };
  const final = finalAnswers(random, answers);

  const first = { path: url.pathname, response: redirect };
  const hop = { path: '/hop', response: { status, headers: [...check, ['Location', finalUrl] as HeaderPair] } };
  const last = { path: '/final', preflight: final.preflight, response: final.response };
  const { preflight, response } = answers;
  const routes = kind === 'chain' ? [first, hop] : [first];
  const server: Record<string, RecordedServer> =
    there === url.origin
      ? { [url.origin]: { preflight, response, routes: [...routes, last] } }
      : {
          [url.origin]: { preflight, response, routes },
          [there]: { preflight: final.preflight, response: final.response, routes: [last] },
        };
  return {
    server,
    tags: [`redirect:${status}:${kind}:${direction}`, ...(bare ? ['redirect-without-acao'] : []), ...final.tags],
  };
}

type Kind = 'absolute' | 'chain' | 'userinfo' | 'data' | 'none' | 'bad' | 'hash' | 'loop';

function target(random: RandomSource, direction: string, page: RandomPage, { origin, protocol }: URL): string {
  if (direction === 'same') return origin;
  if (direction === 'back') return new URL(page.url).origin;
  return random.pick([`${protocol}//third.test:8443`, `${protocol}//other.test`, 'http://plain.test']);
}

function locationOf(kind: Kind, url: URL, finalUrl: string): HeaderPair[] {
  switch (kind) {
    case 'none':
      return [];
    case 'chain':
      return [['Location', '/hop']];
    case 'userinfo':
      return [['Location', finalUrl.replace('://', '://user:pw@')]];
    case 'data':
      return [['Location', 'data:text/plain,hi']];
    case 'bad':
      return [['Location', 'http://[bad']];
    case 'hash':
      return [['Location', `${finalUrl}#there`]];
    case 'loop':
      return [['Location', url.pathname]];
    case 'absolute':
      return [['Location', finalUrl]];
  }
}

function finalAnswers(random: RandomSource, answers: Answers): Answers {
  const value = random.weighted([
    [undefined, 40],
    ['null', 35],
    ['*', 15],
    ['missing', 10],
  ] as [string | undefined, number][]);
  if (value === undefined) return { ...answers, tags: [] };
  const change = (headers: readonly HeaderPair[]): HeaderPair[] => [
    ...headers.filter(([name]) => !/^access-control-allow-origin$/i.test(name)),
    ...(value === 'missing' ? [] : [['Access-Control-Allow-Origin', value] as HeaderPair]),
  ];
  return {
    preflight: { ...answers.preflight, headers: change(answers.preflight.headers) },
    response: { ...answers.response, headers: change(answers.response.headers) },
    tags: [`final-acao:${value}`],
  };
}
