/** What cannot be assigned to, and what was declared before, in the words of the engines. */

import { parseExpressionAt } from 'acorn';
import type { InWords } from './raised-by-place';
import type { Declared, GivenUp } from './watched-parser';

export function invalidTarget({ code, rules, position, next }: GivenUp): Partial<InWords> {
  const rule = rules.at(-1);
  const start = rule?.start ?? position;
  switch (rule?.name) {
    case 'parseMaybeUnary': {
      const prefix = /^(\+\+|--)/.exec(code.slice(start))?.[0];
      return {
        v8: `Invalid left-hand side expression in ${prefix ? 'prefix' : 'postfix'} operation`,
        spiderMonkey: 'invalid increment/decrement operand',
        javaScriptCore: `${prefix ? 'Prefix' : 'Postfix'} ${prefix ?? next.text} operator applied to value that is not a reference.`,
      };
    }
    case 'parseForStatement':
      return {
        v8: 'Invalid left-hand side in for-loop',
        spiderMonkey: 'invalid for-in/of left-hand side',
        javaScriptCore: 'Left side of assignment is not a reference.',
      };
    case 'parseMaybeAssign':
      if (/^[[{]/.test(code.slice(start))) {
        const javaScriptCore = 'Invalid destructuring assignment target.';
        return { v8: INVALID_PATTERN, spiderMonkey: 'invalid destructuring target', javaScriptCore };
      }
      return {
        v8: 'Invalid left-hand side in assignment',
        spiderMonkey: 'invalid assignment left-hand side',
        javaScriptCore: isOperation(code, start)
          ? `Left hand side of operator '${next.text}' must be a reference.`
          : 'Left side of assignment is not a reference.',
      };
    default:
      return { v8: INVALID_PATTERN };
  }
}

const INVALID_PATTERN = 'Invalid destructuring assignment target';

function isOperation(code: string, start: number): boolean {
  const upToAssignment = /^[^=]*/.exec(code.slice(start))![0];
  try {
    const { type } = parseExpressionAt(upToAssignment, 0, { ecmaVersion: 'latest', preserveParens: true });
    return ['BinaryExpression', 'LogicalExpression', 'UnaryExpression'].includes(type);
  } catch {
    return false;
  }
}

export function declaredTwice(
  { code, message, position, rules }: GivenUp,
  { first, second }: { first: Declared; second: Declared },
): InWords {
  const name = /'(.+)'/.exec(message)![1]!;
  const within = rules.at(-1)?.name === 'parseVarId' && /^[[{]/.test(code.slice(rules.at(-1)!.start));
  const after = /^\s*(\S)/.exec(code.slice(position + name.length))?.[1] ?? '';
  return {
    v8: message,
    spiderMonkey: `redeclaration of ${first} ${name}`,
    javaScriptCore: within
      ? `Unexpected token '${after}'. Cannot declare a lexical variable twice: '${name}'.`
      : twice(second, name),
  };
}

function twice(second: Declared, name: string): string {
  switch (second) {
    case 'var':
      return `Cannot declare a var variable that shadows a let/const/class variable: '${name}'.`;
    case 'function':
      return `Cannot declare a function that shadows a let/const/class/function variable '${name}'.`;
    case 'class':
      return `Cannot declare a class twice: '${name}'.`;
    default:
      return `Cannot declare a ${second} variable twice: '${name}'.`;
  }
}
