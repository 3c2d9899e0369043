import type { AnyNode, CallExpression, Function as AnyFunction, Program } from 'acorn';
import { nodesOf, parseCode, stringOf } from '@/realm/syntax/tree';
import { withoutTypes } from '../../javascript/types';
import { propertyOf } from '../../javascript/objects';
import { indentAt, lineEnd } from '../../splice';

/** Express code, read once for all edits. */
export interface ExpressCode {
  code: string;
  program: Program;
  nodes: readonly AnyNode[];
  /** What the app is called. */
  app: string;
  /** Where new middleware comes before everything else: behind `const app = express()`, or in front of the first statement. */
  front: number;
  /** Of the line that makes the app. */
  indent: string;
  /** The statements among which the app is made: the program's, or those of a function. */
  body: readonly AnyNode[];
  /** Snippets make no app of their own: `app` and `cors` are there. */
  isSnippet: boolean;
  /** A server of Node's own, without Express. */
  isBare: boolean;
}

/** @returns null where it is neither JavaScript nor that with types */
export async function readExpress(code: string): Promise<ExpressCode | null> {
  const program = parseCode(code) ?? parseCode((await withoutTypes(code)) ?? code);
  if (!program) return null;
  const nodes = nodesOf(program);
  const [made] = nodes.flatMap((node) => appsMadeIn(code, nodes, node));
  if (made) {
    const { app, statement } = made;
    const { end } = statement;
    const isLast = /^[ \t]*(\/\/.*)?$/.test(code.slice(end, lineEnd(code, end)).trimEnd());
    const block = nodes.findLast(
      (node) =>
        (node.type === 'Program' || node.type === 'BlockStatement') && node.start <= statement.start && node.end >= end,
    );
    return {
      code,
      program,
      nodes,
      isSnippet: false,
      isBare: false,
      app,
      front: isLast ? lineEnd(code, end) : end,
      indent: indentAt(code, statement.start),
      body: block && 'body' in block && Array.isArray(block.body) ? block.body : program.body,
    };
  }
  const first = program.body.find((statement) => !isImport(statement));
  const isBare = nodes.some((node) => node.type === 'CallExpression' && calleeName(node) === 'createServer');
  const front = first?.start ?? code.length;
  return { code, program, nodes, isSnippet: !isBare, isBare, app: 'app', front, indent: '', body: program.body };
}

/** `const app = express()`, `this.app = express()`, `const app = require('express')()`. */
function appsMadeIn(code: string, nodes: readonly AnyNode[], node: AnyNode): { app: string; statement: AnyNode }[] {
  const name = nameOfPackage({ nodes }, 'express') ?? 'express';
  const isApp = (value: AnyNode | null | undefined): boolean =>
    value?.type === 'CallExpression' &&
    (calleeName(value) === name ||
      (value.callee.type === 'CallExpression' &&
        calleeName(value.callee) === 'require' &&
        stringOf(value.callee.arguments[0]) === 'express'));
  if (node.type === 'VariableDeclaration') {
    return node.declarations.flatMap(({ id, init }) =>
      id.type === 'Identifier' && isApp(init) ? [{ app: id.name, statement: node }] : [],
    );
  }
  const assigned =
    node.type === 'ExpressionStatement' && node.expression.type === 'AssignmentExpression' && node.expression;
  return assigned && isApp(assigned.right)
    ? [{ app: code.slice(assigned.left.start, assigned.left.end), statement: node }]
    : [];
}

export function isImport(statement: AnyNode): boolean {
  if (statement.type === 'ImportDeclaration') return true;
  if (statement.type !== 'VariableDeclaration') return false;
  return statement.declarations.every(({ init }) => init?.type === 'CallExpression' && calleeName(init) === 'require');
}

/** What the code calls a package; null where it neither imports nor requires it. */
export function nameOfPackage({ nodes }: Pick<ExpressCode, 'nodes'>, wanted: string): string | null {
  for (const node of nodes) {
    if (node.type === 'ImportDeclaration' && node.source.value === wanted) {
      const own = node.specifiers.find(({ type }) => type !== 'ImportSpecifier');
      if (own) return own.local.name;
    }
    const made = node.type === 'VariableDeclarator' && node.init?.type === 'CallExpression' ? node.init : null;
    const isRequired = made && calleeName(made) === 'require' && stringOf(made.arguments[0]) === wanted;
    if (isRequired && node.type === 'VariableDeclarator' && node.id.type === 'Identifier') return node.id.name;
  }
  return null;
}

/** `f` of `f(…)`, `m` of `x.m(…)`. */
export function calleeName({ callee }: CallExpression): string | null {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : null;
}

/** The innermost node that holds the offsets and is as wished. */
export function innermost<T extends AnyNode>(
  { nodes }: ExpressCode,
  [start, end]: readonly [number, number],
  isWanted: (node: AnyNode) => node is T,
): T | undefined {
  return nodes.findLast((node): node is T => node.start <= start && node.end >= end && isWanted(node));
}

export function isFunction(node: AnyNode): node is AnyFunction & AnyNode {
  return (
    node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
  );
}

/** The function that handles a request, around a place, and what it calls the request and the response. */
export interface Handler {
  node: AnyFunction & AnyNode;
  request: string;
  response: string;
}

export function handlerAround(express: ExpressCode, at: readonly [number, number]): Handler | null {
  const isHandler = (node: AnyNode): node is AnyFunction & AnyNode => isFunction(node) && namesOf(node) !== null;
  const node = innermost(express, at, isHandler);
  const names = node && namesOf(node);
  return node && names ? { node, ...names } : null;
}

function namesOf({ params }: AnyFunction): Omit<Handler, 'node'> | null {
  const [request, response] = params.length === 4 ? params.slice(1) : params;
  if (params.length < 2 || request?.type !== 'Identifier' || response?.type !== 'Identifier') return null;
  // cors' own functions: (origin, callback), (error, allowed)
  return /^(origin|err|error)$/.test(request.name) ? null : { request: request.name, response: response.name };
}

/** What a name stands for, where it is given a value once, or a property of an object that is written out. */
export function resolve(express: ExpressCode, node: AnyNode | null | undefined): AnyNode | null {
  if (node?.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier') {
    const object = resolve(express, node.object as AnyNode);
    const property = object?.type === 'ObjectExpression' ? propertyOf(object, node.property.name) : undefined;
    return property ? resolve(express, property.value) : node;
  }
  if (node?.type !== 'Identifier') return node ?? null;
  const made = express.nodes.find(
    (each) => each.type === 'VariableDeclarator' && each.id.type === 'Identifier' && each.id.name === node.name,
  );
  return (made?.type === 'VariableDeclarator' && made.init) || null;
}

/** The statement beside the app's that holds the offset. */
export function topStatement({ body }: ExpressCode, at: number): AnyNode | undefined {
  return body.find(({ start, end }) => start <= at && end >= at);
}

/** `app.put('/users/:id', …)`: the route that would answer this method and path. */
export function routeFor(express: ExpressCode, method: string, path: string): { pattern: string; at: AnyNode } | null {
  for (const statement of express.body) {
    const call = statement.type === 'ExpressionStatement' ? statement.expression : null;
    if (call?.type !== 'CallExpression' || calleeName(call) !== method.toLowerCase()) continue;
    const pattern = stringOf(call.arguments[0]);
    if (pattern !== null && matches(pattern, path)) return { pattern, at: statement };
  }
  return null;
}

function matches(pattern: string, path: string): boolean {
  const parts = pattern.replace(/\/$/, '').split('/');
  const given = path.replace(/\/$/, '').split('/');
  return parts.length === given.length && parts.every((part, at) => part.startsWith(':') || part === given[at]);
}

export const semicolon = ({ code }: ExpressCode): string =>
  /;[ \t]*(\/\/.*)?$/m.test(code) || !/\S/.test(code) ? ';' : '';
