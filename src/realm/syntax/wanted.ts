/** What would have had to stand where the parser met something else. */

import type { TokenType } from 'acorn';
import type { GivenUp, Rule } from './watched-parser';

export type Wanted =
  | 'expression'
  | 'argument-end'
  | 'array-end'
  | 'object-end'
  | 'property-name'
  | 'property-colon'
  | 'group-end'
  | 'if-start'
  | 'if-end'
  | 'while-end'
  | 'for-end'
  | 'index-end'
  | 'member-name'
  | 'ternary-colon'
  | 'template-end'
  | 'variable-name'
  | 'constant-value'
  | 'pattern-value'
  | 'function-name'
  | 'parameters-start'
  | 'parameter'
  | 'parameters-end'
  | 'body-start'
  | 'body-end'
  | 'try-start'
  | 'try-end'
  | 'catch-start'
  | 'catch-end'
  | 'block-end'
  | 'case'
  | 'declaration-end'
  | 'return-end'
  | 'field-end'
  | 'statement-end'
  | 'other';

export function wantedAt({ code, rules, expected, token, before, position }: GivenUp): Wanted {
  const inner = (index: number): Rule | undefined => rules[rules.length - 1 - index];
  const rule = inner(0)?.name;
  const around = inner(1)?.name;
  switch (rule) {
    case 'parseExprList':
      if (expected !== ',') return 'other';
      return labelOf(inner(0)?.given[0]) === ')' ? 'argument-end' : 'array-end';
    case 'parseObj':
      if (expected !== ',') return 'other';
      // A name alone is a property too, but engines take what follows it for the lack of a value.
      return /[{,]\s*[\w$]+\s*$/.test(code.slice(0, position)) ? 'property-colon' : 'object-end';
    case 'parsePropertyValue':
      return 'property-colon';
    case 'parseParenAndDistinguishExpression':
      return expected ? 'group-end' : 'other';
    case 'parseParenExpression':
      if (around === 'parseWhileStatement') return expected === ')' ? 'while-end' : 'if-start';
      if (around !== 'parseIfStatement') return 'other';
      return expected === ')' ? 'if-end' : 'if-start';
    case 'parseFor':
    case 'parseForIn':
      return expected === ')' ? 'for-end' : 'other';
    case 'parseSubscript':
      return expected === ']' ? 'index-end' : 'other';
    case 'parseMaybeConditional':
      return expected === ':' ? 'ternary-colon' : 'other';
    case 'parseTemplate':
      return expected === '}' ? 'template-end' : 'other';
    case 'parseVar':
      return /[\]}]/.test(before) ? 'pattern-value' : 'constant-value';
    case 'parseIdentNode':
      return nameOf(inner(2)?.name, inner(3)?.name);
    case 'parseBindingList':
      return expected === ',' && labelOf(inner(0)?.given[0]) === ')' ? 'parameters-end' : 'other';
    case 'parseFunctionParams':
      return expected === '(' ? 'parameters-start' : 'other';
    case 'parseBlock':
      if (expected !== '{') return 'other';
      if (around === 'parseFunctionBody') return 'body-start';
      if (around !== 'parseTryStatement') return 'other';
      return isOfCatch(inner(0)) ? 'catch-start' : 'try-start';
    case 'parseSwitchStatement':
      return expected ? 'other' : 'case';
    case 'parseVarStatement':
      return 'declaration-end';
    case 'parseReturnStatement':
      return 'return-end';
    case 'parseClassField':
      return 'field-end';
    case 'parseExpressionStatement':
      return 'statement-end';
    case 'parseExprAtomDefault':
      return token.kind === 'end' ? endOf(rules, position) : 'expression';
    default:
      return 'other';
  }
}

/** A name is missing in the rule `around`, which is in the rule `further`. */
function nameOf(around: string | undefined, further: string | undefined): Wanted {
  switch (around) {
    case 'parseSubscript':
      return 'member-name';
    case 'parsePropertyName':
      return further === 'parseProperty' || further === 'parseClassElementName' ? 'property-name' : 'other';
    case 'parseFunction':
      return 'function-name';
    case 'parseBindingAtom':
      return further === 'parseVarId' ? 'variable-name' : 'parameter';
    default:
      return 'other';
  }
}

/** At the end of the code: what is still open where a statement might begin, or the middle of an expression. */
function endOf(rules: readonly Rule[], position: number): Wanted {
  const statement = rules.findLastIndex(({ name, start }) => name === 'parseStatement' && start === position);
  if (statement < 0) return 'expression';
  const block = rules[statement - 1];
  if (block?.name !== 'parseBlock') return 'other';
  switch (rules[statement - 2]?.name) {
    case 'parseFunctionBody':
      return 'body-end';
    case 'parseTryStatement':
      return isOfCatch(block) ? 'catch-end' : 'try-end';
    default:
      return 'block-end';
  }
}

function isOfCatch(block: Rule | undefined): boolean {
  return block?.given[0] === false;
}

function labelOf(type: unknown): string | undefined {
  return (type as TokenType | undefined)?.label;
}
