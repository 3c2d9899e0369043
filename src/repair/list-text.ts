/** A list in one text with more members at its end, with the commas that it has. */
export function listWith(text: string, members: string): string {
  const before = text.trim().replace(/[\s,]+$/, '');
  if (before === '') return members;
  const comma = /,\S/.test(before) && !/,\s/.test(before) ? ',' : ', ';
  return [before, ...members.split(/,\s*/)].join(comma);
}
