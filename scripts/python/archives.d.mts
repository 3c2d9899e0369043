/**
 * @param cache a folder that keeps what was made
 * @returns ZIP archives by name: the standard library and the packs, with the bytecode of what a first answer needs
 */
export function makeArchives(cache: string): Promise<Record<string, Buffer>>;
