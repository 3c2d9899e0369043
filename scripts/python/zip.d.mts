/** @returns the files in the archive, in order */
export function readZip(archive: Buffer): { name: string; data: () => Buffer }[];

/** The same files always give the same bytes. */
export function writeZip(files: { name: string; data: Buffer }[]): Buffer;
