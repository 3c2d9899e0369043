/**
 * Some strings that a regular expression matches, from its source: the plain reading, and for a dot that stands for any
 * letter such a letter too. Only the beginnings of a search: what is found is put to the server.
 */
export function samplesOf(source: string): string[] {
  const reader = new Reader(source);
  const found = reader.alternatives();
  return [...new Set(found)].slice(0, MOST);
}

const MOST = 24;
/** What `\w+`, `[a-z-]+` and the like are read as. */
const WORD = 'app';

class Reader {
  private at = 0;
  constructor(private readonly source: string) {}

  alternatives(): string[] {
    const found: string[] = [];
    do found.push(...this.sequence());
    while (this.take('|'));
    return found;
  }

  private sequence(): string[] {
    let found = [''];
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at]!)) {
      const atom = this.atom();
      const next = this.quantified(atom);
      found = found.flatMap((before) => next.map((after) => before + after)).slice(0, MOST);
    }
    return found;
  }

  private atom(): { once: string[]; many: string[] } {
    const char = this.source[this.at++]!;
    switch (char) {
      case '^':
      case '$':
        return same(['']);
      case '.':
        return { once: ['.', 'x'], many: [`${WORD}.`, WORD] };
      case '(':
        return this.group();
      case '[':
        return this.charClass();
      case '\\':
        return escaped(this.source[this.at++] ?? '');
      default:
        return { once: [char], many: [char] };
    }
  }

  private group(): { once: string[]; many: string[] } {
    const lookaround = /^\?(?:[=!]|<[=!])/.test(this.source.slice(this.at));
    const opening = /^\?(?:<\w+>|P<\w+>|<?[=!]|[a-z-]*:|[a-z-]+(?=\)))/.exec(this.source.slice(this.at));
    this.at += opening?.[0].length ?? 0;
    const inside = this.alternatives();
    this.take(')');
    return same(lookaround ? [''] : inside);
  }

  private charClass(): { once: string[]; many: string[] } {
    const rest = /^\^?\]?(?:\\.|[^\]\\])*\]/.exec(this.source.slice(this.at))?.[0] ?? '';
    this.at += rest.length;
    const matches = (text: string): boolean => {
      try {
        return new RegExp(`^[${rest}+$`, 'i').test(text);
      } catch {
        return false;
      }
    };
    const once = ['a', '1', '.', '-', '/', ':'].find(matches) ?? '';
    return { once: [once], many: [matches(WORD) ? WORD : once] };
  }

  private quantified({ once, many }: { once: string[]; many: string[] }): string[] {
    const quantifier = /^(?:[*+?]|\{\d*,?\d*\})[?+]?/.exec(this.source.slice(this.at))?.[0];
    if (quantifier === undefined) return once;
    this.at += quantifier.length;
    if (quantifier.startsWith('?')) return ['', ...once];
    if (quantifier.startsWith('*')) return ['', ...many];
    return many;
  }

  private take(char: string): boolean {
    if (this.source[this.at] !== char) return false;
    this.at += 1;
    return true;
  }
}

const same = (texts: string[]): { once: string[]; many: string[] } => ({ once: texts, many: texts });

function escaped(char: string): { once: string[]; many: string[] } {
  if (char === 'd') return { once: ['1'], many: ['3000'] };
  if (char === 'w') return { once: ['a'], many: [WORD] };
  if (char === 'S') return { once: ['a'], many: [WORD] };
  return same(/[bBsAZ]/.test(char) ? [''] : [char]);
}
