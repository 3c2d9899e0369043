import type { Exchange } from '@/scenario/result';
import { directivesOf, homesOf, type NginxCode } from './code';
import type { NginxWay } from './way';
import { appendArg, insertAtFront } from './write';

const ANSWER = ['if ($request_method = OPTIONS) {', '    return 204;', '}'];

/** OPTIONS is answered by nginx itself, before anything else happens to it. */
export function waysOfPreflight(code: NginxCode, exchange: Exchange): NginxWay[] {
  const answers = homesOf(code).map(({ block, how }): NginxWay => ({
    splices: [insertAtFront(code.text, block, ANSWER)],
    how,
  }));
  return [...withStatus(code, exchange), ...withMethod(code, answers), ...answers];
}

/** `return 405;` for OPTIONS and nothing else. */
function withStatus(code: NginxCode, { source }: Exchange): NginxWay[] {
  return directivesOf(code, 'if').flatMap(({ args, block = [] }) => {
    if (!/^\(\s*\$request_method\s*(=|~\*?)\s*\^?\(?['"]?OPTIONS['"]?\)?\$?\s*\)$/.test(args.join(' '))) return [];
    return block
      .filter(
        ({ name, line, args: [status = ''] }) => name === 'return' && line === source?.line && /^\d+$/.test(status),
      )
      .map(({ extents }): NginxWay => ({
        splices: [{ start: extents[1]!.start, end: extents.at(-1)!.end, text: '204' }],
      }));
  });
}

/** `limit_except` keeps it out before the location is asked. */
function withMethod({ levels }: NginxCode, answers: readonly NginxWay[]): NginxWay[] {
  const limit = levels.find(({ head }) => head?.name === 'limit_except')?.head;
  if (!limit) return [];
  const letThrough = appendArg(limit, 'OPTIONS');
  return [
    { splices: [letThrough], how: 'and let it through' },
    ...answers.map(({ splices, how }): NginxWay => ({
      splices: [letThrough, ...splices],
      ...(how === undefined ? {} : { how }),
    })),
  ];
}
