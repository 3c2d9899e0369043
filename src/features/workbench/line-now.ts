/** Where a line of the text that ran stands in the text as it is now; undefined where it is gone. 1-based. */
export function lineNow(line: number, ran: string, now: string): number | undefined {
  const [before, after] = [ran.split('\n'), now.split('\n')];
  const grown = after.length - before.length;
  const isAbove = (): boolean => before.slice(0, line).every((text, at) => text === after[at]);
  const isBelow = (): boolean => before.slice(line - 1).every((text, at) => text === after[line - 1 + grown + at]);
  // What is rewritten line by line keeps its marks: the next run is about to say more.
  if (grown === 0 || isAbove()) return line;
  return isBelow() ? line + grown : undefined;
}
