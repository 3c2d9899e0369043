import { headerValue } from '@/explain/headers';
import type { ExpressServer } from '@/scenario/document';
import { wholeLines } from '../../splice';
import type { HeaderWish, Wish } from '../../wish';
import type { Context, Edit } from '../edit';
import { calleeName, isFunction, readExpress, topStatement, type ExpressCode } from './code';
import { answerWithCors, corsCalls, editCorsOptions, insertCors, moveToFront } from './cors-package';
import { insertBesideOrigin, insertInHandler, insertMiddleware } from './insertions';
import { editOriginLists } from './origins';
import { callNext } from './next';
import { answerPreflight, insertOptionsRoute } from './preflight';
import { settersOf } from './setters';
import { editValue, withSplices } from './values';

/** Express code: what stands there is changed where it can be, and only else something is put in. */
export const editExpress = async (
  server: ExpressServer,
  wish: Wish,
  context: Context,
): Promise<Edit<ExpressServer>[]> => {
  const express = await readExpress(server.code);
  if (!express) return [];
  if (wish.kind === 'answer-preflight') {
    return [
      ...answerPreflight(server, express, context.exchange),
      ...answerWithCors(server, express, context.exchange),
      ...movedMiddleware(server, express),
    ];
  }
  if (wish.kind === 'hand-on') return callNext(server, express);
  if (wish.kind === 'once') return withoutOne(server, express, wish.name);
  return wish.name === 'Access-Control-Allow-Origin'
    ? editOrigin(server, express, wish, context)
    : editOther(server, express, wish, context);
};

function editOther(
  server: ExpressServer,
  express: ExpressCode,
  wish: HeaderWish,
  { exchange }: Context,
): Edit<ExpressServer>[] {
  const isSent = headerValue(exchange.responseHeaders, wish.name.toLowerCase()) !== null;
  const values =
    isSent || wish.adds
      ? settersOf(express, wish.name, exchange).flatMap(({ value }) => editValue(server, express, value, wish))
      : [];
  const options = editCorsOptions(server, express, wish, exchange);
  if (values.length + options.length > 0 && isSent) return [...values, ...options];
  const isOfCors = wish.name.startsWith('Access-Control-');
  const beside = insertBesideOrigin(server, express, wish, exchange);
  const anywhere = [
    ...insertInHandler(server, express, wish, exchange),
    ...insertMiddleware(server, express, wish),
  ].map((edit) => ({ ...edit, isNew: true }));
  return [...values, ...options, ...beside, ...(isOfCors ? [] : anywhere)];
}

function editOrigin(
  server: ExpressServer,
  express: ExpressCode,
  wish: HeaderWish,
  { exchange }: Context,
): Edit<ExpressServer>[] {
  const sent = exchange.responseHeaders.filter(([name]) => name.toLowerCase() === 'access-control-allow-origin');
  const setters = settersOf(express, wish.name, exchange);
  const lists = wish.value === '*' ? [] : editOriginLists(server, express, wish.value);
  const values = sent.length > 0 ? setters.flatMap(({ value }) => editValue(server, express, value, wish)) : [];
  const options = editCorsOptions(server, express, wish, exchange);
  const moved = sent.length === 0 ? movedMiddleware(server, express) : [];
  const early = moved.map((edit) => ({ ...edit, does: 'Set the CORS headers' }));
  if (sent.length > 0) return [...values, ...lists, ...options];
  const inserted = [
    ...insertInHandler(server, express, wish, exchange),
    ...insertOptionsRoute(server, express, wish, exchange),
    ...insertMiddleware(server, express, wish),
    ...(corsCalls(express).length > 0 ? [] : insertCors(server, express, wish.value)),
  ].map((edit) => ({ ...edit, isNew: true }));
  return [...lists, ...options, ...early, ...answerWithCors(server, express, exchange), ...inserted];
}

/** Several places set the header: one of them goes. */
function withoutOne(server: ExpressServer, express: ExpressCode, name: string): Edit<ExpressServer>[] {
  const statements = [
    ...settersOf(express, name).map(({ statement }) => statement),
    ...corsCalls(express).map((call) => topStatement(express, call.start) ?? null),
  ];
  return statements.flatMap((statement) =>
    statement ? [withSplices(server, [{ ...wholeLines(express.code, statement.start, statement.end), text: '' }])] : [],
  );
}

/** What sets the headers may stand behind what answers. */
function movedMiddleware(server: ExpressServer, express: ExpressCode): Edit<ExpressServer>[] {
  const places = [...corsCalls(express), ...settersOf(express, 'Access-Control-Allow-Origin').map(({ node }) => node)];
  return places.flatMap(({ start }) => {
    const statement = topStatement(express, start);
    const outer = statement?.type === 'ExpressionStatement' ? statement.expression : null;
    const isUse = outer?.type === 'CallExpression' && calleeName(outer) === 'use';
    const [first] = isUse ? outer.arguments : [];
    // A handler that takes no `next` answers everything: it has to stay behind the others.
    const handsOn = first !== undefined && isFunction(first) && first.params.length > 2;
    const isForAll = handsOn || corsCalls(express).some((call) => call === first);
    return isForAll ? moveToFront(server, express, start) : [];
  });
}
