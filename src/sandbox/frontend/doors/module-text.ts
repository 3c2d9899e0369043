/** A module as a classic script: a sandbox has no module loader that would go through the simulated network. */

import { parse, type Program, type Statement, type ModuleDeclaration } from 'acorn';
import { DYNAMIC_IMPORT, importsIn, metasIn, namesIn } from '../../core/open-scope';
import { referencesTo } from '../../core/references';

export interface ModuleText {
  /**
   * An expression: async function ($$export, $$import, $$load, $$meta, $$start) { … } on the module's own lines. It tells what it
   * exports at once, and runs when $$start, a promise, is fulfilled.
   */
  code: string;
  /** Specifiers, in order, each once. */
  imports: string[];
  /** What has to be there when modules are linked. */
  demands: { specifier: string; name: string }[];
  /** Specifiers of `export *`. */
  stars: string[];
}

/** @throws SyntaxError */
export function toClassicScript(source: string, url: string): ModuleText {
  let program: Program;
  try {
    program = parse(source, { ecmaVersion: 'latest', sourceType: 'module' });
  } catch (error) {
    throw new SyntaxError(`${url}: ${(error as Error).message}`);
  }
  const edits: Edit[] = [];
  const getters: string[] = [];
  const heads: string[] = [];
  const imports: string[] = [];
  const stars: string[] = [];
  const demands: ModuleText['demands'] = [];
  /** An imported name, and the member of a namespace that it stands for: imports are bindings, not copies. */
  const bindings = new Map<string, string>();
  const from = (specifier: unknown): string => {
    const text = String(specifier);
    if (!imports.includes(text)) {
      heads.push(`const $$from${imports.length}=$$import(${JSON.stringify(text)});`);
      imports.push(text);
    }
    return `$$from${imports.indexOf(text)}`;
  };
  const member = (specifier: unknown, name: string): string => {
    demands.push({ specifier: String(specifier), name });
    return `${from(specifier)}[${JSON.stringify(name)}]`;
  };
  program.body.forEach(bind);
  program.body.forEach(rewrite);
  for (const { start } of importsIn(program)) edits.push({ start, end: start + 'import'.length, text: DYNAMIC_IMPORT });
  for (const { start, end } of metasIn(program)) edits.push({ start, end, text: '$$meta' });
  for (const { node, as } of referencesTo(program, new Set(bindings.keys()))) {
    const value = bindings.get(node.name)!;
    // What is called is no method of the namespace.
    const text = { value, call: `$$value(${value})`, shorthand: `${node.name}:${value}` }[as];
    edits.push({ start: node.start, end: node.end, text });
  }

  const body = apply(source, edits);
  const head = `'use strict';const $$value=(value)=>value;${heads.join('')}$$export({${getters.join(',')}});await $$start;`;
  const code = `async function ($$export, $$import, ${DYNAMIC_IMPORT}, $$meta, $$start) {${head}${body}\n}`;
  return { code, imports, demands, stars };

  function bind(statement: Statement | ModuleDeclaration): void {
    if (statement.type !== 'ImportDeclaration') return;
    const { value } = statement.source;
    from(value);
    for (const specifier of statement.specifiers) {
      const { name } = specifier.local;
      if (specifier.type === 'ImportNamespaceSpecifier') bindings.set(name, from(value));
      else if (specifier.type === 'ImportDefaultSpecifier') bindings.set(name, member(value, 'default'));
      else bindings.set(name, member(value, nameOf(specifier.imported)));
    }
  }

  function rewrite(statement: Statement | ModuleDeclaration): void {
    const { start, end } = statement;
    switch (statement.type) {
      case 'ImportDeclaration':
        return remove(start, end);
      case 'ExportAllDeclaration': {
        const module = from(statement.source.value);
        if (statement.exported) getters.push(getter(nameOf(statement.exported), module));
        else stars.push(String(statement.source.value));
        return remove(start, end);
      }
      case 'ExportDefaultDeclaration': {
        const { declaration } = statement;
        const named = 'id' in declaration && declaration.id ? declaration.id.name : null;
        getters.push(getter('default', named ?? '$$default'));
        const isFunction = declaration.type === 'FunctionDeclaration';
        if (named !== null && (isFunction || declaration.type === 'ClassDeclaration')) {
          return void edits.push({ start, end: declaration.start, text: '' });
        }
        if (isFunction) {
          // Hoisted as those with a name are.
          const parenthesis = source.indexOf('(', declaration.start);
          edits.push({ start: parenthesis, end: parenthesis, text: ' $$default' });
          return void edits.push({ start, end: declaration.start, text: '' });
        }
        edits.push({ start, end: declaration.start, text: 'const $$default = ' });
        return void edits.push({ start: declaration.end, end: declaration.end, text: ';' });
      }
      case 'ExportNamedDeclaration': {
        const { declaration, source: origin, specifiers } = statement;
        if (declaration) {
          const names =
            declaration.type === 'VariableDeclaration'
              ? declaration.declarations.flatMap(({ id }) => namesIn(id))
              : [declaration.id.name];
          for (const name of names) getters.push(getter(name, name));
          return void edits.push({ start, end: declaration.start, text: '' });
        }
        if (origin) from(origin.value);
        for (const { local, exported } of specifiers) {
          const name = nameOf(local);
          getters.push(getter(nameOf(exported), origin ? member(origin.value, name) : (bindings.get(name) ?? name)));
        }
        return remove(start, end);
      }
      default:
        return;
    }
  }

  /** Lines stay where they are. */
  function remove(start: number, end: number): void {
    edits.push({ start, end, text: source.slice(start, end).replace(/[^\n]/g, '') });
  }
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

function apply(source: string, edits: Edit[]): string {
  let text = source;
  for (const edit of edits.sort((one, other) => other.start - one.start)) {
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  }
  return text;
}

function getter(name: string, value: string): string {
  return `${JSON.stringify(name)}:()=>${value}`;
}

function nameOf(name: { type: 'Identifier'; name: string } | { type: 'Literal'; value?: unknown }): string {
  return name.type === 'Identifier' ? name.name : String(name.value);
}
