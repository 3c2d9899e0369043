/** Node's `fs` of a machine without any file. */

type Callback = (error: Error) => void;

function missing(path: unknown): Error {
  const text = `ENOENT: no such file or directory, open '${String(path)}' (there are no files in this playground)`;
  return Object.assign(new Error(text), { code: 'ENOENT', errno: -2, path });
}

export function existsSync(): boolean {
  return false;
}
export function readFileSync(path: unknown): never {
  throw missing(path);
}
export function statSync(path: unknown): never {
  throw missing(path);
}
export function createReadStream(path: unknown): never {
  throw missing(path);
}
export function stat(path: unknown, ...rest: unknown[]): void {
  (rest.at(-1) as Callback)(missing(path));
}
export function readFile(path: unknown, ...rest: unknown[]): void {
  (rest.at(-1) as Callback)(missing(path));
}

export default { existsSync, readFileSync, statSync, createReadStream, stat, readFile };
