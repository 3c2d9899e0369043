import type { AnyNode, ObjectExpression, Program } from 'acorn';
import { keyOf, nodesOf, parseCode, stringOf } from '@/realm/syntax/tree';
import type { Ignored } from './ignored';

/** All that cors 2.8.6 reads of its options, in `lib/index.js`. A test reads that file. */
export const CORS_OPTIONS: readonly string[] = [
  'origin',
  'methods',
  'credentials',
  'allowedHeaders',
  'headers',
  'exposedHeaders',
  'maxAge',
  'preflightContinue',
  'optionsSuccessStatus',
];

/** Options that are given to `cors()` and that it does not read. */
export function ignoredByCors(code: string): Ignored[] {
  const program = parseCode(code);
  if (!program) return [];
  const cors = namesOfCors(program);
  const objects = nodesOf(program).flatMap((node) =>
    node.type === 'CallExpression' && node.callee.type === 'Identifier' && cors.has(node.callee.name)
      ? optionsIn(program, node.arguments[0])
      : [],
  );
  const ignored = objects.flatMap(({ properties }) =>
    properties.flatMap((property): Ignored[] => {
      const name = property.type === 'Property' ? keyOf(property) : null;
      return name === null || CORS_OPTIONS.includes(name) ? [] : [{ name, line: property.loc!.start.line }];
    }),
  );
  return ignored.filter(
    ({ name, line }, at) => ignored.findIndex((each) => each.name === name && each.line === line) === at,
  );
}

/** What the code calls the package. Without an import it is called `cors`: docs/example-routes.md. */
function namesOfCors(program: Program): Set<string> {
  const names = new Set(['cors']);
  for (const node of nodesOf(program)) {
    if (node.type === 'ImportDeclaration' && node.source.value === 'cors') {
      for (const { local } of node.specifiers) names.add(local.name);
    }
    const isRequired =
      node.type === 'VariableDeclarator' &&
      node.init?.type === 'CallExpression' &&
      node.init.callee.type === 'Identifier' &&
      node.init.callee.name === 'require' &&
      stringOf(node.init.arguments[0]) === 'cors';
    if (isRequired && node.id.type === 'Identifier') names.add(node.id.name);
  }
  return names;
}

/** The object itself, by a name that is given it once, or what a delegate hands to its callback. */
function optionsIn(program: Program, given: AnyNode | undefined): ObjectExpression[] {
  const node = given?.type === 'Identifier' ? madeAs(program, given.name) : given;
  if (node?.type === 'ObjectExpression') return [node];
  const isDelegate =
    node?.type === 'ArrowFunctionExpression' ||
    node?.type === 'FunctionExpression' ||
    node?.type === 'FunctionDeclaration';
  if (!isDelegate) return [];
  return nodesOf(node).flatMap((call): ObjectExpression[] => {
    if (call.type !== 'CallExpression' || call.arguments[0]?.type !== 'Literal' || call.arguments[0].value !== null)
      return [];
    const handed = call.arguments[1];
    const options = handed?.type === 'Identifier' ? madeAs(program, handed.name) : handed;
    return options?.type === 'ObjectExpression' ? [options] : [];
  });
}

function madeAs(program: Program, name: string): AnyNode | undefined {
  for (const node of nodesOf(program)) {
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.id.name === name)
      return node.init ?? undefined;
    if (node.type === 'FunctionDeclaration' && node.id?.name === name) return node;
  }
  return undefined;
}
