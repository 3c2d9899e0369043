/** The parts of Python, fetched once: from the Cache API where there is one, with a count of the bytes that have come. */

import parts from 'virtual:python-parts';

const CACHE = 'python-parts';

/** Milliseconds without a byte, after which a download is given up. */
const PATIENCE = 30_000;

/** Bytes of a part that is fetched now: what is kept already is no download. */
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
  // A response has a copy. Nobody waits until it is kept.
  void cache?.put(address, new Response(data)).catch(() => undefined);
  return data;
}

async function fetchWhole(
  address: string,
  size: number,
  onProgress: (download: Download) => void,
): Promise<ArrayBuffer> {
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), PATIENCE);
  };
  const failed = (why: string): Error => {
    const cause = silence.signal.aborted ? `nothing came for ${PATIENCE / 1000} seconds` : why;
    return new Error(`Python could not be downloaded (${cause}).`);
  };
  const orFailed = (why: string) => (): never => {
    throw failed(why);
  };
  wait();
  onProgress({ loaded: 0, total: size });
  try {
    const answer = await fetch(address, { signal: silence.signal }).catch(orFailed('there is no connection'));
    if (!answer.ok || !answer.body) throw failed(`the answer was ${answer.status}`);
    const reader = answer.body.getReader();
    const read = () => reader.read().catch(orFailed('the connection was interrupted'));
    const data = new Uint8Array(size);
    let loaded = 0;
    for (let part = await read(); !part.done; part = await read()) {
      wait();
      if (loaded + part.value.length > size) throw failed('the answer was something else');
      data.set(part.value, loaded);
      loaded += part.value.length;
      onProgress({ loaded, total: size });
    }
    if (loaded !== size) throw failed('the download ended early');
    return data.buffer;
  } finally {
    clearTimeout(timer);
  }
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
