/** https://webidl.spec.whatwg.org/#js-DOMString: any value becomes text, a symbol throws. */
export function toDOMString(value: unknown): string {
  return `${value as string}`;
}
