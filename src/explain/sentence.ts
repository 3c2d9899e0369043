/** A sentence whose values are kept apart from its words, so that a view can set them as code. */
export type Part = string | { code: string };
export type Sentence = readonly Part[];

/** Tagged template: literal text stays words, every substitution becomes a value. One that is a sentence stays as it is. */
export function say(words: TemplateStringsArray, ...values: (string | number | Sentence)[]): Sentence {
  const parts: Part[] = [];
  words.forEach((word, index) => {
    if (word !== '') parts.push(word);
    const value = values[index];
    if (value === undefined) return;
    if (typeof value === 'object') parts.push(...value);
    else parts.push({ code: String(value) });
  });
  return parts;
}

/** The sentence as plain text, for labels and screen readers. */
export function plain(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part : part.code)).join('');
}

export function join(...sentences: Sentence[]): Sentence {
  return sentences.flat();
}

/** `a`, `a and b`, `a, b and c`, each name a value. */
export function list(names: readonly string[]): Sentence {
  return series(names.map((name) => ({ code: name })));
}

/** The same of values and words. */
export function series(parts: readonly Part[]): Sentence {
  return parts.flatMap((part, index): Part[] => {
    if (index === 0) return [part];
    return [index === parts.length - 1 ? ' and ' : ', ', part];
  });
}

/** The words of an error, closed by one mark: what they end with, or a full stop. */
export function sayError(message: string): string {
  const text = message.trim();
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}
