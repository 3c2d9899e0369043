import type { HeaderRow, HeadersServer, Route } from '@/scenario/document';
import type { HeaderWish } from '../wish';
import { listWith } from '../list-text';
import type { Context, Editor } from './edit';

/** Header rows: a value changed, a row switched on, added or taken out, a route for what none answers. */
export const editHeaders: Editor<HeadersServer> = (server, wish, context) => {
  if (wish.kind === 'hand-on') return [];
  const index = context.exchange.route;
  const route = index === undefined ? undefined : server.routes[index];
  if (index === undefined || !route) {
    return [{ server: withRoute(server, context, wish.kind === 'header' ? [rowOf(wish)] : []), isNew: true }];
  }
  if (wish.kind === 'header') {
    return rowsFor(route, wish).map((headers) => ({
      server: withRouteAt(server, index, { ...route, headers }),
      isNew: headers.length > route.headers.length,
    }));
  }
  if (wish.kind === 'once') {
    return withoutRepeats(route, wish.name).map((headers) => ({
      server: withRouteAt(server, index, { ...route, headers }),
    }));
  }
  const changed = answersPreflightsOnly(route)
    ? withRouteAt(server, index, answering(route))
    : withRoute(server, context, route.headers.filter(speaksOfCors));
  return [{ server: changed }];
};

/** Of the rows with that name, one stays. */
function withoutRepeats({ headers }: Route, name: string): HeaderRow[][] {
  const isOn = (row: HeaderRow): boolean => row[0].toLowerCase() === name.toLowerCase() && row[2] !== false;
  return headers.filter(isOn).map((kept) => headers.filter((row) => row === kept || !isOn(row)));
}

function rowsFor(route: Route, wish: HeaderWish): HeaderRow[][] {
  const { headers } = route;
  const named = headers.flatMap((row, at) => (row[0].toLowerCase() === wish.name.toLowerCase() ? [at] : []));
  const on = named.filter((at) => headers[at]![2] !== false);
  const off = named.filter((at) => headers[at]![2] === false);
  const switchedOn = off.map((at) =>
    headers.map((row, each): HeaderRow => (each === at ? [row[0], holds(row[1], wish) ? row[1] : wish.value] : row)),
  );
  const [first] = on;
  if (first === undefined) return switchedOn.length > 0 ? switchedOn : [[...headers, rowOf(wish)]];
  // A repeated name is one value to a browser: of several, one stays.
  const kept = wish.adds ? on.at(-1)! : (on.find((at) => headers[at]![1].trim() === wish.value) ?? first);
  return [
    headers.flatMap((row, at): HeaderRow[] => {
      if (at === kept) return [withValue(row, wish)];
      return on.includes(at) && !wish.adds ? [] : [row];
    }),
  ];
}

function withValue([name, value, ...on]: HeaderRow, wish: HeaderWish): HeaderRow {
  const next = wish.adds ? listWith(value, wish.value) : wish.value;
  return [name, value.trim() === next ? value : next, ...on];
}

/** What a row that is switched off says would do. */
function holds(value: string, wish: HeaderWish): boolean {
  const members = value.split(',').map((member) => member.trim().toLowerCase());
  return wish.adds || wish.value.includes(',')
    ? wish.value.split(',').every((member) => members.includes(member.trim().toLowerCase()))
    : value.trim() === wish.value;
}

const rowOf = ({ name, value }: HeaderWish): HeaderRow => [name, value];

const answersPreflightsOnly = (route: Route): boolean => route.method === 'OPTIONS' || route.preflight === true;

const speaksOfCors = ([name]: HeaderRow): boolean => /^(access-control-allow-|vary$)/i.test(name);

function answering({ abort: _, body: _body, ...route }: Route): Route {
  return { ...route, status: 204, headers: route.headers.filter(([name]) => !/^(location|content-type)$/i.test(name)) };
}

function withRouteAt(server: HeadersServer, index: number, route: Route): HeadersServer {
  return { ...server, routes: server.routes.map((each, at) => (at === index ? route : each)) };
}

/** A route for a request that none suits. What had no route before stays a 404 that says who may read it. */
function withRoute(server: HeadersServer, { exchange }: Context, headers: HeaderRow[]): HeadersServer {
  const { pathname } = new URL(exchange.url);
  if (exchange.kind === 'preflight') {
    const preflightOnly =
      exchange.method === 'OPTIONS' && server.routes.some(({ preflight }) => preflight !== undefined);
    const route: Route = {
      method: 'OPTIONS',
      path: pathname,
      status: 204,
      headers,
      ...(preflightOnly ? { preflight: true } : {}),
    };
    return { ...server, routes: [route, ...server.routes] };
  }
  return { ...server, routes: [...server.routes, { method: '*', path: pathname, status: 404, headers }] };
}
