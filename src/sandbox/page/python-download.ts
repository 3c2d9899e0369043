/** The parts of Python, fetched once: from the Cache API where there is one, with a count of the bytes that have come. */

import parts from 'virtual:python-parts';

const CACHE = 'python-parts';

/** Bytes of the parts that are fetched now. */
export interface Download {
  loaded: number;
  total: number;
}

/**
 * @param onProgress is told while bytes come
 * @throws Error that says what failed, in words for the learner; a later call tries again
 */
export async function downloadPart(name: string, onProgress: (download: Download) => void): Promise<ArrayBuffer> {
  const { address, size } = parts[name]!;
  const cache = await openCache();
  const kept = await cache?.match(address).catch(() => undefined);
  if (kept) {
    const data = await kept.arrayBuffer();
    if (data.byteLength === size) return data;
  }
  const data = await fetchWhole(address, size, onProgress);
  await cache?.put(address, new Response(data)).catch(() => undefined);
  return data;
}

export function sizeOf(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + (parts[name]?.size ?? 0), 0);
}

async function fetchWhole(
  address: string,
  size: number,
  onProgress: (download: Download) => void,
): Promise<ArrayBuffer> {
  const failed = (why: string): Error =>
    new Error(`Python could not be downloaded (${why}). Press Run to try it again.`);
  let answer: Response;
  try {
    answer = await fetch(address);
  } catch {
    throw failed('there is no connection');
  }
  if (!answer.ok || !answer.body) throw failed(`the answer was ${answer.status}`);
  const data = new Uint8Array(size);
  let loaded = 0;
  const reader = answer.body.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      data.set(read.value, loaded);
      loaded += read.value.length;
      onProgress({ loaded, total: size });
    }
  } catch {
    throw failed('the connection was interrupted');
  }
  if (loaded !== size) throw failed('the download ended early');
  return data.buffer;
}

/** Versions of the parts have names of their own; those of other versions are thrown away. */
async function openCache(): Promise<Cache | null> {
  try {
    const cache = await caches.open(CACHE);
    const known = new Set(Object.values(parts).map(({ address }) => new URL(address, location.href).href));
    for (const { url } of await cache.keys()) if (!known.has(url)) await cache.delete(url);
    return cache;
  } catch {
    return null;
  }
}
