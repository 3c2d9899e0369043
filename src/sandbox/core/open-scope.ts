/**
 * A page's script runs as the body of a function here. Other scripts on the page are to find its top-level names, as they do in
 * a browser (JSONP calls a function of that name), and `import()` is to go through the simulated network.
 */

import { parse, type MetaProperty, type Node, type Pattern, type Program } from 'acorn';

/** Takes the place of `import` in `import(…)`, and is as long. */
export const DYNAMIC_IMPORT = '$$load';

export interface OpenedScope {
  code: string;
  prologue: string;
}

/** Code that does not parse comes back as it is. */
export function openScope(code: string): OpenedScope {
  let program: Program;
  try {
    program = parse(code, {
      ecmaVersion: 'latest',
      sourceType: 'script',
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
    });
  } catch {
    return { code, prologue: '' };
  }
  let changed = code;
  for (const { start } of importsIn(program)) {
    changed = changed.slice(0, start) + DYNAMIC_IMPORT + changed.slice(start + 'import'.length);
  }
  const accessors = topLevelNames(program).map(({ name, constant }) => {
    // A property of the window of that name would stand beside the constant.
    const set = constant ? `Object.defineProperty(globalThis,'${name}',{value,writable:true})` : `${name}=value`;
    return `${name}:{configurable:true,get:()=>${name},set:(value)=>{${set}}}`;
  });
  return {
    code: changed,
    prologue: accessors.length === 0 ? '' : `Object.defineProperties(globalThis,{${accessors.join(',')}});`,
  };
}

/** Every `import(…)`, wherever it stands. */
export function importsIn(node: Node): Node[] {
  return nodesIn(node, 'ImportExpression');
}

/** Every `import.meta`. */
export function metasIn(node: Node): Node[] {
  return nodesIn(node, 'MetaProperty').filter((meta) => (meta as MetaProperty).meta.name === 'import');
}

function nodesIn(node: Node, type: Node['type']): Node[] {
  const found: Node[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null || !('type' in value)) return;
    if (value.type === type) found.push(value as Node);
    Object.values(value).forEach(visit);
  };
  visit(node);
  return found;
}

function topLevelNames({ body }: Program): { name: string; constant: boolean }[] {
  return body.flatMap((statement) => {
    if (statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration') {
      return [{ name: statement.id.name, constant: false }];
    }
    if (statement.type !== 'VariableDeclaration') return [];
    const constant = statement.kind !== 'var' && statement.kind !== 'let';
    return statement.declarations.flatMap(({ id }) => namesIn(id).map((name) => ({ name, constant })));
  });
}

export function namesIn(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        namesIn(property.type === 'RestElement' ? property.argument : property.value),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? namesIn(element) : []));
    case 'RestElement':
      return namesIn(pattern.argument);
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    default:
      return [];
  }
}
