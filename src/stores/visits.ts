import type { Visit } from '@/scenario/document';
import type { Draft } from './draft';

/** @param index of an earlier visit; undefined for the page's own */
export function afterVisitEdit(draft: Draft, index: number | undefined, part: Partial<Visit>): Draft {
  const { document } = draft;
  if (index === undefined) return { ...draft, document: { ...document, ...part } };
  const earlier = (document.earlier ?? []).map((visit, at) => (at === index ? { ...visit, ...part } : visit));
  return { ...draft, document: { ...document, earlier } };
}

export function afterVisitAdded(draft: Draft): Draft {
  const { document } = draft;
  const origin = document.servers[0]?.origin ?? 'https://api.example.com';
  const visit: Visit = { page: `${origin}/`, frontend: '' };
  return { ...draft, document: { ...document, earlier: [...(document.earlier ?? []), visit] } };
}

export function afterVisitRemoved(draft: Draft, index: number | undefined): Draft {
  if (index === undefined) return draft;
  const { earlier = [], ...document } = draft.document;
  const rest = earlier.filter((_, at) => at !== index);
  return { ...draft, document: rest.length > 0 ? { ...document, earlier: rest } : document };
}
