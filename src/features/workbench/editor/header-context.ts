/** Where the cursor stands in a string that is about a header. */
export type HeaderContext = { kind: 'name'; typed: string } | { kind: 'value'; header: string; typed: string };

const namingCall = /\.(?:header|set|setHeader|append|get|has|delete|vary|type)\(\s*$/;
const valuedCall = /\.(?:header|set|setHeader|append)\(\s*(['"`])(?<header>[^'"`]+)\1\s*,\s*(?:\[\s*)?$/;
const valuedKey = /(?:^|[{,[\s])(['"`])(?<header>[^'"`]+)\1\s*[:,]\s*(?:\[\s*)?$/;
const keyPlace = /(?:^|[{,])\s*$/;

/** Looks at the line up to the cursor; undefined outside a string, or where the string is about something else. */
export function headerContext(line: string): HeaderContext | undefined {
  const inside = insideString(line);
  if (!inside) return undefined;
  const { code, typed } = inside;
  const header = (valuedCall.exec(code) ?? valuedKey.exec(code))?.groups?.header;
  if (header) return { kind: 'value', header, typed };
  return namingCall.test(code) || keyPlace.test(code) ? { kind: 'name', typed } : undefined;
}

/** The code before the string that the line ends in, and the string so far. */
function insideString(line: string): { code: string; typed: string } | undefined {
  let quote = '';
  let start = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? '';
    if (quote === '') {
      if (character === '/' && line[at + 1] === '/') return undefined;
      if (!'\'"`'.includes(character)) continue;
      quote = character;
      start = at;
    } else if (character === '\\') at++;
    else if (character === quote) quote = '';
  }
  return quote === '' ? undefined : { code: line.slice(0, start), typed: line.slice(start + 1) };
}
