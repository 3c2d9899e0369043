/** Lets the realm read what server code keeps in its top-level variables. */

/** The function that code appended to the user's hands its reader to. */
export const STATE = '$state';

/**
 * Declarations at the start of a line. A name that is none after all (it stood in a template literal) does no harm: reading it
 * throws, and is left out.
 */
const DECLARATION = /^(?:export\s+)?(const|let|var)\s+([A-Za-z_$][\w$]*)\s*(=(?!=)\s*([^\n]*)|;|$)/gm;

/** Not data: modules, apps, middleware, functions, and constants that cannot change. */
const NOT_STATE =
  /^(await\s+)?(require|import|express|cors|http|https|Router|_interop\w*)\b|^(async\s+)?(function\b|\(.*=>|[\w$]+\s*=>)/;
const CONSTANT = /^(["'`\d-]|true\b|false\b|null\b|process\.env|Number\(|\/)/;

export function withState(code: string): string {
  const names = new Set<string>();
  for (const [, keyword, name = '', , initial = ''] of code.matchAll(DECLARATION)) {
    if (NOT_STATE.test(initial) || (keyword === 'const' && CONSTANT.test(initial))) continue;
    names.add(name);
  }
  if (names.size === 0) return code;
  const readers = [...names].map((name) => `${name}: () => ${name}`);
  return `${code}\n;${STATE}({ ${readers.join(', ')} });`;
}
