import { create } from 'zustand';

/**
 * The fragment of the workbench's address: parts joined by `&`. What is shown is `case=ID`, with `browser=NAME` where that is
 * not the case's own, or `scenario=CODE`, the document itself; at which moment is `at=…`. Fragments that begin with `#/` name
 * other pages.
 */
const OF_CASE = /^(case|browser|scenario)=/;

export const partsOf = (hash: string): string[] =>
  hash.startsWith('#/') ? [] : hash.replace(/^#/, '').split('&').filter(Boolean);

/** What stands behind `name=`; undefined where it is not there. */
export function partIn(hash: string, name: string): string | undefined {
  return partsOf(hash)
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

/** What the fragment says of the case, and everything else. */
export const casePartsOf = (hash: string): string[] => partsOf(hash).filter((part) => OF_CASE.test(part));
export const otherPartsOf = (hash: string): string[] => partsOf(hash).filter((part) => !OF_CASE.test(part));

/** What is to stand in the address for the case that is shown. `isDefault`: it opens without being named, too. */
export interface ShownCase {
  parts: readonly string[];
  isDefault: boolean;
}

/** undefined: what stands there stays. */
export const useAddress = create<{ shown: ShownCase | undefined }>()(() => ({ shown: undefined }));

/**
 * What an entry of the browser's history says of the case. The page notes that it wrote this itself: after a reload, and on the
 * way back, the work in the editors is newer than what the address says.
 */
export const noted = (state: unknown, hash: string): object => ({
  ...(state as object | null),
  noted: casePartsOf(hash).join('&'),
});

/** Whether the address is a link that somebody followed, and it opens a case. */
export function opensCase({ location, history }: Pick<Window, 'location' | 'history'>): boolean {
  const named = casePartsOf(location.hash).join('&');
  return named !== '' && (history.state as { noted?: string } | null)?.noted !== named;
}
