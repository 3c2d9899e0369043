/** Mistakes that the parser knows by name, but of which the engines say more than one thing. */

import type { GivenUp } from './watched-parser';

export interface InWords {
  v8: string;
  spiderMonkey: string;
  javaScriptCore: string;
}

export const INVALID_TOKEN = 'Invalid or unexpected token';

export function outsideModule({ code, position, token }: GivenUp): InWords {
  if (token.text === 'export') {
    return {
      v8: "Unexpected token 'export'",
      spiderMonkey: 'export declarations may only appear at top level of a module',
      javaScriptCore: "Unexpected keyword 'export'",
    };
  }
  // To JavaScriptCore it is a call of import() without its parentheses.
  const [, string, name, sign] = /^import\s*(?:("[^"]*"|'[^']*')|([\w$]+)|(\S))/.exec(code.slice(position)) ?? [];
  const met = string ? `string literal ${string}` : name ? `identifier '${name}'` : `token '${sign}'`;
  return {
    v8: 'Cannot use import statement outside a module',
    spiderMonkey: 'import declarations may only appear at top level of a module',
    javaScriptCore: `Unexpected ${met}. import call expects one or two arguments.`,
  };
}

export function openString({ code, position }: GivenUp): InWords {
  const quotes = code[position]!.repeat(2);
  return {
    v8: INVALID_TOKEN,
    spiderMonkey: code.includes('\n', position)
      ? `${quotes} string literal contains an unescaped line break`
      : `${quotes} literal not terminated before end of script`,
    javaScriptCore: 'Unexpected EOF',
  };
}

export function strangeCharacter({ code, position }: GivenUp, character: string): InWords {
  if (code[position - 1] === '#') {
    return {
      v8: INVALID_TOKEN,
      spiderMonkey: "'#' not followed by identifier",
      javaScriptCore: "Invalid character: '#'",
    };
  }
  const codePoint = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  const unit = character.charCodeAt(0).toString(16).padStart(4, '0');
  return {
    v8: INVALID_TOKEN,
    spiderMonkey: `illegal character U+${codePoint}`,
    javaScriptCore: character < '\u0080' ? `Invalid character: '${character}'` : `Invalid character '\\u${unit}'`,
  };
}

export function badEscape({ code, position }: GivenUp): Partial<InWords> {
  const escape = /\\([xu])[^\\]*$/.exec(code.slice(0, position))?.[1] ?? /^\\?([xu])/.exec(code.slice(position))?.[1];
  if (escape === 'x') {
    return {
      v8: 'Invalid hexadecimal escape sequence',
      spiderMonkey: 'malformed hexadecimal character escape sequence',
      javaScriptCore: '\\x can only be followed by a hex character sequence',
    };
  }
  if (escape !== 'u') return {};
  return {
    v8: 'Invalid Unicode escape sequence',
    spiderMonkey: 'malformed Unicode character escape sequence',
    javaScriptCore: '\\u can only be followed by a Unicode character sequence',
  };
}

/** Of a variable, a function or a parameter. */
export function keywordAsName({ rules }: GivenUp, keyword: string): Partial<InWords> {
  const v8 = `Unexpected token '${keyword}'`;
  const [outer, inner] = rules.slice(-3).map(({ name }) => name);
  if (outer === 'parseFunction' || inner === 'parseFunction') {
    const javaScriptCore = `Cannot use the keyword '${keyword}' as a function name.`;
    return { v8, spiderMonkey: 'function statement requires a name', javaScriptCore };
  }
  if (outer !== 'parseVarId') {
    const javaScriptCore = `Cannot use the keyword '${keyword}' as a parameter name.`;
    return inner === 'parseBindingAtom' ? { v8, spiderMonkey: 'missing formal parameter', javaScriptCore } : { v8 };
  }
  const kind = rules.findLast(({ name }) => name === 'parseVar')?.given[2];
  if (kind === 'let') {
    const javaScriptCore = `Unexpected keyword '${keyword}'`;
    return { v8, spiderMonkey: `unexpected token: keyword '${keyword}'`, javaScriptCore };
  }
  return {
    v8,
    spiderMonkey: `missing variable name, got keyword '${keyword}'`,
    javaScriptCore: `Cannot use the keyword '${keyword}' as a ${kind === 'var' ? '' : 'lexical '}variable name.`,
  };
}

export function reservedWord({ rules }: GivenUp, word: string): Partial<InWords> {
  const isLexical = rules.findLast(({ name }) => name === 'parseVar')?.given[2] !== 'var';
  if (word === 'enum') {
    return {
      v8: 'Unexpected reserved word',
      spiderMonkey: "missing variable name, got reserved word 'enum'",
      ...(isLexical ? { javaScriptCore: "Cannot use the reserved word 'enum' as a lexical variable name." } : {}),
    };
  }
  return { v8: 'Unexpected strict mode reserved word', spiderMonkey: `${word} is a reserved identifier` };
}

export function clashOfParameters({ rules, token }: GivenUp): Partial<InWords> {
  const v8 = 'Duplicate parameter name not allowed in this context';
  if (!rules.some(({ name }) => name === 'parseArrowExpression')) {
    return { v8, spiderMonkey: `duplicate formal argument ${token.text}` };
  }
  return { v8, spiderMonkey: 'duplicate argument names not allowed in this context' };
}

export function restNotLast({ rules }: GivenUp): Partial<InWords> {
  const { name, given } = rules.at(-1)!;
  const closes = (given[0] as { label?: string } | undefined)?.label;
  if (name === 'parseBindingList' && closes === ')') {
    return {
      v8: 'Rest parameter must be last formal parameter',
      spiderMonkey: 'parameter after rest parameter',
      javaScriptCore: "Unexpected token ','. Rest parameter should be the last parameter in a function declaration.",
    };
  }
  if (name !== 'parseBindingList' && name !== 'parseProperty') return {};
  const bracket = name === 'parseProperty' ? '}' : ']';
  return {
    v8: 'Rest element must be last element',
    spiderMonkey: 'rest element may not have a trailing comma',
    javaScriptCore: `Unexpected token ','. Expected a closing '${bracket}' following a rest element destructuring pattern.`,
  };
}

/** `break` and `continue` with nothing around them to leave. */
export function strayJump({ code, position }: GivenUp, keyword: string): Partial<InWords> {
  const label = /^\w+[ \t]+([\w$]+)/.exec(code.slice(position))?.[1];
  if (label !== undefined) {
    if (keyword === 'continue') return {};
    return {
      v8: `Undefined label '${label}'`,
      spiderMonkey: 'label not found',
      javaScriptCore: `Cannot use the undeclared label '${label}'.`,
    };
  }
  if (keyword === 'continue') {
    return {
      v8: 'Illegal continue statement: no surrounding iteration statement',
      spiderMonkey: 'continue must be inside loop',
      javaScriptCore: "'continue' is only valid inside a loop statement.",
    };
  }
  return {
    v8: 'Illegal break statement',
    spiderMonkey: 'unlabeled break must be inside loop or switch',
    javaScriptCore: "'break' is only valid inside a switch or loop statement.",
  };
}
