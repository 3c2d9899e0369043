/** Mistakes that the parser knows by name, in the words of the engines. */

import { namedByJavaScriptCore } from './named-tokens';
import {
  badEscape,
  clashOfParameters,
  INVALID_TOKEN,
  type InWords,
  keywordAsName,
  openString,
  outsideModule,
  reservedWord,
  restNotLast,
  strangeCharacter,
  strayJump,
} from './raised-by-place';
import type { GivenUp } from './watched-parser';

/** @param named what the parser's words name */
type Say = (givenUp: GivenUp, named: string) => Partial<InWords>;

const alike =
  (v8: string, spiderMonkey: string, javaScriptCore: string): Say =>
  () => ({ v8, spiderMonkey, javaScriptCore });

/** The parser's words, and what the engines say. */
const RAISED: [RegExp, Say][] = [
  [/^'import' and 'export' may/, outsideModule],
  [
    /^Cannot use 'import\.meta' outside a module/,
    alike(
      "Cannot use 'import.meta' outside a module",
      'import.meta may only appear in a module',
      'import.meta is only valid inside modules.',
    ),
  ],
  [/^Unterminated string/, openString],
  [
    /^Unterminated template/,
    alike('Unexpected end of input', '`` literal not terminated before end of script', 'Unexpected EOF'),
  ],
  [/^Unterminated comment/, alike(INVALID_TOKEN, 'unterminated comment', 'Multiline comment was not closed properly')],
  [
    /^Unterminated regular expression/,
    ({ code, position }) => ({
      v8: 'Invalid regular expression: missing /',
      spiderMonkey: 'unterminated regular expression literal',
      javaScriptCore: `Unterminated regular expression literal '/${/^.*/.exec(code.slice(position))![0]}'`,
    }),
  ],
  [
    /^Invalid regular expression flag/,
    () => ({
      v8: 'Invalid regular expression flags',
      javaScriptCore: 'Invalid regular expression: invalid flags',
    }),
  ],
  [/^Unexpected character '(.+)'$/su, strangeCharacter],
  [
    /^Identifier directly after number/,
    alike(
      INVALID_TOKEN,
      'identifier starts immediately after numeric literal',
      'No identifiers allowed directly after numeric literal',
    ),
  ],
  [/^Bad (?:character )?escape sequence/, badEscape],
  [/^Unexpected keyword '(.+)'/, keywordAsName],
  [/^The keyword '(.+)' is reserved/, reservedWord],
  [
    /^Assigning to (eval|arguments) in strict mode/,
    (_givenUp, name) => ({
      v8: 'Unexpected eval or arguments in strict mode',
      spiderMonkey: `'${name}' can't be defined or assigned to in strict mode code`,
      javaScriptCore: `Cannot modify '${name}' in strict mode.`,
    }),
  ],
  [/^Argument name clash/, clashOfParameters],
  [/^Comma is not permitted after the rest element/, restNotLast],
  [
    /^Redefinition of __proto__ property/,
    alike(
      'Duplicate __proto__ fields are not allowed in object literals',
      'property name __proto__ appears more than once in object literal',
      'Attempted to redefine __proto__ property.',
    ),
  ],
  [
    /^Optional chaining cannot appear in the callee/,
    alike(
      'Invalid optional chain from new expression',
      'new keyword cannot be used with an optional chain',
      'Cannot call constructor in an optional chain.',
    ),
  ],
  [
    /^Cannot use 'await' as identifier inside an async function/,
    alike(
      'Unexpected reserved word',
      'await is a reserved identifier',
      "Cannot use 'await' as a lexical variable name in an async function.",
    ),
  ],
  [
    /^let is disallowed/,
    alike(
      'let is disallowed as a lexically bound name',
      "a lexical declaration can't define a 'let' binding",
      "Unexpected keyword 'let'. Cannot use 'let' as an identifier name for a LexicalDeclaration.",
    ),
  ],
  [
    /^Missing catch or finally clause/,
    ({ next }) => ({
      v8: 'Missing catch or finally after try',
      spiderMonkey: 'missing catch or finally after try',
      javaScriptCore:
        next.kind === 'end'
          ? 'Unexpected end of script'
          : `Unexpected ${namedByJavaScriptCore(next)}. Try statements must have at least a catch or finally block.`,
    }),
  ],
  [
    /^Complex binding patterns/,
    ({ next }) => ({
      v8: 'Missing initializer in destructuring declaration',
      spiderMonkey: 'missing = in destructuring declaration',
      javaScriptCore: `Unexpected ${namedByJavaScriptCore(next)}. Expected an initializer in destructuring variable declaration.`,
    }),
  ],
  [
    /^Shorthand property assignments/,
    ({ code, position }) => ({
      v8: 'Invalid shorthand property initializer',
      spiderMonkey: 'missing : after property id',
      javaScriptCore: `Unexpected token '='. Expected a ':' following the property name '${/\S+(?=\s*$)/.exec(code.slice(0, position))?.[0]}'.`,
    }),
  ],
  [
    /^Optional chaining cannot appear in left-hand side/,
    alike(
      'Invalid left-hand side in assignment',
      'invalid assignment left-hand side',
      'Left side of assignment is not a reference.',
    ),
  ],
  [
    /^Logical expressions and coalesce/,
    ({ token }) => ({
      v8: `Unexpected token '${token.text}'`,
      spiderMonkey: 'cannot use `??` unparenthesized within `||` and `&&` expressions',
      javaScriptCore: `Unexpected token '${token.text}'. Coalescing and logical operators used together in the same expression; parentheses must be used to disambiguate.`,
    }),
  ],
  [/^Unsyntactic (break|continue)/, strayJump],
  [
    /^Label '(.+)' is already declared/,
    ({ next }, label) => ({
      v8: `Label '${label}' has already been declared`,
      spiderMonkey: 'duplicate label',
      javaScriptCore: `Unexpected ${namedByJavaScriptCore(next)}. Attempted to redeclare the label '${label}'.`,
    }),
  ],
  [
    /^Private field '(.+)' must be/,
    ({ message }, name) => ({
      v8: message,
      spiderMonkey: `reference to undeclared private field or method ${name}`,
      javaScriptCore: `Cannot reference undeclared private names: "${name}"`,
    }),
  ],
  [
    /^'super' keyword outside a method/,
    ({ code, position }) => ({
      v8: "'super' keyword unexpected here",
      spiderMonkey: /^super\s*\(/.test(code.slice(position))
        ? 'super() is only valid in derived class constructors'
        : 'use of super property accesses only valid within methods or eval code within methods',
      javaScriptCore: 'super is not valid in this context.',
    }),
  ],
  [
    /^for-of loop variable declaration may not/,
    alike(
      'for-of loop variable declaration may not have an initializer.',
      "a declaration in the head of a for-of loop can't have an initializer",
      'Cannot assign to the loop variable inside a for-of loop header.',
    ),
  ],
  [
    /^Multiple default clauses/,
    alike(
      'More than one default clause in switch statement',
      'more than one switch default',
      "Unexpected keyword 'default'. Expected '}' to end a body of a 'switch'.",
    ),
  ],
  [
    /^Illegal newline after throw/,
    alike(
      'Illegal newline after throw',
      "no line break is allowed between 'throw' and its expression",
      "Cannot have a newline after 'throw'.",
    ),
  ],
  [
    /^Duplicate constructor/,
    alike(
      'A class may only have one constructor',
      'a class cannot have more than one constructor definition',
      'Cannot declare multiple constructors in a single class.',
    ),
  ],
  [
    /^'with' in strict mode/,
    alike(
      'Strict mode code may not include a with statement',
      "strict mode code may not contain 'with' statements",
      "'with' statements are not valid in strict mode.",
    ),
  ],
];

export function raised(givenUp: GivenUp): Partial<InWords> {
  for (const [words, say] of RAISED) {
    const found = words.exec(givenUp.message);
    if (found) return say(givenUp, found[1] ?? '');
  }
  return {};
}
