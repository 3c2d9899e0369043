/**
 * The parser, which says little more than "Unexpected token", watched while it works: which of the grammar's rules it was in
 * when it gave up, and what would have to come next there.
 */

import { getLineInfo, Parser, type Position, type TokenType, tokTypes } from 'acorn';

/** A rule under way: the parser's method, where in the code it began, and what it was called with. */
export interface Rule {
  name: string;
  start: number;
  given: readonly unknown[];
}

export interface Token {
  kind: 'end' | 'name' | 'keyword' | 'number' | 'bigint' | 'string' | 'template' | 'boolean' | 'null' | 'sign';
  /** As it is written. */
  text: string;
}

export interface GivenUp {
  code: string;
  /** In the parser's words. */
  message: string;
  position: number;
  /** The first line is 1, the first column 0. */
  place: Position;
  /** From the outermost to the innermost. */
  rules: readonly Rule[];
  /** What alone could come next, `;` where a statement must end. */
  expected?: string;
  /** At `position`. */
  token: Token;
  /** Where the parser had come to by then: mostly the same. */
  next: Token;
  /** Text of the token before. */
  before: string;
  /** Of a name that was declared twice: what it is, and what it would be now. */
  declared?: { first: Declared; second: Declared };
}

export type Declared = 'const' | 'let' | 'var' | 'function' | 'class' | 'catch parameter' | 'formal parameter';

/** The parts of the parser that are not in its types; plugins of it build on them. */
interface Internals {
  input: string;
  type: TokenType;
  value: unknown;
  start: number;
  end: number;
  lastTokStart: number;
  lastTokEnd: number;
  eat(type: TokenType): boolean;
  insertSemicolon(): boolean;
  unexpected(position?: number): never;
  currentScope(): object;
  scopeStack: object[];
  declareName(name: string, type: number, position: number): void;
}

export class SyntaxMistake extends Error {
  constructor(readonly givenUp: GivenUp) {
    super(givenUp.message);
  }
}

type Method = (this: Internals, ...given: unknown[]) => unknown;

/** @throws SyntaxMistake */
export function parseWatched(code: string, sourceType: 'script' | 'module'): void {
  const rules: Rule[] = [];
  const declared = new WeakMap<object, Map<string, Declared>>();
  let expected: string | undefined;
  let clash: GivenUp['declared'];

  function raise(this: Internals, position: number, message: string): never {
    const place = getLineInfo(code, position);
    const before = code.slice(this.lastTokStart, this.lastTokEnd);
    const next = tokenOf(this);
    const token = position === this.start ? next : tokenAt(code, position);
    const seen = { code, message, position, place, rules: [...rules], token, next, before };
    throw new SyntaxMistake({ ...seen, ...(expected ? { expected } : {}), ...(clash ? { declared: clash } : {}) });
  }

  const overrides: Record<string, (...given: never[]) => unknown> = {
    raise,
    raiseRecoverable: raise,
    expect(this: Internals, type: TokenType) {
      if (this.eat(type)) return;
      expected = type.label;
      this.unexpected();
    },
    semicolon(this: Internals) {
      if (this.insertSemicolon() || this.eat(tokTypes.semi)) return;
      expected = ';';
      this.unexpected();
    },
    declareName(this: Internals, name: string, type: number, position: number) {
      const second = kindOf(rules);
      const first = this.scopeStack
        .toReversed()
        .map((scope) => declared.get(scope)?.get(name))
        .find((kind) => kind !== undefined);
      clash = first && { first, second };
      prototype['declareName']!.call(this, name, type, position);
      clash = undefined;
      // What `var` declares is declared in every block around it too.
      for (const scope of second === 'var' ? this.scopeStack : [this.currentScope()]) {
        declared.set(scope, new Map(declared.get(scope)).set(name, second));
      }
    },
  };
  const prototype = Parser.prototype as unknown as Record<string, Method>;
  const Watched = Parser.extend((Base) => {
    class Watching extends Base {}
    const methods = Watching.prototype as unknown as Record<string, unknown>;
    for (const name of Object.keys(prototype).filter((each) => each.startsWith('parse'))) {
      methods[name] = function (this: Internals, ...given: unknown[]): unknown {
        rules.push({ name, start: this.start, given });
        const value = prototype[name]!.apply(this, given);
        rules.pop();
        return value;
      };
    }
    return Object.assign(methods, overrides) && Watching;
  });
  Watched.parse(code, {
    ecmaVersion: 'latest',
    sourceType,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
  });
}

/** What a name is that is declared while these rules are under way. */
function kindOf(rules: readonly Rule[]): Declared {
  for (const { name, given } of rules.toReversed()) {
    if (name === 'parseVar') return given[2] as Declared;
    if (name === 'parseCatchClauseParam') return 'catch parameter';
    if (name === 'parseFunctionBody') return 'formal parameter';
    if (name === 'parseFunction') return 'function';
    if (name === 'parseClass') return 'class';
  }
  return 'var';
}

function tokenOf({ input, type, start, end }: Internals): Token {
  const text = input.slice(start, end);
  if (type === tokTypes.num) return { kind: text.endsWith('n') ? 'bigint' : 'number', text };
  return { kind: KINDS.get(type) ?? (type.keyword ? 'keyword' : 'sign'), text };
}

function tokenAt(code: string, position: number): Token {
  const text = /^(?:[\w$]+|=>|\.{3}|\S)/.exec(code.slice(position))?.[0] ?? '';
  return { kind: text === '' ? 'end' : /^[\w$]/.test(text) ? 'name' : 'sign', text };
}

const KINDS = new Map<TokenType, Token['kind']>([
  [tokTypes.eof, 'end'],
  [tokTypes.name, 'name'],
  [tokTypes.string, 'string'],
  [tokTypes.backQuote, 'template'],
  [tokTypes._true, 'boolean'],
  [tokTypes._false, 'boolean'],
  [tokTypes._null, 'null'],
]);
