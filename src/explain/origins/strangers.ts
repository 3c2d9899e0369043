import { mutationsOf } from './mutations';

/** Somebody else's page: resembles no origin that anyone means to let in. */
export const EVIL = 'https://evil.example';

/** A stranger's page, and those whose names only resemble that of `origin`. */
export function strangersTo(origin: string): string[] {
  if (!URL.canParse(origin)) return [EVIL];
  const resembling = mutationsOf(origin).filter(({ difference }) => ['end', 'beginning', 'dot'].includes(difference));
  return [...new Set([EVIL, ...resembling.map((mutation) => mutation.origin)])];
}
