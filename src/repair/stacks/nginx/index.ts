import type { NginxServer } from '@/scenario/document';
import { spliced } from '../../splice';
import type { Wish } from '../../wish';
import type { Context, Edit, Editor } from '../edit';
import { readNginx, type NginxCode } from './code';
import { waysOfHeader } from './headers';
import { waysOfOnce } from './once';
import { waysOfPreflight } from './preflight';
import type { NginxWay } from './way';

/** A configuration of nginx, changed where it was in force for this answer. */
export const editNginx: Editor<NginxServer> = (server, wish, context) => {
  const code = readNginx(server.config, context.exchange);
  if (!code) return [];
  return waysOf(code, wish, context).map(({ splices, ...way }): Edit<NginxServer> => ({
    server: { ...server, config: spliced(server.config, splices) },
    ...way,
  }));
};

function waysOf(code: NginxCode, wish: Wish, context: Context): NginxWay[] {
  switch (wish.kind) {
    case 'header':
      return waysOfHeader(code, wish, context);
    case 'once':
      return waysOfOnce(code, wish.name, context.exchange);
    case 'answer-preflight':
      return waysOfPreflight(code, context.exchange);
    case 'hand-on':
      return [];
  }
}
