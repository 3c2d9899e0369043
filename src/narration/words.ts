/** Values in a sentence. */

export function quoted(value: string): string {
  return value === '' ? 'an empty value' : value;
}

/** "a", "a and b", "a, b and c". */
export function listed(values: readonly string[]): string {
  if (values.length < 2) return values[0] ?? '';
  return `${values.slice(0, -1).join(', ')} and ${values[values.length - 1]}`;
}
