/** A module as a classic script: a sandbox has no module loader that would go through the simulated network. */

import { parse, type Program, type Statement, type ModuleDeclaration } from 'acorn';
import { importsIn, namesIn } from '../../core/open-scope';

export interface ModuleText {
  /** An expression: async function ($$export, $$import, $$load, $$meta) { … } on the module's own lines. */
  code: string;
  /** Specifiers, in order, each once. */
  imports: string[];
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
  const from = (specifier: unknown): string => {
    const text = String(specifier);
    if (!imports.includes(text)) imports.push(text);
    return `$$import(${JSON.stringify(text)})`;
  };
  for (const statement of program.body) rewrite(statement);
  for (const { start } of importsIn(program)) edits.push({ start, end: start + 'import'.length, text: '$$load' });
  for (const start of metasIn(source)) edits.push({ start, end: start + 'import.meta'.length, text: '$$meta' });

  const body = apply(source, edits);
  const head = `'use strict';${heads.join('')}$$export({${getters.join(',')}});`;
  return { code: `async function ($$export, $$import, $$load, $$meta) {${head}${body}\n}`, imports };

  function rewrite(statement: Statement | ModuleDeclaration): void {
    const { start, end } = statement;
    switch (statement.type) {
      case 'ImportDeclaration': {
        const module = from(statement.source.value);
        for (const specifier of statement.specifiers) {
          const local = specifier.local.name;
          if (specifier.type === 'ImportNamespaceSpecifier') heads.push(`const ${local}=${module};`);
          else {
            const name = specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(specifier.imported);
            heads.push(`const {${JSON.stringify(name)}:${local}}=${module};`);
          }
        }
        return remove(start, end);
      }
      case 'ExportAllDeclaration': {
        const module = from(statement.source.value);
        if (statement.exported) getters.push(getter(nameOf(statement.exported), module));
        else
          getters.push(
            `...Object.fromEntries(Object.keys(${module}).filter((n)=>n!=='default').map((n)=>[n,()=>${module}[n]]))`,
          );
        return remove(start, end);
      }
      case 'ExportDefaultDeclaration': {
        const { declaration } = statement;
        const named = 'id' in declaration && declaration.id ? declaration.id.name : null;
        getters.push(getter('default', named ?? '$$default'));
        const declares = /^(Function|Class)Declaration$/.test(declaration.type) && named !== null;
        edits.push({ start, end: declaration.start, text: declares ? '' : 'const $$default = ' });
        if (!declares) edits.push({ start: declaration.end, end: declaration.end, text: ';' });
        return;
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
        const module = origin ? from(origin.value) : null;
        for (const { local, exported } of specifiers) {
          const value = module ? `${module}[${JSON.stringify(nameOf(local))}]` : nameOf(local);
          getters.push(getter(nameOf(exported), value));
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

function metasIn(source: string): number[] {
  return Array.from(source.matchAll(/\bimport\.meta\b/g), ({ index }) => index);
}
