import { headerValue } from '@/explain/headers';
import type { FlaskServer } from '@/scenario/document';
import { readPython } from '../../python/code';
import { editComparisons, editOriginLists, editSpan } from '../../python/values';
import { spliced } from '../../splice';
import type { Edit, Editor } from '../edit';
import { insertAfterRequest, insertBeside, insertCors, insertCrossOrigin } from './insertions';
import { editOptions } from './options';
import { answered } from './preflight';
import { settersOf } from './setters';
import type { FlaskWay } from './way';

const ORIGIN = 'Access-Control-Allow-Origin';

/** Flask code: headers set by hand, the options of Flask-CORS, and what has to be put in where there is neither. */
export const editFlask: Editor<FlaskServer> = (server, wish, { exchange }) => {
  const python = readPython(server.code);
  if (wish.kind === 'answer-preflight') return edits(server, answered(python, exchange));
  if (wish.kind !== 'header') return [];
  const name = wish.name.toLowerCase();
  const isSent = headerValue(exchange.responseHeaders, name) !== null;
  const values =
    isSent || wish.adds
      ? settersOf(python, wish.name, exchange).flatMap(({ value }) => editSpan(python, value, wish.value, wish.adds))
      : [];
  const options = editOptions(python, wish);
  if (wish.name !== ORIGIN) {
    const beside = isSent && values.length + options.length > 0 ? [] : insertBeside(python, wish, exchange);
    return edits(server, [...values, ...options, ...beside]);
  }
  const lists =
    wish.value === '*' ? [] : [...editOriginLists(python, wish.value), ...editComparisons(python, wish.value)];
  const there = [...values, ...lists, ...options];
  const fresh = isSent
    ? []
    : [...insertCrossOrigin(python, wish, exchange), ...insertCors(python, wish), ...insertAfterRequest(python, wish)];
  return edits(server, [...there, ...fresh.map((way) => ({ ...way, isNew: true }))]);
};

function edits(server: FlaskServer, ways: readonly FlaskWay[]): Edit<FlaskServer>[] {
  return ways.map(({ splices, ...way }) => ({ server: { ...server, code: spliced(server.code, splices) }, ...way }));
}
