/** What the engines call a token that is not to be there. */

import type { Token } from './watched-parser';

/** Words that are keywords in some places only. */
const SOMETIMES_KEYWORDS = 'as async await from get let of set static target'.split(' ');

export function namedBySpiderMonkey({ kind, text }: Token): string {
  switch (kind) {
    case 'end':
      return 'end of script';
    case 'name':
      return SOMETIMES_KEYWORDS.includes(text) ? `'${text}'` : 'identifier';
    case 'keyword':
      return `keyword '${text}'`;
    case 'number':
      return 'numeric literal';
    case 'bigint':
      return 'bigint literal';
    case 'string':
      return 'string literal';
    case 'template':
      return 'template literal';
    case 'boolean':
      return `boolean literal '${text}'`;
    case 'null':
      return 'null literal';
    case 'sign':
      return `'${text}'`;
  }
}

export function namedByJavaScriptCore({ kind, text }: Token): string {
  switch (kind) {
    case 'end':
      return 'end of script';
    case 'name':
      return `${text === 'let' ? 'keyword' : 'identifier'} '${text}'`;
    case 'keyword':
    case 'boolean':
    case 'null':
      return `keyword '${text}'`;
    case 'number':
      return `number '${text}'`;
    case 'string':
      return `string literal ${text}`;
    case 'bigint':
    case 'template':
    case 'sign':
      return `token '${text}'`;
  }
}
