/**
 * What the engines say about code that does not parse: V8 (Chromium, Node), SpiderMonkey (Firefox), JavaScriptCore (WebKit).
 * Observed in Chromium 156, Firefox 153 and WebKitGTK 2.50. What is not here they do not say in words of their own.
 */

import type { BrowserName } from '@/engine';
import { declaredTwice, invalidTarget } from './clashes';
import { namedByJavaScriptCore, namedBySpiderMonkey } from './named-tokens';
import { raised } from './raised-words';
import { type Wanted, wantedAt } from './wanted';
import type { GivenUp } from './watched-parser';

const AWAIT = {
  v8: 'await is only valid in async functions and the top level bodies of modules',
  spiderMonkey: 'await is only valid in async functions, async generators and modules',
};

/** Where a rule of its own does not say otherwise, what follows is no part of the statement any more. */
const ENDS: Wanted[] = ['statement-end', 'declaration-end', 'return-end', 'field-end'];

export function wordsFor(browser: BrowserName, givenUp: GivenUp): string {
  const engine = browser === 'firefox' ? 'spiderMonkey' : browser === 'webkit' ? 'javaScriptCore' : 'v8';
  const { message, declared } = givenUp;
  if (message === 'Unexpected token') return UNEXPECTED[engine](givenUp);
  const known = declared
    ? declaredTwice(givenUp, declared)
    : message === 'Assigning to rvalue'
      ? invalidTarget(givenUp)
      : raised(givenUp);
  return known[engine] ?? message;
}

const UNEXPECTED = { v8, spiderMonkey, javaScriptCore };

function v8(givenUp: GivenUp): string {
  const { token, before } = givenUp;
  const wanted = wantedAt(givenUp);
  if (wanted === 'argument-end') return 'missing ) after argument list';
  if (ENDS.includes(wanted) && before === 'await' && token.kind !== 'end') return AWAIT.v8;
  if (ENDS.includes(wanted) && token.text === '=>') return 'Malformed arrow function parameter list';
  if (wanted === 'constant-value') return 'Missing initializer in const declaration';
  if (wanted === 'pattern-value') return 'Missing initializer in destructuring declaration';
  if (wanted === 'template-end') return 'Missing } in template expression';
  if (wanted === 'function-name' && token.text === '(') return 'Function statements require a function name';
  // A key in quotation marks that has no value is itself what was not to be there.
  if (wanted === 'property-colon' && /^["']/.test(before)) return 'Unexpected string';
  if (isAwaitOfLoop(givenUp)) return 'Unexpected reserved word';
  if (isImportCall(givenUp)) return 'Cannot use import statement outside a module';
  switch (token.kind) {
    case 'end':
      return 'Unexpected end of input';
    case 'name':
      if (token.text === 'await') return 'Unexpected reserved word';
      return `Unexpected ${/^(async|of)$/.test(token.text) ? 'token' : 'identifier'} '${token.text}'`;
    case 'number':
    case 'bigint':
      return 'Unexpected number';
    case 'string':
      return 'Unexpected string';
    case 'template':
      return 'Unexpected template string';
    default:
      return `Unexpected token '${token.text}'`;
  }
}

const MISSING: Partial<Record<Wanted, string>> = {
  'argument-end': 'missing ) after argument list',
  'array-end': 'missing ] after element list',
  'object-end': 'missing } after property list',
  'property-colon': 'missing : after property id',
  'group-end': 'missing ) in parenthetical',
  'if-start': 'missing ( before condition',
  'if-end': 'missing ) after condition',
  'while-end': 'missing ) after condition',
  'for-end': 'missing ) after for-loop control',
  'index-end': 'missing ] in index expression',
  'member-name': 'missing name after . operator',
  'ternary-colon': 'missing : in conditional expression',
  'template-end': 'missing } in template string',
  'constant-value': 'missing = in const declaration',
  'pattern-value': 'missing = in destructuring declaration',
  'function-name': 'function statement requires a name',
  'parameters-start': 'missing ( before formal parameters',
  parameter: 'missing formal parameter',
  'parameters-end': 'missing ) after formal parameters',
  'body-start': 'missing { before function body',
  'body-end': 'missing } after function body',
  'try-start': 'missing { before try block',
  'try-end': 'missing } after try block',
  'catch-start': 'missing ( before catch',
  'catch-end': 'missing } after catch block',
  'block-end': 'missing } in compound statement',
  case: 'invalid switch statement',
};

function spiderMonkey(givenUp: GivenUp): string {
  const { token, before } = givenUp;
  const wanted = wantedAt(givenUp);
  if (isAwaitOfLoop(givenUp)) return 'for await (... of ...) is only valid in async functions and async generators';
  if (ENDS.includes(wanted) && before === 'await' && token.kind !== 'end') return AWAIT.spiderMonkey;
  if (ENDS.includes(wanted) && token.text === '=>') {
    return 'invalid arrow-function arguments (parentheses around the arrow-function may help)';
  }
  const missing = MISSING[wanted];
  if (missing) return missing;
  const got = namedBySpiderMonkey(token);
  if (wanted === 'variable-name') return `missing variable name, got ${got}`;
  if (wanted === 'property-name') return `expected property name, got ${got}`;
  if (wanted !== 'expression') return `unexpected token: ${got}`;
  return token.text === 'catch' ? 'catch without try' : `expected expression, got ${got}`;
}

const EXPECTED: Partial<Record<Wanted, string>> = {
  'argument-end': "Expected ')' to end an argument list.",
  'array-end': "Expected either a closing ']' or a ',' following an array element.",
  'object-end': "Expected '}' to end an object literal.",
  'property-name': 'Expected a property name.',
  'group-end': "Expected ')' to end a compound expression.",
  'if-start': "Expected '(' to start an 'if' condition.",
  'if-end': "Expected ')' to end an 'if' condition.",
  'while-end': "Expected ')' to end a while loop condition.",
  'for-end': "Expected ')' to end a for-loop header.",
  'index-end': "Expected ']' to end a subscript expression.",
  'member-name': "Expected a property name after '.'.",
  'ternary-colon': "Expected ':' in ternary operator.",
  'template-end': "Expected a closing '}' following an expression in template literal.",
  'variable-name': "Expected a parameter pattern or a ')' in parameter list.",
  'pattern-value': 'Expected an initializer in destructuring variable declaration.',
  'parameters-start': "Expected an opening '(' before a function's parameter list.",
  parameter: "Expected a parameter pattern or a ')' in parameter list.",
  'parameters-end': "Expected a ')' or a ',' after a parameter declaration.",
  'body-start': "Expected an opening '{' at the start of a function body.",
  'try-start': 'Expected a block statement as body of a try statement.',
  'catch-start': "Expected '(' to start a 'catch' target.",
  case: "Expected '}' to end a body of a 'switch'.",
  'declaration-end': "Expected ';' after variable declaration.",
  'return-end': "Expected a ';' following a return statement.",
  'field-end': "Expected a ';' following a class field.",
};

function javaScriptCore(givenUp: GivenUp): string {
  const { token, before, rules, position } = givenUp;
  const wanted = wantedAt(givenUp);
  const statements = rules.filter(({ name }) => name === 'parseStatement');
  if (token.kind === 'end') return 'Unexpected end of script';
  if (isAwaitOfLoop(givenUp)) return 'for-await-of can only be used in an async function or async generator.';
  if (wanted === 'function-name' && token.text === '(') return 'Function statements must have a name.';
  // A brace too many ends the program for it.
  if (token.text === '}' && statements.length === 1 && statements[0]!.start === position) return 'Parser error';
  const unexpected = `Unexpected ${namedByJavaScriptCore(token)}`;
  if (isImportCall(givenUp)) return `${unexpected}. import call expects one or two arguments.`;
  if (wanted === 'constant-value')
    return `${unexpected}. const declared variable '${before}' must have an initializer.`;
  if (wanted === 'property-colon') {
    if (/^["']/.test(before)) return `${unexpected}. Expected an identifier as property name.`;
    return `${unexpected}. Expected a ':' following the property name '${before}'.`;
  }
  const suffix = token.text === '=>' ? undefined : EXPECTED[wanted];
  return suffix ? `${unexpected}. ${suffix}` : unexpected;
}

/** `for await` where there is nothing to await. */
function isAwaitOfLoop({ rules, expected, token }: GivenUp): boolean {
  return rules.at(-1)?.name === 'parseForStatement' && expected === '(' && token.text === 'await';
}

/** `import` within an expression, and no `(` after it. */
function isImportCall({ rules, token }: GivenUp): boolean {
  return rules.at(-1)?.name === 'parseExprImport' && token.kind !== 'end';
}
