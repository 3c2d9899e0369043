/** Python's file system, which lives outside of its memory: what the servers share can be read and not changed. */

export interface FileSystem {
  root: FileNode;
  streams: (FileStream | null)[];
  nextInode: number;
  currentPath: string;
  ErrnoError: new (code: number) => Error;
  mkdirTree(path: string): void;
  writeFile(path: string, data: string | Uint8Array): void;
  unlink(path: string): void;
  rmdir(path: string): void;
  close(stream: FileStream): void;
  lookupPath(path: string): { node: FileNode };
  makedev(major: number, minor: number): number;
  registerDevice(device: number, operations: object): void;
  mkdev(path: string, device: number): void;
}

type Operations = Record<string, (...given: never[]) => unknown>;

interface FileNode {
  mode: number;
  mounted?: unknown;
  contents?: Record<string, FileNode> | Uint8Array;
  node_ops: Operations;
  stream_ops: Operations;
  atime: number;
  mtime: number;
  ctime: number;
}

interface FileStream {
  fd: number;
  flags: number;
  position: number;
}

/** Where code may write, as in a container whose image is read-only. Emptied after each server. */
const WRITABLE = ['/srv', '/tmp'];

const READ_ONLY = 69;
const FOLDER = 0o040000;
const FILE = 0o100000;
const KIND = 0o170000;

export interface Protection {
  /** Everything as it was when it was protected. */
  restore(): void;
  /** Makes everything writable again. */
  lift(): void;
}

export function protect(FS: FileSystem): Protection {
  for (const path of WRITABLE) FS.mkdirTree(path);
  const writable = new Set(WRITABLE.map((path) => FS.lookupPath(path).node));
  const nodes: { node: FileNode; was: FileNode }[] = [];
  const refuse = (): never => {
    throw new FS.ErrnoError(READ_ONLY);
  };
  const visit = (node: FileNode): void => {
    if (writable.has(node)) return;
    nodes.push({ node, was: { ...node } });
    if ((node.mode & KIND) === FOLDER && !node.mounted) Object.values(node.contents ?? {}).forEach(visit);
  };
  visit(FS.root);

  const shared = FS.lookupPath(WRITABLE[0]!).node.node_ops;
  const renameFreely = shared.rename as unknown as (node: FileNode, to: FileNode, name: string) => void;
  const guarded = new Set(nodes.map(({ node }) => node));
  shared.rename = ((node: FileNode, to: FileNode, name: string) =>
    guarded.has(to) ? refuse() : renameFreely(node, to, name)) as Operations[string];
  for (const { node, was } of nodes) {
    const changes = { setattr: refuse, mknod: refuse, rename: refuse, unlink: refuse, rmdir: refuse, symlink: refuse };
    node.node_ops = { ...was.node_ops, ...keysOf(changes, was.node_ops) };
    if ((node.mode & KIND) === FILE) {
      node.stream_ops = { ...was.stream_ops, ...keysOf({ write: refuse, msync: refuse }, was.stream_ops) };
    }
  }

  const streams = FS.streams.map((stream) => stream && { stream, flags: stream.flags, position: stream.position });
  const { nextInode, currentPath } = FS;
  return {
    restore() {
      for (const stream of Array.from(FS.streams)) {
        if (stream && streams[stream.fd]?.stream !== stream) FS.close(stream);
      }
      for (const [fd, kept] of streams.entries()) {
        if (!kept) continue;
        FS.streams[fd] = Object.assign(kept.stream, { flags: kept.flags, position: kept.position });
      }
      for (const path of WRITABLE) empty(FS, path);
      for (const { node, was } of nodes) Object.assign(node, { atime: was.atime, mtime: was.mtime, ctime: was.ctime });
      Object.assign(FS, { nextInode, currentPath });
    },
    lift() {
      shared.rename = renameFreely as unknown as Operations[string];
      for (const { node, was } of nodes) Object.assign(node, { node_ops: was.node_ops, stream_ops: was.stream_ops });
    },
  };
}

/** Those of `changes` that there are in `operations`. */
function keysOf(changes: Operations, operations: Operations): Operations {
  return Object.fromEntries(Object.entries(changes).filter(([name]) => name in operations));
}

function empty(FS: FileSystem, path: string): void {
  const { node } = FS.lookupPath(path);
  for (const [name, inside] of Object.entries(node.contents ?? {})) {
    const at = `${path}/${name}`;
    if ((inside.mode & KIND) !== FOLDER) {
      FS.unlink(at);
      continue;
    }
    empty(FS, at);
    FS.rmdir(at);
  }
}
