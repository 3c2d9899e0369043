import { headerValue } from '@/explain/headers';
import type { Exchange } from '@/scenario/result';
import type { Directive } from '@/servers/nginx/config/read-directives';
import { listWith } from '../../list-text';
import type { HeaderWish } from '../../wish';
import type { Context } from '../edit';
import { homesOf, ownerOf, settersAt, settersIn, type NginxCode } from './code';
import { hideUpstream } from './once';
import { editOrigins, editVariable, variableOf } from './origins';
import { appendArg, insertAfter, insertAtFront, replaceArg, wordFor } from './write';
import type { NginxWay } from './way';

const ORIGIN = 'access-control-allow-origin';

/** Ways to have the answer say what is wished. */
export function waysOfHeader(code: NginxCode, wish: HeaderWish, { exchange, origin }: Context): NginxWay[] {
  const isSent = headerValue(exchange.responseHeaders, wish.name.toLowerCase()) !== null;
  const own = settersAt(code, wish.name, exchange);
  const lists = wish.name.toLowerCase() === ORIGIN && wish.value !== '*' ? editOrigins(code, wish, origin) : [];
  if (own.length > 0) return [...own.flatMap((setter) => editSetter(code, setter, wish, origin)), ...lists];
  if (isSent && !wish.adds) {
    // The server behind says it: better there than here.
    return insertions(code, wish).map(({ splices, how }) => ({
      splices: [...splices, ...hideUpstream(code, wish.name)],
      how: how === undefined ? 'in place of the server behind' : `${how}, in place of the server behind`,
      isFallback: true,
    }));
  }
  const silent = unsaid(code, wish, exchange, origin);
  const fresh = insertions(code, wish).map((way) => ({ ...way, isNew: true }));
  return [...silent, ...lists, ...repeated(code, wish), ...fresh];
}

function editSetter(code: NginxCode, setter: Directive, wish: HeaderWish, origin: string): NginxWay[] {
  const [, value = ''] = setter.args;
  const variable = variableOf(value);
  const through = variable === null ? [] : editVariable(code, variable, wish, origin);
  const next = wish.adds && variable === null ? listWith(value, wish.value) : wish.value;
  const direct: NginxWay = { splices: [replaceArg(code.text, setter, 1, next)] };
  return variable === null ? [direct] : [...through, { ...direct, isFallback: true }];
}

/** The configuration says it, but not for this answer: of an error, or with a value that is empty. */
function unsaid(code: NginxCode, wish: HeaderWish, { status }: Exchange, origin: string): NginxWay[] {
  const owner = ownerOf(code, 'add_header');
  return settersIn(owner ?? { directives: [] }, wish.name).flatMap((setter): NginxWay[] => {
    const variable = variableOf(setter.args[1]!);
    const always: NginxWay[] =
      setter.args[2] === undefined && !isSuccess(status)
        ? [{ splices: [appendArg(setter, 'always')], does: `Send ${wish.name}`, how: 'on errors too' }]
        : [];
    return [...always, ...(variable === null ? [] : editVariable(code, variable, wish, origin))];
  });
}

const isSuccess = (status: number): boolean => /^(20[0146]|30[123478])$/.test(String(status));

/** A level around this one says it, and this one has headers of its own: it inherits none. */
function repeated(code: NginxCode, wish: HeaderWish): NginxWay[] {
  const owner = ownerOf(code, 'add_header');
  if (!owner) return [];
  const outer = code.levels.slice(code.levels.indexOf(owner) + 1);
  const setter = outer.flatMap((level) => settersIn(level, wish.name))[0];
  const last = owner.directives.findLast(({ name }) => name === 'add_header');
  if (!setter || !last) return [];
  const text = code.text.slice(setter.extent.start, setter.extent.end);
  return [{ splices: [insertAfter(code.text, last, [text])], how: 'here too' }];
}

/** Beside the headers that are in force, so that all of them stay; else where there are none yet. */
function insertions(code: NginxCode, wish: HeaderWish): NginxWay[] {
  const text = `add_header ${wish.name} ${wordFor(wish.value)} always;`;
  const last = ownerOf(code, 'add_header')?.directives.findLast(({ name }) => name === 'add_header');
  if (last) return [{ splices: [insertAfter(code.text, last, [text])] }];
  return homesOf(code).map(({ block, how }) => ({ splices: [insertAtFront(code.text, block, [text])], how }));
}
