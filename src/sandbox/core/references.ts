/** Where a program uses a name of its top level, and not another of that name which stands nearer. */

import type { Identifier, Node, Pattern, Program } from 'acorn';
import { namesIn } from './open-scope';

export interface Reference {
  node: Identifier;
  /** `call`: what is called, which must not become a method; `shorthand`: `{ name }`. */
  as: 'value' | 'call' | 'shorthand';
}

type AnyNode = Node & Record<string, unknown>;

/** In no particular order. Import declarations and lists of exports are no uses. */
export function referencesTo(program: Program, names: ReadonlySet<string>): Reference[] {
  const found: Reference[] = [];
  if (names.size === 0) return found;

  const take = (node: unknown, hidden: ReadonlySet<string>, as: Reference['as']): void => {
    const { name } = node as Identifier;
    if (names.has(name) && !hidden.has(name)) found.push({ node: node as Identifier, as });
  };

  const visit = (given: unknown, hidden: ReadonlySet<string>): void => {
    if (Array.isArray(given)) return given.forEach((one) => visit(one, hidden));
    if (!isNode(given)) return;
    const node = given;
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'MetaProperty':
      case 'BreakStatement':
      case 'ContinueStatement':
        return;
      case 'ExportNamedDeclaration':
        return visit(node['declaration'], hidden);
      case 'LabeledStatement':
        return visit(node['body'], hidden);
      case 'Identifier':
        return take(node, hidden, 'value');
      case 'CallExpression':
        visitCalled(node['callee'], hidden);
        return visit(node['arguments'], hidden);
      case 'TaggedTemplateExpression':
        visitCalled(node['tag'], hidden);
        return visit(node['quasi'], hidden);
      case 'MemberExpression':
        visit(node['object'], hidden);
        return node['computed'] === true ? visit(node['property'], hidden) : undefined;
      case 'Property':
        if (node['shorthand'] === true && isNode(node['value']) && node['value'].type === 'Identifier') {
          return take(node['value'], hidden, 'shorthand');
        }
        return visitMember(node, hidden);
      case 'MethodDefinition':
      case 'PropertyDefinition':
        return visitMember(node, hidden);
      default: {
        const inner = new Set([...hidden, ...declaredBy(node)]);
        for (const [key, child] of Object.entries(node)) {
          if (!(key === 'id' && /^(Function|Class)/.test(node.type))) visit(child, inner);
        }
      }
    }
  };

  const visitCalled = (node: unknown, hidden: ReadonlySet<string>): void =>
    isNode(node) && node.type === 'Identifier' ? take(node, hidden, 'call') : visit(node, hidden);

  const visitMember = (node: AnyNode, hidden: ReadonlySet<string>): void => {
    if (node['computed'] === true) visit(node['key'], hidden);
    visit(node['value'], hidden);
  };

  visit(program.body, new Set());
  return found;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The names that a node brings into what stands inside it. */
function declaredBy(node: AnyNode): string[] {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return [...namesOf(node['id']), ...(node['params'] as Pattern[]).flatMap(namesIn), ...varsIn(node['body'])];
    case 'ClassDeclaration':
    case 'ClassExpression':
      return namesOf(node['id']);
    case 'BlockStatement':
    case 'StaticBlock':
      return lexicalIn(node['body']);
    case 'SwitchStatement':
      return (node['cases'] as AnyNode[]).flatMap(({ consequent }) => lexicalIn(consequent));
    case 'ForStatement':
      return lexicalIn([node['init']]);
    case 'ForInStatement':
    case 'ForOfStatement':
      return lexicalIn([node['left']]);
    case 'CatchClause':
      return namesOf(node['param']);
    default:
      return [];
  }
}

function namesOf(pattern: unknown): string[] {
  return isNode(pattern) ? namesIn(pattern as Node as Pattern) : [];
}

function lexicalIn(statements: unknown): string[] {
  return (statements as unknown[]).filter(isNode).flatMap((statement) => {
    if (statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration')
      return namesOf(statement['id']);
    return statement.type === 'VariableDeclaration' && statement['kind'] !== 'var' ? declaredIn(statement) : [];
  });
}

function declaredIn(declaration: AnyNode): string[] {
  return (declaration['declarations'] as AnyNode[]).flatMap(({ id }) => namesOf(id));
}

/** `var` reaches through the whole function, but not into those within it. */
function varsIn(given: unknown): string[] {
  if (Array.isArray(given)) return given.flatMap(varsIn);
  if (!isNode(given) || /Function/.test(given.type)) return [];
  const own = given.type === 'VariableDeclaration' && given['kind'] === 'var' ? declaredIn(given) : [];
  return [...own, ...Object.values(given).flatMap(varsIn)];
}
