import { httpUrl, origin } from './addresses';
import {
  arrayOf,
  boolean,
  isObject,
  isString,
  object,
  oneOf,
  optional,
  recordOf,
  string,
  type Check,
  type Shape,
} from './checks';
import type { ServerKind } from './document';
import { route } from './routes';

const shapes: Record<ServerKind, Shape> = {
  headers: { routes: arrayOf(route) },
  express: { code: string },
  flask: { code: string },
  django: { code: string },
  proxy: { prefix: string, target: httpUrl },
  nginx: { config: string },
};

const common: Shape = { origin, cdn: optional(boolean), env: optional(recordOf(string)) };
const kind = oneOf(...Object.keys(shapes));

export const server: Check = (value, path, errors) => {
  const named = isObject(value) && isString(value.kind) ? value.kind : '';
  const own = Object.hasOwn(shapes, named) ? shapes[named as ServerKind] : {};
  object({ ...common, kind, ...own })(value, path, errors);
};
