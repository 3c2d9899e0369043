/** How people write origins in configurations, right and wrong. */

/** A scheme and a host, or a host alone that has a dot or a port. */
export function isLikeOrigin(text: string): boolean {
  return /^(([a-z][a-z0-9+.-]*:)?\/\/[\w.:[\]*-]+|localhost(:\d+)?|[\w-]+(\.[\w-]+)+(:\d+)?|[\w.-]+:\d+)\/*$/i.test(
    text,
  );
}

/** Host and port in small letters, without scheme and slashes. */
export function hostOfOrigin(text: string): string {
  return text
    .toLowerCase()
    .replace(/^([a-z][a-z0-9+.-]*:)?\/\//, '')
    .replace(/\/+$/, '')
    .replace(/:(80|443)$/, '');
}

/** Another origin, whose pages lose what this one gets in its place; `*` gets nobody's place. */
export function isOther(text: string | null, origin: string): boolean {
  return text !== null && origin !== '*' && isLikeOrigin(text) && hostOfOrigin(text) !== hostOfOrigin(origin);
}

/** Means the origin, and a browser would not take it for it: no scheme, a slash at the end, capital letters. */
export function isMisspelt(text: string, origin: string): boolean {
  if (text === origin || hostOfOrigin(text) !== hostOfOrigin(origin)) return false;
  return !/^[a-z][a-z0-9+.-]*:\/\/[^/A-Z]+$/.test(text);
}
