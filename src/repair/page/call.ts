import type { AnyNode, CallExpression, NewExpression, ObjectExpression, Program } from 'acorn';
import type { RequestResult } from '@/scenario/result';
import { nodesOf, parseCode, stringOf } from '@/realm/syntax/tree';
import { propertyOf, removeItem } from '../javascript/objects';
import { wholeLines, type Splice } from '../splice';

/** Where the page's code makes a request: `fetch(url, options)`, or `open`, `setRequestHeader` … of an XMLHttpRequest. */
export interface RequestCall {
  code: string;
  program: Program;
  /** The expression that makes the URL. */
  address: AnyNode | null;
  /** The URL as a literal. */
  url: { node: AnyNode; text: string } | null;
  /** The method as a literal. */
  method: { node: AnyNode; text: string } | null;
  call: CallExpression | NewExpression;
  options: ObjectExpression | null;
}

type Call = CallExpression | NewExpression;

export function callOf(code: string, request: RequestResult): RequestCall | null {
  const program = parseCode(code);
  if (!program) return null;
  const calls = nodesOf(program).filter(
    (node): node is Call => node.type === 'CallExpression' || node.type === 'NewExpression',
  );
  const wanted = request.initiator === 'xhr' ? 'open' : 'fetch';
  const named = calls.filter((call) => nameOf(call) === wanted);
  const at = (line: number) => (call: Call) => call.loc!.start.line <= line && call.loc!.end.line >= line;
  const onLine = request.line === undefined ? [] : named.filter(at(request.line));
  const before = named.filter(({ loc }) => request.line !== undefined && loc!.start.line <= request.line);
  const call =
    onLine.at(-1) ?? (named.length === 1 ? named[0] : request.initiator === 'xhr' ? before.at(-1) : undefined);
  if (!call) return null;
  return wanted === 'open' ? xhrCall(code, program, call) : fetchCall(code, program, call, calls);
}

function nameOf({ callee }: Call): string | null {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : null;
}

function fetchCall(code: string, program: Program, call: Call, calls: readonly Call[]): RequestCall {
  // fetch(new Request(url, options)), at once or by name
  const [first, second] = resolved(program, call.arguments);
  const request = first?.type === 'NewExpression' && nameOf(first) === 'Request' ? first : null;
  const [url, options] = request && calls.includes(request) ? resolved(program, request.arguments) : [first, second];
  const object = options?.type === 'ObjectExpression' ? options : null;
  const method = object && propertyOf(object, 'method')?.value;
  return {
    code,
    program,
    address: url ?? null,
    url: literal(url),
    method: literal(method),
    call: request ?? call,
    options: object,
  };
}

function xhrCall(code: string, program: Program, call: Call): RequestCall {
  const [method, url] = resolved(program, call.arguments);
  return { code, program, address: url ?? null, url: literal(url), method: literal(method), call, options: null };
}

/** Names that are given a value once stand for it. */
function resolved(program: Program, nodes: readonly AnyNode[]): (AnyNode | undefined)[] {
  return nodes.map((node) => {
    if (node.type !== 'Identifier') return node;
    const made = nodesOf(program).find(
      (each) => each.type === 'VariableDeclarator' && each.id.type === 'Identifier' && each.id.name === node.name,
    );
    return made?.type === 'VariableDeclarator' && made.init ? made.init : node;
  });
}

function literal(node: AnyNode | null | undefined): { node: AnyNode; text: string } | null {
  const text = stringOf(node);
  return node && text !== null ? { node, text } : null;
}

/** Takes an option of fetch() out; with the last one the object goes too. */
export function withoutOption({ code, options, call }: RequestCall, name: string): Splice[] | null {
  const property = options && propertyOf(options, name);
  if (!options || !property) return null;
  if (options.properties.length > 1)
    return [removeItem(code, options.properties, options.properties.indexOf(property))];
  const index = call.arguments.findIndex((argument) => argument === options);
  return index > 0 ? [{ start: call.arguments[index - 1]!.end, end: options.end, text: '' }] : null;
}

/** Takes request headers out, by name in lower case; null where one is not set in the code itself. */
export function withoutHeaders(found: RequestCall, names: readonly string[]): Splice[] | null {
  const { code, program, options } = found;
  if (!options) return splicesFor(names, (name) => setterOf(code, program, name));
  const headers = propertyOf(options, 'headers')?.value;
  if (headers?.type !== 'ObjectExpression') return null;
  const properties = names.map((name) => propertyOf(headers, name, { exact: false }));
  if (properties.some((property) => property === undefined)) return null;
  if (headers.properties.length === names.length) return withoutOption(found, 'headers');
  return properties.map((property) => removeItem(code, headers.properties, headers.properties.indexOf(property!)));
}

function splicesFor(names: readonly string[], find: (name: string) => Splice | null): Splice[] | null {
  const found = names.map(find);
  return found.every((splice) => splice !== null) ? found : null;
}

/** `request.setRequestHeader('X-Trace', …);` */
function setterOf(code: string, program: Program, name: string): Splice | null {
  const statement = nodesOf(program).find(
    (node) =>
      node.type === 'ExpressionStatement' &&
      node.expression.type === 'CallExpression' &&
      nameOf(node.expression) === 'setRequestHeader' &&
      stringOf(node.expression.arguments[0])?.toLowerCase() === name,
  );
  return statement ? { ...wholeLines(code, statement.start, statement.end), text: '' } : null;
}

/** `credentials: 'include'`, or `request.withCredentials = true;` */
export function withoutCredentials(found: RequestCall): Splice[] | null {
  if (found.options) return withoutOption(found, 'credentials');
  const statement = nodesOf(found.program).find(
    (node) =>
      node.type === 'ExpressionStatement' &&
      node.expression.type === 'AssignmentExpression' &&
      node.expression.left.type === 'MemberExpression' &&
      node.expression.left.property.type === 'Identifier' &&
      node.expression.left.property.name === 'withCredentials',
  );
  return statement ? [{ ...wholeLines(found.code, statement.start, statement.end), text: '' }] : null;
}
