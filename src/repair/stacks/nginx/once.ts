import { wholeLines, type Splice } from '../../splice';
import type { Exchange } from '@/scenario/result';
import { ownerOf, settersAt, type NginxCode } from './code';
import type { NginxWay } from './way';
import { insertAfter } from './write';

/** The header is sent twice: by nginx and by the server behind, or by two lines of nginx's. */
export function waysOfOnce(code: NginxCode, name: string, exchange: Exchange): NginxWay[] {
  const own = settersAt(code, name, exchange);
  const sent = exchange.responseHeaders.filter(([each]) => each.toLowerCase() === name.toLowerCase());
  const hidden = own.length > 0 && sent.length > own.length ? hideUpstream(code, name) : [];
  return [
    ...(hidden.length > 0 ? [{ splices: hidden, how: 'and hide that of the server behind' }] : []),
    ...own.map(({ extent }): NginxWay => ({
      splices: [{ ...wholeLines(code.text, extent.start, extent.end), text: '' }],
      ...(sent.length > own.length ? { how: 'and leave it to the server behind' } : {}),
    })),
  ];
}

/** Where the request is passed on, beside what is hidden already. */
export function hideUpstream(code: NginxCode, name: string): Splice[] {
  const text = `proxy_hide_header ${name};`;
  const isOpen = (owner: ReturnType<typeof ownerOf>) => owner?.head?.name !== 'if' && owner;
  const hiding = isOpen(ownerOf(code, 'proxy_hide_header'));
  const beside = hiding && hiding.directives.findLast((each) => each.name === 'proxy_hide_header');
  if (beside) return [insertAfter(code.text, beside, [text])];
  const passing = code.levels.find(
    ({ directives, head }) => head?.name === 'location' && directives.some((each) => each.name === 'proxy_pass'),
  );
  const pass = passing?.directives.find((each) => each.name === 'proxy_pass');
  return pass ? [insertAfter(code.text, pass, [text])] : [];
}
