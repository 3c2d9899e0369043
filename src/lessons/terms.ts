import { glossary } from './glossary';

/** Words of a sentence that the glossary explains. */
export interface TermLink {
  text: string;
  href: string;
}

const named = Object.entries(glossary).flatMap(([id, { names = [] }]) => names.map((name) => [name, id] as const));
const idOf = new Map(named.map(([name, id]) => [name.toLowerCase(), id]));
/** Longer names first: “origin” also stands in “opaque origin”. */
const pattern = new RegExp(
  `(?<![\\w-])(?:${named
    .map(([name]) => name)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})(?![\\w-])`,
  'gi',
);

/** The parts of a sentence with its terms as links to the glossary, each term once. */
export function withTerms<Part>(
  parts: readonly (string | Part)[],
  seen = new Set<string>(),
): (string | Part | TermLink)[] {
  return parts.flatMap((part): (string | Part | TermLink)[] =>
    typeof part === 'string' ? linked(part, seen) : [part],
  );
}

function linked(text: string, seen: Set<string>): (string | TermLink)[] {
  const parts: (string | TermLink)[] = [];
  let done = 0;
  for (const { 0: name, index } of text.matchAll(pattern)) {
    const id = idOf.get(name.toLowerCase());
    if (id === undefined || seen.has(id)) continue;
    seen.add(id);
    if (index > done) parts.push(text.slice(done, index));
    parts.push({ text: name, href: `#/glossary/${id}` });
    done = index + name.length;
  }
  if (done < text.length) parts.push(text.slice(done));
  return parts;
}
