import type { HeaderList } from '@/engine';
import { ORIGIN, type Asked } from './cases';

/** The headers as they go out: Host in front, unless the case has one, and the length of a body. */
export function sentHeaders({ headers = [], body }: Asked): HeaderList {
  const isGiven = headers.some(([name]) => name === 'Host');
  return [
    ...(isGiven ? [] : [['Host', new URL(ORIGIN).host] as HeaderList[0]]),
    ...headers,
    ...(body === undefined ? [] : [['Content-Length', String(body.length)] as HeaderList[0]]),
  ];
}
