/** The path of all, or what their paths begin with: `/users/…`. */
export function commonPath(paths: readonly string[]): string {
  const [first = '', ...rest] = paths;
  if (rest.every((path) => path === first)) return short(first);
  let length = 0;
  while (length < first.length && rest.every((path) => path[length] === first[length])) length += 1;
  return `${short(first.slice(0, first.lastIndexOf('/', length) + 1))}…`;
}

const short = (path: string) => (path.length <= 16 ? path : `…${path.slice(-15)}`);
